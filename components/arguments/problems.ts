// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as pulumi from "@pulumi/pulumi";

/** Why an argument is not accepted, as a sentence; nothing when it is. */
export type Problem = string | undefined;

/** Throws all problems as one error of a component; does nothing when there is none. */
export type Reject = (problems: readonly string[]) => void;

/** Binds `Reject` to one component, whose type and name begin each line of the error. */
export function rejectFor(
  resource: pulumi.ComponentResource,
  component: string,
  name: string,
): Reject {
  return (problems) => {
    if (problems.length > 0) {
      const lines = problems.map((problem) => `${component} '${name}': ${problem}`);
      // The stack trace would show our code, not the caller's mistake.
      throw new pulumi.ResourceError(lines.join("\n"), resource, true);
    }
  };
}

/** A step for `Output.apply`: rejects a value that has a problem and returns any other value unchanged. */
export function checked<T>(
  reject: Reject,
  problemsOf: (value: T) => readonly Problem[],
): (value: T) => T {
  return (value) => {
    reject(present(problemsOf(value)));
    return value;
  };
}

/** The problems that there are. */
export function present(problems: readonly Problem[]): string[] {
  return problems.filter((problem) => problem !== undefined);
}
