// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Tells the starter where this checkout's language host is: the engine is shared by all checkouts. */
export const languageHostVariable = "CLASSROOM_LANGUAGE_HOST";

const starterScript = `#!/bin/sh
if [ -z "$${languageHostVariable}" ]; then
  echo "This Pulumi CLI was built from source and has no language host of its own." >&2
  echo "Run it through agora-classroom preview or agora-classroom rehearse." >&2
  exit 1
fi
exec node "$${languageHostVariable}" "$@"
`;

/** Writes the executable that the engine looks for by the name `pulumi-language-nodejs`. */
export function writeLanguageHostStarter(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "pulumi-language-nodejs"), starterScript, { mode: 0o755 });
}
