// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { RegionalDeployment } from "../components/regional-deployment/regional-deployment";
import type { TemporaryCaller } from "../components/token-service/temporary-caller";
import { makeApiGatewayAccount } from "./api-gateway-account";
import type { RegionConfiguration } from "./configuration-values";
import type { StackConfig } from "./read-config";

/** The outputs of a data centre, for other programs and for Agora Console. */
export interface DataCenterOutputs {
  readonly apiUrl: pulumi.Output<string>;
  readonly apiId: pulumi.Output<string>;
  readonly vpcEndpointId: pulumi.Output<string>;
  readonly backendPolicyArn: pulumi.Output<string>;
  readonly backendSecurityGroupId: pulumi.Output<string> | undefined;
  readonly secretArn: pulumi.Output<string>;
  readonly fillSecretCommand: pulumi.Output<string>;
  readonly bucketName: pulumi.Output<string> | undefined;
  readonly bucketKeyArn: pulumi.Output<string> | undefined;
  readonly readerPolicyArn: pulumi.Output<string> | undefined;
  readonly writerUserName: pulumi.Output<string> | undefined;
  readonly createAccessKeyCommand: pulumi.Output<string> | undefined;
  readonly storageConfig: pulumi.Output<string> | undefined;
  readonly whiteboardConfig: pulumi.Output<string> | undefined;
  readonly sdkRegion: string;
  readonly restBasePath: pulumi.Output<string>;
}

/** Deploys one data centre with its own provider, because it has its own account, role and region. */
export function deployDataCenter(
  region: RegionConfiguration,
  config: StackConfig,
): DataCenterOutputs {
  const { dataCenter, awsRegion } = region;
  const name = dataCenter.toLowerCase();
  const provider = makeProvider(name, region, config);
  const deployment = new RegionalDeployment(
    name,
    {
      appId: config.appId,
      dataCenter,
      awsRegion,
      backendRoleArns: region.backendRoleArns,
      temporaryCallers: temporaryCallersOf(region, config),
      identityMode: config.identityMode,
      certificate: config.certificate,
      secretAdministratorArns: config.secretAdministratorArns,
      logRetentionDays: config.logRetentionDays,
      reservedConcurrentExecutions: config.reservedConcurrency,
      alarmTopicArn: region.alarmTopicArn ?? config.alarmTopicArn,
      deletionProtection: region.deletionProtection ?? config.deletionProtection,
      network: region.network,
      recording: region.recording,
      apiGatewayAccount: config.manageApiGatewayAccount
        ? makeApiGatewayAccount(name, awsRegion, provider)
        : undefined,
    },
    { providers: [provider] },
  );
  return outputsOf(deployment);
}

function makeProvider(
  name: string,
  { dataCenter, awsRegion, accountId, assumeRoleArn }: RegionConfiguration,
  { tags, aws: access }: StackConfig,
): aws.Provider {
  return new aws.Provider(name, {
    ...access,
    region: awsRegion as aws.Region,
    allowedAccountIds: accountId === undefined ? undefined : [accountId],
    assumeRoles: assumeRoleArn === undefined ? undefined : [{ roleArn: assumeRoleArn }],
    defaultTags: { tags: { ...tags, residency: dataCenter } },
  });
}

/** Backend roles of other data centres that may call this one until their transfer expires. */
function temporaryCallersOf(
  { dataCenter, backendRoleArns }: RegionConfiguration,
  { regions, transfers }: StackConfig,
): TemporaryCaller[] {
  return transfers
    .filter(({ to }) => to === dataCenter)
    .flatMap(({ from, expires }) =>
      regions
        .filter((region) => region.dataCenter === from)
        .flatMap((region) => region.backendRoleArns)
        .filter((roleArn) => !backendRoleArns.includes(roleArn))
        .map((roleArn) => ({ roleArn, until: `${expires}T23:59:59Z` })),
    );
}

function outputsOf(deployment: RegionalDeployment): DataCenterOutputs {
  const { tokenService, recordingStorage } = deployment;
  return {
    apiUrl: tokenService.apiUrl,
    apiId: tokenService.apiId,
    vpcEndpointId: tokenService.vpcEndpointId,
    backendPolicyArn: tokenService.backendPolicyArn,
    backendSecurityGroupId: deployment.backendSecurityGroupId,
    secretArn: tokenService.secretArn,
    fillSecretCommand: tokenService.fillSecretCommand,
    bucketName: recordingStorage?.bucketName,
    bucketKeyArn: recordingStorage?.bucketKeyArn,
    readerPolicyArn: recordingStorage?.readerPolicyArn,
    writerUserName: recordingStorage?.writerUserName,
    createAccessKeyCommand: recordingStorage?.createAccessKeyCommand,
    storageConfig: recordingStorage?.storageConfig,
    whiteboardConfig: recordingStorage?.whiteboardConfig,
    sdkRegion: deployment.sdkRegion,
    restBasePath: deployment.restBasePath,
  };
}
