// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as pulumi from "@pulumi/pulumi";

/** A VPC that exists already. */
export interface ExistingNetworkArgs {
  /** Id of the VPC. */
  readonly vpcId: pulumi.Input<string>;
  /** Private subnets of the VPC, each in another availability zone. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Security groups of the app backend. */
  readonly backendSecurityGroupIds: readonly pulumi.Input<string>[];
  /**
   * Route tables of the subnets, for the DynamoDB endpoint that identity mode `issued` needs.
   * @default - none
   */
  readonly routeTableIds?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Endpoints that exist already; they are used and their policies left alone.
   * @default - those that are needed are made
   */
  readonly endpoints?: ExistingEndpointsArgs;
  /**
   * Whether the endpoints made here take over their service's usual host names in the whole VPC.
   * @default false
   */
  readonly privateDns?: boolean;
}

/** Ids of VPC endpoints that exist already. */
export interface ExistingEndpointsArgs {
  /**
   * Interface endpoint for API Gateway.
   * @default - one is made
   */
  readonly executeApi?: pulumi.Input<string>;
  /**
   * Interface endpoint for Secrets Manager.
   * @default - one is made
   */
  readonly secretsManager?: pulumi.Input<string>;
  /**
   * Gateway endpoint for DynamoDB.
   * @default - one is made with identity mode `issued`
   */
  readonly dynamodb?: pulumi.Input<string>;
  /**
   * Endpoint for S3, interface or gateway, that recordings are read through.
   * @default - none, and recordings are read by presigned URLs only
   */
  readonly s3?: pulumi.Input<string>;
}
