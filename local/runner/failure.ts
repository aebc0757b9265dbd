// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Something the person at the keyboard can act on: the commands print its message as one sentence,
 * without a stack trace. Anything else that is thrown is a defect of ours and shows its stack.
 */
export class Failure extends Error {
  public override readonly name = "Failure";
}
