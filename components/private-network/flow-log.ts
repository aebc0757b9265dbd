// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { flowLogPolicy, flowLogTrust } from "./flow-log-documents";

interface FlowLog {
  readonly region: pulumi.Output<string>;
  readonly accountId: pulumi.Output<string>;
  readonly vpcId: pulumi.Output<string>;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly logRetentionDays: pulumi.Input<number>;
}

/** Makes the VPC flow log: which addresses exchanged traffic in the network. */
export function makeFlowLog(
  name: string,
  { region, accountId, vpcId, kmsKeyArn, logRetentionDays }: FlowLog,
  opts: pulumi.CustomResourceOptions,
): void {
  const logGroup = new aws.cloudwatch.LogGroup(
    `${name}-flow-log`,
    { kmsKeyId: kmsKeyArn, retentionInDays: logRetentionDays },
    opts,
  );
  const role = new aws.iam.Role(
    `${name}-flow-log`,
    {
      description: `Writes the flow log of ${name}`,
      assumeRolePolicy: pulumi.output({ awsRegion: region, accountId }).apply(flowLogTrust),
    },
    opts,
  );
  const permissions = new aws.iam.RolePolicy(
    `${name}-flow-log`,
    { role: role.id, policy: logGroup.arn.apply(flowLogPolicy) },
    opts,
  );
  new aws.ec2.FlowLog(
    `${name}-flow-log`,
    {
      vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
    },
    { ...opts, dependsOn: [permissions] },
  );
}
