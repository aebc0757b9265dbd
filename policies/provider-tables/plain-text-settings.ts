// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties that hold settings in plain text, which anybody may read who may describe the resource. */

import table from "./data/plain-text-settings.json";
import { type Listed, propertiesByType } from "./reader";

/** How a property holds settings; the table's schema explains each form. */
export type SettingForm =
  | "members"
  | "name-value-pairs"
  | "option-value-pairs"
  | "containers"
  | "text"
  | "script"
  | "parameter";

export const plainTextSettings: ReadonlyMap<string, readonly Listed<SettingForm>[]> =
  propertiesByType<SettingForm>(table);
