// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { attestationsOf } from "./attestations";
import { readConfig } from "./config";
import { deployDataCenter } from "./data-center";

const config = readConfig();

/** What the app's programs and Agora Console need to know, by data centre. */
export const dataCenters = Object.fromEntries(
  config.regions.map((region) => [region.dataCenter, deployDataCenter(region, config)]),
);

/** Which data centre's backend may call which other one's token API, and who said so. */
export const transfers = config.transfers;

/** What somebody attests to have done in Agora Console. */
export const attestations = attestationsOf(config);
