// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Tells the starter where this checkout's language host is: the engine is shared by all checkouts. */
export const LANGUAGE_HOST_VARIABLE = "CLASSROOM_LANGUAGE_HOST";

const SCRIPT = `#!/bin/sh
if [ -z "$${LANGUAGE_HOST_VARIABLE}" ]; then
  echo "This Pulumi CLI was built from source and has no language host of its own: run it with npm run preview or npm run rehearse." >&2
  exit 1
fi
exec node "$${LANGUAGE_HOST_VARIABLE}" "$@"
`;

/** Writes the executable that the engine looks for by the name `pulumi-language-nodejs`. */
export function writeLanguageHostStarter(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pulumi-language-nodejs"), SCRIPT, { mode: 0o755 });
}
