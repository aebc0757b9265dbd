// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { accessFormats } from "./access";
import { apiGatewayFormats } from "./api-gateway";
import type { Formats } from "./format";
import { functionFormats } from "./functions";
import { networkFormats } from "./network";
import { storageFormats } from "./storage";

/** The formats by type. What is not here gets identifiers of the same kind for everything (`outputs.ts`). */
export const formats: Formats = {
  ...accessFormats,
  ...apiGatewayFormats,
  ...functionFormats,
  ...networkFormats,
  ...storageFormats,
};
