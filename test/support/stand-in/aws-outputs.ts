// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { awsRegionFacts } from "../../../components/regions/aws-regions";

interface Place {
  readonly awsRegion: string;
  readonly accountId: string;
}

type Outputs = Readonly<Record<string, unknown>>;

/**
 * What AWS adds to a resource, as far as our components read it; ids are made of names, so that
 * tests can tell them apart.
 */
export function awsOutputs(type: string, name: string, inputs: Outputs, place: Place): Outputs {
  const { awsRegion, accountId } = place;
  const { partition } = awsRegionFacts(awsRegion);
  const arn = (service: string, resource: string): string =>
    `arn:${partition}:${service}:${awsRegion}:${accountId}:${resource}`;
  const iamArn = (resource: string): string => `arn:${partition}:iam::${accountId}:${resource}`;
  const outputs: Readonly<Record<string, Outputs>> = {
    "aws:apigateway/restApi:RestApi": {
      name,
      arn: `arn:${partition}:apigateway:${awsRegion}::/restapis/${name}-id`,
      executionArn: arn("execute-api", `${name}-id`),
      rootResourceId: `${name}-root`,
    },
    "aws:cloudwatch/eventRule:EventRule": { name, arn: arn("events", `rule/${name}`) },
    "aws:cloudwatch/logGroup:LogGroup": {
      name: inputs.name ?? name,
      arn: arn("logs", `log-group:${inputs.name ?? name}`),
    },
    "aws:dynamodb/table:Table": { name, arn: arn("dynamodb", `table/${name}`) },
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
      prefixListId: `pl-${name}`,
      securityGroupIds: inputs.securityGroupIds ?? [`sg-of-${name}`],
      dnsEntries: [{ dnsName: `${name}.vpce.${awsRegion}.example`, hostedZoneId: "Z1" }],
    },
    "aws:iam/policy:Policy": { arn: iamArn(`policy/${name}`) },
    "aws:iam/role:Role": { name, arn: iamArn(`role/${name}`) },
    "aws:iam/user:User": { name, arn: iamArn(`user/${name}`) },
    "aws:kms/key:Key": { keyId: `${name}-id`, arn: arn("kms", `key/${name}-id`) },
    "aws:lambda/function:Function": {
      name,
      arn: arn("lambda", `function:${name}`),
      invokeArn:
        `arn:${partition}:apigateway:${awsRegion}:lambda:path/2015-03-31/functions/` +
        `${arn("lambda", `function:${name}`)}/invocations`,
    },
    "aws:s3/bucket:Bucket": {
      bucket: inputs.bucket ?? name,
      arn: `arn:${partition}:s3:::${inputs.bucket ?? name}`,
    },
    "aws:secretsmanager/secret:Secret": { arn: arn("secretsmanager", `secret:${name}-AbCdEf`) },
    "aws:sns/topic:Topic": { name, arn: arn("sns", name) },
  };
  return outputs[type] ?? {};
}
