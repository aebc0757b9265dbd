// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as pulumi from "@pulumi/pulumi";

/** Throws all problems of a component's arguments as one error, which the engine shows at the component. */
export function rejectProblems(
  component: pulumi.ComponentResource,
  instance: { readonly component: string; readonly name: string },
  problems: readonly string[],
): void {
  if (problems.length > 0) {
    const lines = problems.map((problem) => `${instance.component} '${instance.name}': ${problem}`);
    // The stack trace is of our code, not of the mistake.
    throw new pulumi.ResourceError(lines.join("\n"), component, true);
  }
}
