// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localFolder } from "../../../local/runner/checkout";

/** A folder that is removed after the suite that asks for it. */
export function temporaryFolder(): string {
  return folderIn(tmpdir(), "classroom-");
}

/**
 * A temporary folder below the checkout, in a folder that git ignores, so that a program in it finds the
 * installed SDKs. Each call makes another one, because suites run in parallel.
 */
export function folderInCheckout(name: string): string {
  const parent = join(localFolder, "test");
  mkdirSync(parent, { recursive: true });
  return folderIn(parent, `${name}-`);
}

function folderIn(parent: string, prefix: string): string {
  const folder = mkdtempSync(join(parent, prefix));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a shell script that other programs can start by name. */
export function writeProgram(folder: string, name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}
