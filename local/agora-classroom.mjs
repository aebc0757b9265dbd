#!/usr/bin/env node
// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The command `agora-classroom`. In a checkout it first builds what has changed; a package comes built. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const builder = new URL("build.mjs", import.meta.url);

if (existsSync(fileURLToPath(builder))) {
  const { buildWhatChanged } = await import(builder.href);
  await buildWhatChanged();
}
createRequire(import.meta.url)("./dist/agora-classroom.js");
