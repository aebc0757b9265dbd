// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { metricRecord } from "../../lambda/runtime/metric-record";
import type { AccessKey } from "./iam";
import { keyAgeMetric, metricDimension, metricNamespace } from "./metrics";

const dayMs = 86_400_000;

/** A log line with the age of the oldest active key as a metric, and with the list of keys. */
export function keyAgeRecord(userName: string, keys: readonly AccessKey[], now: number): object {
  const ages = keys
    .filter(({ isActive }) => isActive)
    .map(({ createdAt }) => Math.floor((now - createdAt) / dayMs));
  return {
    ...metricRecord({
      timestamp: now,
      namespace: metricNamespace,
      dimension: { [metricDimension]: userName },
      units: { [keyAgeMetric]: "None" },
      values: { [keyAgeMetric]: Math.max(0, ...ages) },
    }),
    // The last four characters of an id are enough to tell the user's two keys apart.
    keys: keys.map(({ id, isActive, createdAt }) => ({
      ending: id.slice(-4),
      active: isActive,
      created: new Date(createdAt).toISOString(),
    })),
  };
}
