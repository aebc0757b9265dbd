// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a stack rule may ask about a resource: its siblings, and what its program wrote. */

import type { Resource, StackResource } from "../framework/resource";
import type { AttributePath } from "../provider-tables/reader";
import { type Reading, select } from "./reading";

export { type Provider, type Resource, Stack, type StackResource } from "../framework/resource";

/** The siblings that a property was made from. */
export function sourcesOf(resource: StackResource, property: string): readonly StackResource[] {
  return resource.propertyDependencies[property] ?? [];
}

/**
 * What the program says at a path, as opposed to what the plug-in fills in. Stack rules see outputs,
 * and in a preview the plug-in makes its computed blocks unknown on resources whose program never
 * mentions them; only a property that was written has an entry among the property dependencies.
 */
export function written(resource: StackResource, ...path: AttributePath): readonly Reading[] {
  return select(resource.props, ...path).map((reading) =>
    reading.state === "unknown" && !isWritten(resource, reading.path)
      ? { state: "absent", path: reading.path }
      : reading,
  );
}

/** Whether the program wrote the top-level property that a path starts with. */
export function isWritten(resource: StackResource, path: string): boolean {
  return topLevel(path) in resource.propertyDependencies;
}

/** The property dependencies are kept by top-level property: this is the one a path belongs to. */
export function topLevel(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}

/** A resource that is judged by its inputs, which the program wrote, all of them. */
export function asWritten(resource: Resource): StackResource {
  const inputs = Object.keys(resource.props).map((property) => [property, []]);
  return { ...resource, propertyDependencies: Object.fromEntries(inputs) };
}
