// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Every rule of the pack, in the order of the catalogue. */

import type { Rule } from "../framework/rule";
import { forbidPayloadLogging } from "./api/forbid-payload-logging";
import { forbidPublicApiEndpoint } from "./api/forbid-public-api-endpoint";
import { requireAccessLogging } from "./api/require-access-logging";
import { requireApiAuthorization } from "./api/require-api-authorization";
import { requirePrivateApiPolicy } from "./api/require-private-api-policy";
import { requireThrottling } from "./api/require-throttling";
import { forbidPublicBucket } from "./buckets/forbid-public-bucket";
import { limitBucketCors } from "./buckets/limit-bucket-cors";
import { limitBucketRetention } from "./buckets/limit-bucket-retention";
import { requireBucketAccessLogs } from "./buckets/require-bucket-access-logs";
import { requireBucketEncryption } from "./buckets/require-bucket-encryption";
import { requireBucketOwnerEnforced } from "./buckets/require-bucket-owner-enforced";
import { requireBucketVersioning } from "./buckets/require-bucket-versioning";
import { requirePublicAccessBlock } from "./buckets/require-public-access-block";
import { requireTlsOnlyBucket } from "./buckets/require-tls-only-bucket";
import { forbidFunctionUrl } from "./functions/forbid-function-url";
import { forbidPublicFunctionPermission } from "./functions/forbid-public-function-permission";
import { limitTokenLifetime } from "./functions/limit-token-lifetime";
import { forbidWildcardPermissions } from "./iam/forbid-wildcard-permissions";
import { limitRoleTrust } from "./iam/limit-role-trust";
import { forbidPublicKeyPolicy } from "./keys/forbid-public-key-policy";
import { requireKeyRotation } from "./keys/require-key-rotation";
import { requireLogEncryption } from "./logs/require-log-encryption";
import { requireLogRetention } from "./logs/require-log-retention";
import { forbidPublicIngress } from "./network/forbid-public-ingress";
import { forbidPublicLoadBalancer } from "./network/forbid-public-load-balancer";
import { forbidPersonalData } from "./privacy/forbid-personal-data";
import { requireStandardTags } from "./privacy/require-standard-tags";
import { forbidCrossRegionCopy } from "./regions/forbid-cross-region-copy";
import { forbidEdgeService } from "./regions/forbid-edge-service";
import { forbidOpaqueResources } from "./regions/forbid-opaque-resources";
import { limitProviders } from "./regions/limit-providers";
import { requireAllowedRegion } from "./regions/require-allowed-region";
import { requireDeclaredTarget } from "./regions/require-declared-target";
import { forbidPlaintextSecrets } from "./secrets/forbid-plaintext-secrets";
import { requireSecretEncryption } from "./secrets/require-secret-encryption";
import { forbidDestroyableStorage } from "./stores/forbid-destroyable-storage";
import { forbidPublicResourcePolicy } from "./stores/forbid-public-resource-policy";
import { requireStoreEncryption } from "./stores/require-store-encryption";
import { requireAuditTrail } from "./trails/require-audit-trail";

export const rules: readonly Rule[] = [
  // api/
  forbidPublicApiEndpoint,
  requirePrivateApiPolicy,
  requireApiAuthorization,
  requireThrottling,
  requireAccessLogging,
  forbidPayloadLogging,
  // functions/
  forbidFunctionUrl,
  forbidPublicFunctionPermission,
  limitTokenLifetime,
  // network/
  forbidPublicLoadBalancer,
  forbidPublicIngress,
  // secrets/
  forbidPlaintextSecrets,
  requireSecretEncryption,
  // iam/
  forbidWildcardPermissions,
  limitRoleTrust,
  // logs/
  requireLogRetention,
  requireLogEncryption,
  // buckets/
  requireBucketEncryption,
  forbidPublicBucket,
  requirePublicAccessBlock,
  requireTlsOnlyBucket,
  requireBucketOwnerEnforced,
  requireBucketVersioning,
  limitBucketCors,
  limitBucketRetention,
  requireBucketAccessLogs,
  // keys/
  requireKeyRotation,
  forbidPublicKeyPolicy,
  // stores/
  requireStoreEncryption,
  forbidPublicResourcePolicy,
  forbidDestroyableStorage,
  // trails/
  requireAuditTrail,
  // regions/
  requireAllowedRegion,
  forbidCrossRegionCopy,
  requireDeclaredTarget,
  forbidEdgeService,
  limitProviders,
  forbidOpaqueResources,
  // privacy/
  forbidPersonalData,
  requireStandardTags,
];
