// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { AccessKey } from "./iam";
import { keyAgeMetric, metricDimension, metricNamespace } from "./metrics";

const dayMs = 86_400_000;

/** The line of log that is a metric too, in CloudWatch's embedded metric format. */
export function keyAgeRecord(userName: string, keys: readonly AccessKey[], now: number): object {
  const ages = keys
    .filter(({ isActive }) => isActive)
    .map(({ createdAt }) => Math.floor((now - createdAt) / dayMs));
  return {
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: metricNamespace,
          Dimensions: [[metricDimension]],
          Metrics: [{ Name: keyAgeMetric, Unit: "None" }],
        },
      ],
    },
    [metricDimension]: userName,
    [keyAgeMetric]: Math.max(0, ...ages),
    // Enough of an id to tell the user's two keys apart.
    keys: keys.map(({ id, isActive, createdAt }) => ({
      ending: id.slice(-4),
      active: isActive,
      created: new Date(createdAt).toISOString(),
    })),
  };
}
