// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { withDefaults } from "../arguments/defaults";
import { rejectFor } from "../arguments/problems";
import { makeOperationsKey } from "../operations/operations-key";
import { PrivateNetwork } from "../private-network/private-network";
import type { RecordingStorageArgs } from "../recording-storage/arguments";
import { RecordingStorage } from "../recording-storage/recording-storage";
import { type DataCenter, dataCenterFacts } from "../regions/data-centers";
import { regionOfProvider } from "../regions/provider-region";
import type { TokenServiceArgs } from "../token-service/arguments";
import { TokenService } from "../token-service/token-service";
import {
  type ExistingNetworkArgs,
  type RegionalDeploymentArgs,
  regionalDeploymentDefaults,
  validateRegionalDeploymentArgs,
} from "./arguments";

/** One Agora data centre on one AWS region, with everything that its classrooms need. No data leaves it. */
export class RegionalDeployment extends pulumi.ComponentResource {
  /** The token server of the data centre. */
  public readonly tokenService: TokenService;
  /** The data centre's storage, with `recording`. */
  public readonly recordingStorage: RecordingStorage | undefined;
  /** Security group for the app backend; none with an existing network. */
  public readonly backendSecurityGroupId: pulumi.Output<string> | undefined;
  /** The data centre, as the Classroom SDK's `region` expects it. */
  public readonly sdkRegion: DataCenter;
  /** Start of Agora's REST paths. */
  public readonly restBasePath: pulumi.Output<string>;

  /**
   * @param name Name of the component; the names of its children begin with it.
   * @param args Arguments of the deployment.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(
    name: string,
    args: RegionalDeploymentArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("agora-classroom:index:RegionalDeployment", name, {}, opts);
    const reject = rejectFor(this, "RegionalDeployment", name);
    reject(validateRegionalDeploymentArgs(args));
    const { network, recording, ...shared } = withDefaults(args, regionalDeploymentDefaults);
    const { dataCenter, awsRegion, deletionProtection, logRetentionDays } = shared;
    const { cidrBlock, restSegment } = dataCenterFacts(dataCenter);
    const child = { parent: this };
    const { accountId } = aws.getCallerIdentityOutput({}, child);
    const kmsKeyArn = makeOperationsKey(
      name,
      { awsRegion: regionOfProvider(this, reject, awsRegion), accountId, deletionProtection },
      child,
    ).arn;
    const { s3EndpointId, ...networkArgs } = network
      ? argsOfExistingNetwork(network)
      : argsOfOwnNetwork(
          new PrivateNetwork(
            `${name}-network`,
            { awsRegion, cidrBlock, kmsKeyArn, logRetentionDays, deletionProtection },
            child,
          ),
        );

    this.tokenService = new TokenService(
      `${name}-tokens`,
      { ...shared, ...networkArgs, kmsKeyArn },
      child,
    );
    this.recordingStorage =
      recording &&
      new RecordingStorage(
        `${name}-recordings`,
        {
          ...recording,
          awsRegion,
          s3EndpointId,
          kmsKeyArn,
          alarmTopicArn: this.tokenService.alarmTopicArn,
          logRetentionDays,
          deletionProtection,
        },
        child,
      );
    this.backendSecurityGroupId = network
      ? undefined
      : pulumi.output(networkArgs.backendSecurityGroupIds[0] ?? "");
    this.sdkRegion = dataCenter;
    this.restBasePath = pulumi.interpolate`/${restSegment}/edu/apps/${args.appId}`;
    this.registerOutputs({
      tokenService: this.tokenService,
      recordingStorage: this.recordingStorage,
      backendSecurityGroupId: this.backendSecurityGroupId,
      sdkRegion: this.sdkRegion,
      restBasePath: this.restBasePath,
    });
  }
}

type NetworkArgs = Pick<RecordingStorageArgs, "s3EndpointId"> &
  Pick<
    TokenServiceArgs,
    | "vpcId"
    | "subnetIds"
    | "backendSecurityGroupIds"
    | "routeTableIds"
    | "privateDnsEnabled"
    | "executeApiEndpointId"
    | "secretsManagerEndpointId"
    | "dynamodbEndpointId"
  >;

/** Private DNS changes host names in the whole VPC, and in our own network no other workload uses them. */
function argsOfOwnNetwork(network: PrivateNetwork): NetworkArgs {
  const { vpcId, subnetIds, routeTableIds, backendSecurityGroupId, s3EndpointId } = network;
  return {
    s3EndpointId,
    vpcId,
    subnetIds,
    routeTableIds,
    backendSecurityGroupIds: [backendSecurityGroupId],
    privateDnsEnabled: true,
  };
}

function argsOfExistingNetwork(network: ExistingNetworkArgs): NetworkArgs {
  const { endpoints, privateDns, ...rest } = network;
  return {
    ...rest,
    privateDnsEnabled: privateDns,
    executeApiEndpointId: endpoints?.executeApi,
    secretsManagerEndpointId: endpoints?.secretsManager,
    dynamodbEndpointId: endpoints?.dynamodb,
    s3EndpointId: endpoints?.s3,
  };
}
