// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Something that the stand-in will not do, in a sentence that the engine prints as the resource's error. */
export class Refusal extends Error {
  public override readonly name = "Refusal";
}
