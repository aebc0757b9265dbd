// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The resources that rules judge, and the stack they are in. */

/** What every rule sees of a resource. `props` is a proxy of the SDK's: read it through `resources/reading.ts`. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** A component has none. Its `props` are the provider's inputs; those that are not strings arrive as JSON. */
  readonly provider?: Provider;
  /** The resource that makes it, if it is part of a template. The engine knows only that resource's URN. */
  readonly within?: Resource;
}

export interface Provider {
  readonly type: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** A stack rule also sees, for each property that the program wrote, the siblings it was made from. */
export interface StackResource extends Resource {
  readonly propertyDependencies: Readonly<Record<string, readonly StackResource[]>>;
}

/** The URN by which the engine, and an exemption, know a resource. */
export function engineUrnOf({ urn, within }: Resource): string {
  return within === undefined ? urn : engineUrnOf(within);
}

export class Stack {
  private readonly byType = new Map<string, StackResource[]>();
  private readonly derived = new Map<(stack: Stack) => unknown, unknown>();

  public constructor(resources: readonly StackResource[]) {
    for (const resource of resources) {
      const sameType = this.byType.get(resource.type) ?? [];
      this.byType.set(resource.type, sameType);
      sameType.push(resource);
    }
  }

  public ofTypes(types: Iterable<string>): readonly StackResource[] {
    return [...types].flatMap((type) => this.byType.get(type) ?? []);
  }

  /** The result of a join, computed once per stack however many resources ask for it. */
  public derive<T>(join: (stack: Stack) => T): T {
    if (!this.derived.has(join)) {
      this.derived.set(join, join(this));
    }
    return this.derived.get(join) as T;
  }
}
