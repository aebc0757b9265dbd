// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { importsOf, type Source } from "./sources";

/**
 * The circles of imports among some sources, types included, each as `a -> b -> a`. A file that is part of
 * several circles is listed with one of them.
 */
export function importCircles(sources: readonly Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const imported = new Map(
    sources.map((source) => [source.path, importsOf(source).flatMap((to) => fileOf(to, paths))]),
  );
  const done = new Set<string>();
  return [...paths].flatMap((path) => circlesFrom(path, [], imported, done));
}

/** The file behind an import; an import names it without its ending, or names its folder. */
function fileOf(path: string, paths: ReadonlySet<string>): string[] {
  return [path, `${path}.ts`, `${path}/index.ts`].filter((candidate) => paths.has(candidate));
}

function circlesFrom(
  path: string,
  way: readonly string[],
  imported: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): string[] {
  const start = way.indexOf(path);
  if (start >= 0) {
    return [[...way.slice(start), path].join(" -> ")];
  }
  if (done.has(path)) {
    return [];
  }
  const circles = (imported.get(path) ?? []).flatMap((next) =>
    circlesFrom(next, [...way, path], imported, done),
  );
  done.add(path);
  return circles;
}
