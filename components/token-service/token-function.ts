// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { makeFunction } from "../lambda/function";
import type { DataCenter } from "../regions/data-centers";
import { functionPolicy } from "./documents/function-policy";
import type { VpcConnection } from "./function-network";
import type { IdentityMode } from "./runtime/identity-modes";

/** Folder of the function's built code. */
export const tokenFunctionFolder = join(__dirname, "dist");

interface TokenFunction {
  readonly appId: pulumi.Input<string>;
  readonly dataCenter: DataCenter;
  readonly awsRegion: string;
  readonly identityMode: IdentityMode;
  readonly role: aws.iam.Role;
  readonly secret: aws.secretsmanager.Secret;
  readonly secretKey: aws.kms.Key;
  /** Table of issued ids, with identity mode `issued`. */
  readonly table: aws.dynamodb.Table | undefined;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  /** @default - none */
  readonly reservedConcurrentExecutions?: pulumi.Input<number>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** Connection to the VPC, if the function runs there. */
  readonly vpc: VpcConnection | undefined;
  readonly privateDnsEnabled: boolean;
}

/** Makes the Lambda function that signs tokens. */
export function makeTokenFunction(
  name: string,
  args: TokenFunction,
  opts: pulumi.CustomResourceOptions,
): aws.lambda.Function {
  const { awsRegion, secret, secretKey, table, kmsKeyArn, subnetIds, vpc } = args;
  return makeFunction(
    `${name}-function`,
    {
      awsRegion,
      description: `Signs Agora tokens of ${name}`,
      role: args.role,
      policy: (logGroupArn) =>
        pulumi
          .output({
            awsRegion,
            logGroupArn,
            secretArn: secret.arn,
            secretKeyArn: secretKey.arn,
            ...(table && { tableArn: table.arn, tableKeyArn: kmsKeyArn }),
          })
          .apply(functionPolicy),
      folder: tokenFunctionFolder,
      // The handler answers within 3 s; the rest is for a cold start.
      timeoutSeconds: 5,
      memoryMegabytes: 256,
      variables: environmentOf(args),
      kmsKeyArn,
      logRetentionDays: args.logRetentionDays,
      reservedConcurrentExecutions: args.reservedConcurrentExecutions,
      vpcConfig: vpc && { subnetIds, securityGroupIds: [vpc.securityGroup.id] },
      dependsOn: vpc?.dependsOn,
    },
    opts,
  );
}

/** The function's settings. None of them is a secret. */
function environmentOf(args: TokenFunction): Record<string, pulumi.Input<string>> {
  const { appId, dataCenter, identityMode, secret, table, vpc, privateDnsEnabled } = args;
  return {
    AGORA_APP_ID: appId,
    AGORA_REGION: dataCenter,
    IDENTITY_MODE: identityMode,
    APP_CERTIFICATE_SECRET_ARN: secret.arn,
    ...(table && { CLASSROOM_TABLE_NAME: table.name }),
    // Without private DNS, the usual host name leads out of the VPC, and there is no route.
    ...(vpc &&
      !privateDnsEnabled && {
        AWS_ENDPOINT_URL_SECRETS_MANAGER: urlOf(vpc.secretsManagerEndpoint),
      }),
  };
}

function urlOf(endpoint: aws.ec2.VpcEndpoint): pulumi.Output<string> {
  return endpoint.dnsEntries.apply((entries) => `https://${entries[0]?.dnsName}`);
}
