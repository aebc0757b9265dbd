// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Properties that name the bucket which receives S3 server access logs or load balancer logs. AWS does not
 * deliver these to a bucket that encrypts with SSE-KMS.
 */

import table from "./data/log-buckets.json";
import { type Listed, propertiesByType } from "./reader";

/** Whether logs are delivered, by the property `enabled` beside the bucket, if there is one. */
export type Delivery = "always" | "if-enabled" | "unless-disabled" | "load-balancer-attributes";

export const logBuckets: ReadonlyMap<string, readonly Listed<Delivery>[]> =
  propertiesByType<Delivery>(table);
