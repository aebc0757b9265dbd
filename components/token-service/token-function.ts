// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { awsRegionFacts } from "../regions/aws-regions";
import type { DataCenter } from "../regions/data-centers";
import { functionPolicy } from "./documents/function-policy";
import type { FunctionPlacement } from "./function-network";
import type { IdentityMode } from "./runtime/settings";

/** Where the build leaves the function's code. */
export const tokenFunctionFolder = join(__dirname, "dist");

interface TokenFunction {
  readonly appId: pulumi.Input<string>;
  readonly dataCenter: DataCenter;
  readonly awsRegion: string;
  readonly identityMode: IdentityMode;
  readonly role: aws.iam.Role;
  readonly roleAttachments: readonly pulumi.Resource[];
  readonly secret: aws.secretsmanager.Secret;
  readonly secretKey: aws.kms.Key;
  readonly table: aws.dynamodb.Table | undefined;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  /** @default - none */
  readonly reservedConcurrentExecutions?: pulumi.Input<number>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  readonly placement: FunctionPlacement | undefined;
  readonly privateDnsEnabled: boolean;
}

/** Makes the function that signs tokens, with its log. */
export function makeTokenFunction(
  name: string,
  args: TokenFunction,
  opts: pulumi.CustomResourceOptions,
): aws.lambda.Function {
  const { awsRegion, role, placement, table } = args;
  const { lambdaArchitecture, lambdaRuntime } = awsRegionFacts(awsRegion);
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-function`,
    { kmsKeyId: args.kmsKeyArn, retentionInDays: args.logRetentionDays },
    opts,
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-function`,
    {
      role: role.id,
      policy: pulumi
        .output({
          awsRegion,
          logGroupArn: logGroup.arn,
          secretArn: args.secret.arn,
          secretKeyArn: args.secretKey.arn,
          ...(table && { tableArn: table.arn, tableKeyArn: args.kmsKeyArn }),
        })
        .apply(functionPolicy),
    },
    opts,
  );
  return new aws.lambda.Function(
    `${name}-function`,
    {
      description: `Signs Agora tokens of ${name}`,
      role: role.arn,
      runtime: lambdaRuntime,
      architectures: [lambdaArchitecture],
      handler: "index.handler",
      code: new pulumi.asset.AssetArchive({
        "index.js": new pulumi.asset.FileAsset(join(tokenFunctionFolder, "index.js")),
      }),
      // The handler answers within 3 s; the rest is for starting up.
      timeout: 5,
      memorySize: 256,
      reservedConcurrentExecutions: args.reservedConcurrentExecutions,
      environment: { variables: environmentOf(args) },
      loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
      ...(placement && {
        vpcConfig: {
          subnetIds: args.subnetIds,
          securityGroupIds: [placement.securityGroup.id],
        },
      }),
    },
    {
      ...opts,
      dependsOn: [permissions, ...args.roleAttachments, ...(placement?.routes ?? [])],
    },
  );
}

/** What the function reads as its settings; none of it is a secret. */
function environmentOf(args: TokenFunction): Record<string, pulumi.Input<string>> {
  const { appId, dataCenter, identityMode, secret, table, placement, privateDnsEnabled } = args;
  return {
    AGORA_APP_ID: appId,
    AGORA_REGION: dataCenter,
    IDENTITY_MODE: identityMode,
    APP_CERTIFICATE_SECRET_ARN: secret.arn,
    ...(table && { CLASSROOM_TABLE_NAME: table.name }),
    // Without private DNS the usual name leads out of the VPC, where there is no way.
    ...(placement &&
      !privateDnsEnabled && {
        AWS_ENDPOINT_URL_SECRETS_MANAGER: urlOf(placement.secretsManagerEndpoint),
      }),
  };
}

function urlOf(endpoint: aws.ec2.VpcEndpoint): pulumi.Output<string> {
  return endpoint.dnsEntries.apply((entries) => `https://${entries[0]?.dnsName}`);
}
