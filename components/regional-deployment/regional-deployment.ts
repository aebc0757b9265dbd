// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { rejectProblems } from "../argument-error";
import { makeOperationsKey } from "../operations/operations-key";
import { PrivateNetwork } from "../private-network/private-network";
import {
  RecordingStorage,
  type RecordingStorageArgs,
} from "../recording-storage/recording-storage";
import { type DataCenter, dataCenterFacts } from "../regions/data-centers";
import { regionOfProvider } from "../regions/provider-region";
import { TokenService, type TokenServiceArgs } from "../token-service/token-service";
import type { ExistingNetworkArgs } from "./existing-network";
import { validateRegionalDeploymentArgs } from "./validation";

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
   * Network of the app backend.
   * @default - a small private network is made
   */
  readonly network?: ExistingNetworkArgs;
  /**
   * Storage for recordings.
   * @default - none, and nothing is recorded
   */
  readonly recording?: Pick<
    RecordingStorageArgs,
    "retentionDays" | "courseware" | "coursewareRead" | "vault" | "importBucketName"
  >;
}

/** One Agora data centre on one AWS region: all that its classrooms need, and nothing that leaves it. */
export class RegionalDeployment extends pulumi.ComponentResource {
  /** The token server of the data centre. */
  public readonly tokenService: TokenService;
  /** The data centre's storage, when there is one. */
  public readonly recordingStorage: RecordingStorage | undefined;
  /** Security group that the app backend joins; none when its network was given. */
  public readonly backendSecurityGroupId: pulumi.Output<string> | undefined;
  /** The data centre as the Classroom SDK wants it for `region`. */
  public readonly sdkRegion: DataCenter;
  /** What Agora's REST paths begin with. */
  public readonly restBasePath: pulumi.Output<string>;

  /**
   * @param name Name of the component; its children's names begin with it.
   * @param args What the deployment needs.
   * @param opts Options; `provider` is the AWS provider of `awsRegion`.
   */
  public constructor(
    name: string,
    args: RegionalDeploymentArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("agora-classroom:index:RegionalDeployment", name, {}, opts);
    const instance = { component: "RegionalDeployment", name };
    rejectProblems(this, instance, validateRegionalDeploymentArgs(args));
    const { network, recording, ...shared } = args;
    const { dataCenter, awsRegion, deletionProtection = true, logRetentionDays } = args;
    const { cidrBlock, restSegment } = dataCenterFacts(dataCenter);
    const child = { parent: this };
    const { accountId } = aws.getCallerIdentityOutput({}, child);
    const kmsKeyArn = makeOperationsKey(
      name,
      { awsRegion: regionOfProvider(this, instance, awsRegion), accountId, deletionProtection },
      child,
    ).arn;
    const made = (): PrivateNetwork =>
      new PrivateNetwork(
        `${name}-network`,
        { awsRegion, cidrBlock, kmsKeyArn, logRetentionDays, deletionProtection },
        child,
      );
    const { s3EndpointId, ...place } = network ? placeInExisting(network) : placeIn(made());

    this.tokenService = new TokenService(
      `${name}-tokens`,
      { ...shared, ...place, kmsKeyArn },
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
      : pulumi.output(place.backendSecurityGroupIds[0] ?? "");
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

type Place = Pick<RecordingStorageArgs, "s3EndpointId"> &
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

/** In a network of our own nothing else minds private DNS. */
function placeIn(made: PrivateNetwork): Place {
  const { vpcId, subnetIds, routeTableIds, backendSecurityGroupId, s3EndpointId } = made;
  return {
    s3EndpointId,
    vpcId,
    subnetIds,
    routeTableIds,
    backendSecurityGroupIds: [backendSecurityGroupId],
    privateDnsEnabled: true,
  };
}

function placeInExisting({ endpoints, privateDns, ...place }: ExistingNetworkArgs): Place {
  return {
    ...place,
    privateDnsEnabled: privateDns,
    executeApiEndpointId: endpoints?.executeApi,
    secretsManagerEndpointId: endpoints?.secretsManager,
    dynamodbEndpointId: endpoints?.dynamodb,
    s3EndpointId: endpoints?.s3,
  };
}
