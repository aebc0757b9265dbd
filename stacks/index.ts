// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readConfig } from "./config";
import { deployDataCenter } from "./data-center";

const config = readConfig();

/** What the app's programs and Agora Console need to know, by data centre. */
export const dataCenters = Object.fromEntries(
  config.regions.map((region) => [region.dataCenter, deployDataCenter(region, config)]),
);
