// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../structure/sources";

/** One block of a recipe: a file to write, a change to make, or commands to run. */
export type Step =
  | { readonly kind: "write"; readonly path: string; readonly text: string }
  | { readonly kind: "change"; readonly path: string; readonly hunks: readonly Hunk[] }
  | { readonly kind: "run"; readonly commands: readonly string[] };

/** Lines that a file has, one after the other, and the lines that it has after the change. */
interface Hunk {
  readonly before: string;
  readonly after: string;
}

/**
 * The steps of a recipe, in order. A block marked `sh` holds commands and one marked `diff` a change; any
 * other is a whole file. The last path in code before the block says which file it is about.
 */
export function stepsOf(document: string): Step[] {
  const text = readFileSync(join(ROOT, document), "utf8");
  let seen = 0;
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [all, language, block = ""] = match;
    const prose = text.slice(seen, match.index);
    seen = match.index + all.length;
    if (language === "sh") {
      return { kind: "run", commands: block.trimEnd().split("\n") };
    }
    const path = [...prose.matchAll(/`([\w-]+(?:\/[\w.<>-]+)+\.\w+)`/g)].at(-1)?.[1];
    assert.ok(path, `${document}: a block without the path of its file:\n${block}`);
    return language === "diff"
      ? { kind: "change", path, hunks: block.split(/^@@\n/m).map(hunkOf) }
      : { kind: "write", path, text: block };
  });
}

/** Writes or changes a file as a step says. */
export function apply(step: Exclude<Step, { kind: "run" }>, folder: string): void {
  const file = join(folder, step.path);
  if (step.kind === "write") {
    assert.ok(!existsSync(file), `${step.path} exists already`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, step.text);
    return;
  }
  const text = step.hunks.reduce(
    (whole, { before, after }) => {
      const parts = `\n${whole}`.split(`\n${before}`);
      assert.equal(parts.length, 2, `${step.path} must have these lines once:\n${before}`);
      return parts.join(`\n${after}`).slice(1);
    },
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, text);
}

function hunkOf(lines: string): Hunk {
  const without = (mark: string) =>
    lines
      .split("\n")
      .filter((line) => !line.startsWith(mark))
      .map((line) => line.slice(1))
      .join("\n");
  return { before: without("+"), after: without("-") };
}
