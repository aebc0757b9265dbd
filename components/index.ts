// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

export type { PrivateNetworkArgs } from "./private-network/arguments";
export { PrivateNetwork } from "./private-network/private-network";
export type {
  CoursewareArgs,
  CoursewareRead,
  RecordingStorageArgs,
  VaultArgs,
} from "./recording-storage/arguments";
export { RecordingStorage } from "./recording-storage/recording-storage";
export type {
  ExistingEndpointsArgs,
  ExistingNetworkArgs,
  RegionalDeploymentArgs,
} from "./regional-deployment/arguments";
export { RegionalDeployment } from "./regional-deployment/regional-deployment";
export { type DataCenter, dataCenters } from "./regions/data-centers";
export type { TokenServiceArgs } from "./token-service/arguments";
export type { TemporaryCaller } from "./token-service/temporary-caller";
export { TokenService } from "./token-service/token-service";
