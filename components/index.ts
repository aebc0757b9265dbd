// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

export { PrivateNetwork, type PrivateNetworkArgs } from "./private-network/private-network";
export type { CoursewareRead } from "./recording-storage/documents/bucket-policy";
export {
  type CoursewareArgs,
  RecordingStorage,
  type RecordingStorageArgs,
  type VaultArgs,
} from "./recording-storage/recording-storage";
export type {
  ExistingEndpointsArgs,
  ExistingNetworkArgs,
} from "./regional-deployment/existing-network";
export {
  RegionalDeployment,
  type RegionalDeploymentArgs,
} from "./regional-deployment/regional-deployment";
export { type DataCenter, dataCenters } from "./regions/data-centers";
export type { TemporaryCaller } from "./token-service/documents/api-policy";
export { TokenService, type TokenServiceArgs } from "./token-service/token-service";
