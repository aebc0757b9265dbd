// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { importsOf, type Source } from "./sources";

/** The circles of imports among sources, each once, as the files that import one another. */
export function circles(sources: readonly Source[]): readonly string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const imported = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source).flatMap((module) => fileOf(module, paths) ?? []),
    ]),
  );
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      found.add(named(trail.slice(start)));
      return;
    }
    if (!done.has(path)) {
      for (const next of imported.get(path) ?? []) {
        visit(next, [...trail, path]);
      }
      done.add(path);
    }
  };
  for (const path of paths) {
    visit(path, []);
  }
  return [...found].sort();
}

/** The same name wherever the circle was entered. */
function named(circle: readonly string[]): string {
  const [least = ""] = [...circle].sort();
  const start = circle.indexOf(least);
  return [...circle.slice(start), ...circle.slice(0, start), least].join(" -> ");
}

/** The file that a module without an ending means, if it is one of these. */
function fileOf(module: string, paths: ReadonlySet<string>): string | undefined {
  return ["", ".ts", "/index.ts"]
    .map((ending) => `${module}${ending}`)
    .find((path) => paths.has(path));
}
