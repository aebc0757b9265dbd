// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A refusal of the stand-in; the engine prints it as the resource's error. */
export class Refusal extends Error {
  public override readonly name = "Refusal";
}
