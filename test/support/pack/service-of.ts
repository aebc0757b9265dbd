// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The AWS service of a type, by CloudFormation's name for it. aws-native uses that name as its module;
 * aws has modules of its own, some of which hold the types of several services.
 */

/** The services whose types lie in another service's module of aws: `cloudwatch/eventRule` is EventBridge's. */
const byPrefix: readonly (readonly [prefix: string, service: string])[] = [
  ["bedrock/agentcore", "bedrockagentcore"],
  ["cloudwatch/event", "events"],
  ["cloudwatch/internetMonitor", "internetmonitor"],
  ["cloudwatch/log", "logs"],
  ["kinesis/firehose", "kinesisfirehose"],
  ["kinesis/video", "kinesisvideo"],
  ["lambda/microvms", "lambdamicrovms"],
  ["route53/resolver", "route53resolver"],
  ["s3/directoryBucket", "s3express"],
  ["s3/vectors", "s3vectors"],
  ["s3control/objectLambda", "s3objectlambda"],
];

/** The services whose module of aws has another name. */
const byModule: Readonly<Record<string, string>> = {
  alb: "elasticloadbalancingv2",
  amp: "aps",
  applicationloadbalancing: "elasticloadbalancingv2",
  bcmdata: "bcmdataexports",
  bedrockmodel: "bedrock",
  cfg: "configuration",
  chimesdkmediapipelines: "chime",
  ebs: "ec2",
  ec2clientvpn: "ec2",
  ec2transitgateway: "ec2",
  ecrpublic: "ecr",
  elasticsearch: "opensearchservice",
  elb: "elasticloadbalancing",
  keyspaces: "cassandra",
  lb: "elasticloadbalancingv2",
  mailmanager: "ses",
  mq: "amazonmq",
  mskconnect: "kafkaconnect",
  opensearch: "opensearchservice",
  resourceexplorer: "resourceexplorer2",
  s3control: "s3",
  sesv2: "ses",
  ssoadmin: "sso",
  timestreaminfluxdb: "timestream",
  timestreamquery: "timestream",
  timestreamwrite: "timestream",
  verifiedaccess: "ec2",
  vpc: "ec2",
};

export function serviceOf(type: string): string {
  const [provider = "", path = ""] = type.split(":");
  const [, service] =
    (provider === "aws" && byPrefix.find(([prefix]) => path.startsWith(prefix))) || [];
  const [module = ""] = path.split("/");
  return service ?? byModule[module] ?? module;
}
