// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { attestationsOf } from "./attestations";
import { deployDataCenter } from "./data-center";
import { readConfig } from "./read-config";

const config = readConfig();

/** Addresses, names and commands that other programs and Agora Console need, by data centre. */
export const dataCenters = Object.fromEntries(
  config.regions.map((region) => [region.dataCenter, deployDataCenter(region, config)]),
);

/** The permissions for one data centre's backend to call another's token API, and who approved them. */
export const transfers = config.transfers;

/** What somebody attests to have done in Agora Console. */
export const attestations = attestationsOf(config);
