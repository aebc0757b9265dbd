// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a stack rule may ask about a resource: its siblings, and what its program wrote. */

import type { Resource, StackResource } from "../framework/resource";
import type { AttributePath } from "../provider-tables/reader";
import { type Reading, select } from "./reading";

export { type Provider, type Resource, Stack, type StackResource } from "../framework/resource";

/** The siblings that a property is made from. */
export function sourcesOf(resource: StackResource, property: string): readonly StackResource[] {
  return resource.propertyDependencies[property] ?? [];
}

/**
 * What the program writes at a path, without what the plug-in fills in. Stack rules see outputs: in a
 * preview, the plug-in's computed blocks are unknown even where the program never mentions them. Only a
 * property that the program wrote has an entry among the property dependencies.
 */
export function written(resource: StackResource, ...path: AttributePath): readonly Reading[] {
  return select(resource.props, ...path).map((reading) =>
    reading.state === "unknown" && !isWritten(resource, reading.path)
      ? { state: "absent", path: reading.path }
      : reading,
  );
}

/** Whether the program wrote the top-level property of a path. */
export function isWritten(resource: StackResource, path: string): boolean {
  return topLevel(path) in resource.propertyDependencies;
}

/** The top-level property of a path: property dependencies are kept by these. */
export function topLevel(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}

/** A resource as a stack rule would see it if its inputs were all that the program wrote. */
export function asWritten(resource: Resource): StackResource {
  const inputs = Object.keys(resource.props).map((property) => [property, []]);
  return { ...resource, propertyDependencies: Object.fromEntries(inputs) };
}
