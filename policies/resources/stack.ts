// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The resources that rules judge, and what a stack rule may ask about a whole stack. */

import { type Reading, type Step, select } from "./reading";

/** What every rule sees of a resource. `props` is a proxy of the SDK's: read it through `reading.ts`. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
  /** A component has none. Its `props` are the provider's inputs; what is no text in them arrives as JSON. */
  readonly provider?: Provider;
  /** The resource that makes it, where it stands in a template; the engine knows only that one's URN. */
  readonly within?: Resource;
}

export interface Provider {
  readonly type: string;
  readonly name: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** A stack rule also sees, for each property that the program wrote, the siblings it was made from. */
export interface StackResource extends Resource {
  readonly propertyDependencies: Readonly<Record<string, readonly StackResource[]>>;
}

/** The URN by which the engine, and an exemption, know a resource. */
export function engineUrnOf({ urn, within }: Resource): string {
  return within === undefined ? urn : engineUrnOf(within);
}

export class Stack {
  readonly #byType = new Map<string, StackResource[]>();
  readonly #derived = new Map<(stack: Stack) => unknown, unknown>();

  public constructor(resources: readonly StackResource[]) {
    for (const resource of resources) {
      const sameType = this.#byType.get(resource.type) ?? [];
      this.#byType.set(resource.type, sameType);
      sameType.push(resource);
    }
  }

  public ofTypes(types: Iterable<string>): readonly StackResource[] {
    return [...types].flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** The result of a join, computed once per stack however many resources ask for it. */
  public derive<T>(join: (stack: Stack) => T): T {
    if (!this.#derived.has(join)) {
      this.#derived.set(join, join(this));
    }
    return this.#derived.get(join) as T;
  }
}

/** The siblings that a property was made from. */
export function sourcesOf(resource: StackResource, property: string): readonly StackResource[] {
  return resource.propertyDependencies[property] ?? [];
}

/**
 * What the program says at a path, as opposed to what the plug-in fills in. Stack rules see outputs,
 * and in a preview the plug-in makes its computed blocks unknown on resources whose program never
 * mentions them; only a property that was written has an entry among the property dependencies.
 */
export function written(resource: StackResource, ...path: Step[]): readonly Reading[] {
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
