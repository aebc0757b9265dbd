// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Every fix of the pack, in the order of the catalogue. */

import type { Fix } from "../framework/fix";
import { fixBucketEncryption } from "./fix-bucket-encryption";
import { fixDomainTls } from "./fix-domain-tls";
import { fixKeyRotation } from "./fix-key-rotation";
import { fixLogRetention } from "./fix-log-retention";
import { fixPublicAccessBlock } from "./fix-public-access-block";

export const fixes: readonly Fix[] = [
  fixKeyRotation,
  fixLogRetention,
  fixPublicAccessBlock,
  fixBucketEncryption,
  fixDomainTls,
];
