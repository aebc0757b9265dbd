// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Every rule of the pack, in the order of the catalogue. */

import { forbidPersonalData } from "./identities/forbid-personal-data";
import { requireStandardTags } from "./identities/require-standard-tags";
import { forbidDestroyableStorage } from "./recordings/forbid-destroyable-storage";
import { forbidPublicBucket } from "./recordings/forbid-public-bucket";
import { forbidPublicKeyPolicy } from "./recordings/forbid-public-key-policy";
import { forbidPublicResourcePolicy } from "./recordings/forbid-public-resource-policy";
import { limitBucketCors } from "./recordings/limit-bucket-cors";
import { limitBucketRetention } from "./recordings/limit-bucket-retention";
import { requireAuditTrail } from "./recordings/require-audit-trail";
import { requireBucketAccessLogs } from "./recordings/require-bucket-access-logs";
import { requireBucketEncryption } from "./recordings/require-bucket-encryption";
import { requireBucketOwnerEnforced } from "./recordings/require-bucket-owner-enforced";
import { requireBucketVersioning } from "./recordings/require-bucket-versioning";
import { requireKeyRotation } from "./recordings/require-key-rotation";
import { requireStoreEncryption } from "./recordings/require-store-encryption";
import { requireTlsOnlyBucket } from "./recordings/require-tls-only-bucket";
import { forbidCrossRegionCopy } from "./regions/forbid-cross-region-copy";
import { forbidEdgeService } from "./regions/forbid-edge-service";
import { limitProviders } from "./regions/limit-providers";
import { requireAllowedRegion } from "./regions/require-allowed-region";
import { requireDeclaredTarget } from "./regions/require-declared-target";
import type { Rule } from "./rule";
import { forbidFunctionUrl } from "./tokens/forbid-function-url";
import { forbidPayloadLogging } from "./tokens/forbid-payload-logging";
import { forbidPlaintextSecrets } from "./tokens/forbid-plaintext-secrets";
import { forbidPublicApiEndpoint } from "./tokens/forbid-public-api-endpoint";
import { forbidPublicFunctionPermission } from "./tokens/forbid-public-function-permission";
import { forbidPublicIngress } from "./tokens/forbid-public-ingress";
import { forbidPublicLoadBalancer } from "./tokens/forbid-public-load-balancer";
import { forbidWildcardPermissions } from "./tokens/forbid-wildcard-permissions";
import { limitRoleTrust } from "./tokens/limit-role-trust";
import { limitTokenLifetime } from "./tokens/limit-token-lifetime";
import { requireAccessLogging } from "./tokens/require-access-logging";
import { requireApiAuthorization } from "./tokens/require-api-authorization";
import { requireLogEncryption } from "./tokens/require-log-encryption";
import { requireLogRetention } from "./tokens/require-log-retention";
import { requirePrivateApiPolicy } from "./tokens/require-private-api-policy";
import { requireSecretEncryption } from "./tokens/require-secret-encryption";
import { requireThrottling } from "./tokens/require-throttling";

export const rules: readonly Rule[] = [
  // tokens/
  forbidPublicApiEndpoint,
  requirePrivateApiPolicy,
  requireApiAuthorization,
  forbidFunctionUrl,
  forbidPublicFunctionPermission,
  forbidPublicLoadBalancer,
  forbidPublicIngress,
  forbidPlaintextSecrets,
  limitTokenLifetime,
  requireSecretEncryption,
  forbidWildcardPermissions,
  limitRoleTrust,
  requireLogRetention,
  requireLogEncryption,
  requireAccessLogging,
  forbidPayloadLogging,
  requireThrottling,
  // recordings/
  requireBucketEncryption,
  forbidPublicBucket,
  requireTlsOnlyBucket,
  requireBucketOwnerEnforced,
  requireBucketVersioning,
  limitBucketCors,
  limitBucketRetention,
  requireBucketAccessLogs,
  requireAuditTrail,
  requireKeyRotation,
  forbidPublicKeyPolicy,
  forbidPublicResourcePolicy,
  forbidDestroyableStorage,
  requireStoreEncryption,
  // regions/
  requireAllowedRegion,
  forbidCrossRegionCopy,
  requireDeclaredTarget,
  forbidEdgeService,
  limitProviders,
  // identities/
  forbidPersonalData,
  requireStandardTags,
];
