// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { runChild } from "../runner/child";
import type { Search } from "./engine";

/** A program that Go builds from modules whose digests are pinned. */
export interface BuildTarget {
  /** Printed before the work: what is built, and how long it takes. */
  readonly title: string;
  /** The folder of go.mod and go.sum. */
  readonly modules: string;
  readonly goPackage: string;
  readonly linkerFlags: string;
  /** The path of the executable. */
  readonly output: string;
}

/** Builds a program. Returns false, after saying why, if Go fails. */
export async function goBuild(go: string, target: BuildTarget, search: Search): Promise<boolean> {
  const { say, progress, stop } = search;
  const { title, modules, goPackage, linkerFlags, output } = target;
  const env = { ...search.environment, CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" };
  say(title);
  progress("Downloading Go modules");
  const listing = await runGo(["list", "-mod=readonly", "-deps", goPackage]);
  const packages = listing.lines.length;
  let compiled = 0;
  const flags = ["-v", "-mod=readonly", "-trimpath", "-ldflags", linkerFlags];
  const build =
    listing.code === 0
      ? await runGo(["build", ...flags, "-o", output, goPackage], (lines) => {
          compiled += lines.length;
          progress(`Compiling package ${Math.min(compiled, packages)} of ${packages}`);
        })
      : listing;
  if (build.code !== 0) {
    say(`Go could not build it: ${build.lines.slice(-2).join(" ")}`);
  }
  return build.code === 0;

  async function runGo(args: string[], onLines?: (lines: string[]) => void) {
    const lines: string[] = [];
    const code = await runChild(go, args, {
      stop,
      cwd: modules,
      env,
      onText: (text) => {
        const named = text
          .split("\n")
          .filter((line) => line !== "" && !line.startsWith("go: downloading"));
        lines.push(...named);
        onLines?.(named);
      },
    });
    stop.throwIfAborted();
    return { code, lines };
  }
}
