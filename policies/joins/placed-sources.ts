// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The siblings that a property was made from and that tell its region. */

import { isInNoRegion } from "../resources/region";
import { type StackResource, sourcesOf } from "../resources/stack";

/** What may hold the name of anything, wherever that is. */
const holders =
  /^aws(-native)?:(appconfig|cloudformation|secretsmanager|ssm)[/:]|^aws:lambda\/invocation:/;

export function holdsAnyText({ type }: StackResource): boolean {
  return holders.test(type);
}

export function placedSources(resource: StackResource, property: string): readonly StackResource[] {
  return sourcesOf(resource, property)
    .filter((source) => !holdsAnyText(source))
    .filter(({ type }) => /^aws(-native)?:/.test(type) && !isInNoRegion(type));
}
