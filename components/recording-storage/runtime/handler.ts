// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { listAccessKeys } from "./iam";
import { keyAgeRecord } from "./key-age";
import { readSettings } from "./settings";

const settings = readSettings();

/** Lambda's entry point. Once a day it writes the age of the writer's access keys to the log. */
export async function handler(): Promise<void> {
  const now = Date.now();
  const keys = await listAccessKeys(settings, now);
  process.stdout.write(`${JSON.stringify(keyAgeRecord(settings.userName, keys, now))}\n`);
}
