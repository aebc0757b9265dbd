// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join } from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { serviceTrust } from "../access/policy-document";
import { awsRegionFacts } from "../regions/aws-regions";

interface FunctionRole {
  readonly awsRegion: string;
  readonly description: string;
}

/** Makes the role of a function. `makeFunction` adds the permissions, once everything that they name exists. */
export function makeFunctionRole(
  name: string,
  { awsRegion, description }: FunctionRole,
  opts: pulumi.CustomResourceOptions,
): aws.iam.Role {
  const lambda = awsRegionFacts(awsRegion).servicePrincipal("lambda");
  return new aws.iam.Role(name, { description, assumeRolePolicy: serviceTrust(lambda) }, opts);
}

interface LambdaFunction {
  readonly awsRegion: string;
  readonly description: string;
  readonly role: aws.iam.Role;
  /** Text of the role's permissions. */
  readonly policy: (logGroupArn: pulumi.Output<string>) => pulumi.Output<string>;
  /** Folder of the built code. */
  readonly folder: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly variables: Readonly<Record<string, pulumi.Input<string>>>;
  /** Key of the log. */
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
  /** @default - none */
  readonly reservedConcurrentExecutions?: pulumi.Input<number>;
  /** @default - the function runs outside the VPC */
  readonly vpcConfig?: aws.types.input.lambda.FunctionVpcConfig;
  /** Resources besides its permissions that the function needs at its first call. @default - none */
  readonly dependsOn?: readonly pulumi.Resource[];
}

/** Makes a Node.js function from a built folder, with its log group and the permissions of its role. */
export function makeFunction(
  name: string,
  args: LambdaFunction,
  opts: pulumi.CustomResourceOptions,
): aws.lambda.Function {
  const { lambdaArchitecture, lambdaRuntime } = awsRegionFacts(args.awsRegion);
  const logGroup = new aws.cloudwatch.LogGroup(
    name,
    { kmsKeyId: args.kmsKeyArn, retentionInDays: args.logRetentionDays },
    opts,
  );
  const permissions = new aws.iam.RolePolicy(
    name,
    { role: args.role.id, policy: args.policy(logGroup.arn) },
    opts,
  );
  return new aws.lambda.Function(
    name,
    {
      description: args.description,
      role: args.role.arn,
      runtime: lambdaRuntime,
      architectures: [lambdaArchitecture],
      handler: "index.handler",
      code: new pulumi.asset.AssetArchive({
        "index.js": new pulumi.asset.FileAsset(join(args.folder, "index.js")),
      }),
      timeout: args.timeoutSeconds,
      memorySize: args.memoryMegabytes,
      reservedConcurrentExecutions: args.reservedConcurrentExecutions,
      environment: { variables: args.variables },
      loggingConfig: { logFormat: "Text", logGroup: logGroup.name },
      ...(args.vpcConfig && { vpcConfig: args.vpcConfig }),
    },
    { ...opts, dependsOn: [permissions, ...(args.dependsOn ?? [])] },
  );
}
