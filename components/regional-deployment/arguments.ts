// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as pulumi from "@pulumi/pulumi";
import { present } from "../arguments/problems";
import { defaultDeletionProtection } from "../operations/deletion-protection";
import type { RecordingStorageArgs } from "../recording-storage/arguments";
import { dataCenterProblems } from "../regions/data-centers";
import type { TokenServiceArgs } from "../token-service/arguments";

export interface RegionalDeploymentArgs
  extends Pick<
    TokenServiceArgs,
    | "appId"
    | "dataCenter"
    | "awsRegion"
    | "backendRoleArns"
    | "temporaryCallers"
    | "identityMode"
    | "certificate"
    | "secretAdministratorArns"
    | "logRetentionDays"
    | "reservedConcurrentExecutions"
    | "alarmTopicArn"
    | "apiGatewayAccount"
    | "deletionProtection"
  > {
  /**
   * Existing network of the app backend. A change between a given network and our own replaces the
   * endpoints, and `apiUrl` changes with them.
   * @default - a small private network is made
   */
  readonly network?: ExistingNetworkArgs;
  /**
   * Storage for recordings. Removing it deletes no bucket that holds objects.
   * @default - none; nothing is recorded
   */
  readonly recording?: Pick<
    RecordingStorageArgs,
    "retentionDays" | "courseware" | "coursewareRead" | "vault" | "importBucketName"
  >;
}

/** An existing VPC. */
export interface ExistingNetworkArgs {
  /** Id of the VPC. A change replaces the endpoints, and `apiUrl` changes with them. */
  readonly vpcId: pulumi.Input<string>;
  /** Private subnets of the VPC, each in another availability zone. A change updates in place. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Security groups of the app backend, the only ones that reach the endpoint. */
  readonly backendSecurityGroupIds: readonly pulumi.Input<string>[];
  /**
   * Route tables of the subnets. Identity mode `issued` needs them for a DynamoDB endpoint, unless
   * `endpoints.dynamodb` is given.
   * @default - none
   */
  readonly routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Existing endpoints. They are used, and their policies stay as they are.
   * @default - the endpoints that are needed are made
   */
  readonly endpoints?: ExistingEndpointsArgs;
  /**
   * Whether the endpoints made here answer to the usual host names of their services in the whole VPC.
   * If they do, nothing in the VPC can call a public API on an `execute-api` host.
   * @default false
   */
  readonly privateDns?: boolean;
}

/** Ids of existing VPC endpoints. */
export interface ExistingEndpointsArgs {
  /**
   * Interface endpoint for API Gateway. It must admit the roles of the backend. A change of the endpoint
   * changes `apiUrl`.
   * @default - one is made
   */
  readonly executeApi?: pulumi.Input<string>;
  /**
   * Interface endpoint for Secrets Manager. It must admit the function.
   * @default - one is made
   */
  readonly secretsManager?: pulumi.Input<string>;
  /**
   * Gateway endpoint for DynamoDB. It must admit the function.
   * @default - one is made with identity mode `issued`
   */
  readonly dynamodb?: pulumi.Input<string>;
  /**
   * Endpoint for S3, interface or gateway, through which recordings are read.
   * @default - none; recordings are read by presigned URL only
   */
  readonly s3?: pulumi.Input<string>;
}

/** Values of the deployment's own arguments that are absent; its components have theirs. */
export const regionalDeploymentDefaults = {
  deletionProtection: defaultDeletionProtection,
} as const satisfies Partial<RegionalDeploymentArgs>;

/** The problems of the deployment's own arguments, as sentences; its components check theirs. */
export function validateRegionalDeploymentArgs(args: RegionalDeploymentArgs): string[] {
  return present(dataCenterProblems(args.dataCenter, args.awsRegion));
}
