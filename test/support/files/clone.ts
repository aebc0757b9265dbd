// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { chmodSync, copyFileSync, existsSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFiles, ROOT } from "../structure/sources";

/** What git does not keep and commands need: the installed packages. */
const linked = ["node_modules", "policies/node_modules"];

/** Copies this checkout, as git would clone it after the next commit, with the installed packages linked. */
export function cloneTo(clone: string): void {
  for (const file of projectFiles()) {
    mkdirSync(dirname(join(clone, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(clone, file));
    chmodSync(join(clone, file), statSync(join(ROOT, file)).mode | 0o200);
  }
  for (const folder of linked.filter((each) => existsSync(join(ROOT, each)))) {
    symlinkSync(join(ROOT, folder), join(clone, folder));
  }
}
