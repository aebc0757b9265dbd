// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { listAccessKeys } from "./iam";
import { keyAgeRecord } from "./key-age";
import { readSettings } from "./settings";

const settings = readSettings();

/** Lambda's entry point, called once a day: writes how old the writer's access keys are. */
export async function handler(): Promise<void> {
  const now = Date.now();
  const keys = await listAccessKeys(settings, now);
  process.stdout.write(`${JSON.stringify(keyAgeRecord(settings.userName, keys, now))}\n`);
}
