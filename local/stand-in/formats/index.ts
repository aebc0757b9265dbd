// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { ACCESS } from "./access";
import { API_GATEWAY } from "./api-gateway";
import type { Formats } from "./format";
import { FUNCTIONS } from "./functions";
import { NETWORK } from "./network";
import { STORAGE } from "./storage";

/** The formats by type. What is not here gets identifiers of the same kind for everything (`outputs.ts`). */
export const FORMATS: Formats = {
  ...ACCESS,
  ...API_GATEWAY,
  ...FUNCTIONS,
  ...NETWORK,
  ...STORAGE,
};
