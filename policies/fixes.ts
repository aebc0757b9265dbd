// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Every fix of the pack, in the order of the catalogue. */

import type { Fix } from "./fix";
import { fixBucketEncryption } from "./fixes/fix-bucket-encryption";
import { fixDomainTls } from "./fixes/fix-domain-tls";
import { fixKeyRotation } from "./fixes/fix-key-rotation";
import { fixLogRetention } from "./fixes/fix-log-retention";
import { fixPublicAccessBlock } from "./fixes/fix-public-access-block";

export const fixes: readonly Fix[] = [
  fixKeyRotation,
  fixLogRetention,
  fixPublicAccessBlock,
  fixBucketEncryption,
  fixDomainTls,
];
