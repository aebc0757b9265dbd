// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Runtime } from "./project";

/** The interpreter of a Python program: its virtual environment's, as Pulumi.yaml names it, else the one on PATH. */
export function pythonOf(
  folder: string,
  { options }: Runtime,
  environment: NodeJS.ProcessEnv,
): string {
  const { virtualenv, toolchain } = options;
  const named =
    typeof virtualenv === "string" ? virtualenv : toolchain === "uv" ? ".venv" : undefined;
  const root = named === undefined ? environment.VIRTUAL_ENV : resolve(folder, named);
  const python = root ? join(root, "bin", "python") : undefined;
  return python !== undefined && (named !== undefined || existsSync(python)) ? python : "python3";
}
