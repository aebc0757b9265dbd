// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Tells the starter where this package's language host is: the engine is shared by all checkouts. */
export const languageHostVariable = "CLASSROOM_LANGUAGE_HOST";

/** The languages that our own host runs. */
export type HostedLanguage = "nodejs" | "python";

/** Writes the executable that the engine looks for by the name `pulumi-language-<language>`. */
export function writeLanguageHostStarter(
  folder: string,
  language: HostedLanguage = "nodejs",
): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `pulumi-language-${language}`);
  // Renamed into place, because another run may be starting the same file.
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, starterScript(language), { mode: 0o755 });
  renameSync(temporary, path);
}

/** The engine appends its address, which the host reads as the last argument. */
function starterScript(language: HostedLanguage): string {
  return `#!/bin/sh
if [ -z "$${languageHostVariable}" ]; then
  echo "This Pulumi CLI was built from source and has no language host of its own." >&2
  echo "Run it through agora-classroom preview or agora-classroom rehearse." >&2
  exit 1
fi
exec node "$${languageHostVariable}" ${language} "$@"
`;
}
