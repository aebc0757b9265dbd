// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Properties } from "./properties";

/**
 * The outputs of the resources that a provider was asked about in one run. The engine asks about a parent
 * before it asks about a child, so what follows from the parent's outputs can be answered.
 */
export class Siblings {
  private readonly outputs = new Map<string, Properties>();

  public remember(type: string, id: string, outputs: Properties): void {
    this.outputs.set(key(type, id), outputs);
  }

  public find(type: string, id: string): Properties | undefined {
    return this.outputs.get(key(type, id));
  }
}

function key(type: string, id: string): string {
  return `${type} ${id}`;
}
