// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The siblings that decide in which region the value of a property lies. */

import { isGlobal } from "../provider-tables/global-types";
import { type StackResource, sourcesOf } from "../resources/stack";

/** Types that may hold any string, such as the name of a resource in another region. */
const holders =
  /^aws(-native)?:(appconfig|cloudformation|secretsmanager|ssm)[/:]|^aws:lambda\/invocation:/;

export function holdsAnyText({ type }: StackResource): boolean {
  return holders.test(type);
}

/** The siblings that lie in a region and that a property was made from. */
export function locatedSources(
  resource: StackResource,
  property: string,
): readonly StackResource[] {
  return sourcesOf(resource, property)
    .filter((source) => !holdsAnyText(source))
    .filter(({ type }) => /^aws(-native)?:/.test(type) && !isGlobal(type));
}
