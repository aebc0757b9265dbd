// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Failure } from "./failure";

/** Resolves `--export`. A misspelt folder is refused before the work, not after it. */
export function exportTarget(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (file === undefined) {
    return undefined;
  }
  const path = resolve(environment.INIT_CWD ?? process.cwd(), file);
  if (!existsSync(dirname(path))) {
    throw new Failure(`'--export' must name a file in a folder that exists, got ${file}.`);
  }
  return path;
}
