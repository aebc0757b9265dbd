// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as pulumi from "@pulumi/pulumi";

/** Which component an argument belongs to, in words for a message. */
export interface Instance {
  readonly component: string;
  readonly name: string;
}

/** Throws all problems of a component's arguments as one error, which the engine shows at the component. */
export function rejectProblems(
  resource: pulumi.ComponentResource,
  { component, name }: Instance,
  problems: readonly string[],
): void {
  if (problems.length > 0) {
    const lines = problems.map((problem) => `${component} '${name}': ${problem}`);
    // The stack trace is of our code, not of the mistake.
    throw new pulumi.ResourceError(lines.join("\n"), resource, true);
  }
}

/** Passes a text on that is known late, once it has no problem. */
export function accepting(
  resource: pulumi.ComponentResource,
  instance: Instance,
  problemOf: (text: string) => string | undefined,
): (text: string) => string {
  return (text) => {
    rejectProblems(resource, instance, [problemOf(text) ?? []].flat());
    return text;
  };
}
