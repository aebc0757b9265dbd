// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as pulumi from "@pulumi/pulumi";
import type { TokenServiceArgs } from "../../../components/token-service/arguments";
import { TokenService } from "../../../components/token-service/token-service";
import { ACCOUNT, type Settled, settled } from "./settled";

const backendRole = `arn:aws:iam::${ACCOUNT}:role/classroom-backend`;

/** The required arguments of a token service in Europe, and no other. */
export const required: TokenServiceArgs = {
  appId: "970CA35de60c44645bbae8a215061b33",
  dataCenter: "EU",
  awsRegion: "eu-central-1",
  vpcId: "vpc-1",
  subnetIds: ["subnet-1", "subnet-2"],
  backendSecurityGroupIds: ["sg-backend"],
  backendRoleArns: [backendRole],
};

/** The types and names of a service called `eu` with only the required arguments. */
export const defaultChildren = [
  "agora-classroom:index:TokenService eu",
  "aws:apigateway/deployment:Deployment eu-deployment",
  "aws:apigateway/integration:Integration eu-check-health",
  "aws:apigateway/integration:Integration eu-issue-room-user-token",
  "aws:apigateway/integration:Integration eu-issue-rtm-token",
  "aws:apigateway/method:Method eu-check-health",
  "aws:apigateway/method:Method eu-issue-room-user-token",
  "aws:apigateway/method:Method eu-issue-rtm-token",
  "aws:apigateway/methodSettings:MethodSettings eu-settings",
  "aws:apigateway/model:Model eu-issue-room-user-token",
  "aws:apigateway/model:Model eu-issue-rtm-token",
  "aws:apigateway/requestValidator:RequestValidator eu-validator",
  "aws:apigateway/resource:Resource eu-path-v1",
  "aws:apigateway/resource:Resource eu-path-v1-health",
  "aws:apigateway/resource:Resource eu-path-v1-tokens",
  "aws:apigateway/resource:Resource eu-path-v1-tokens-room-user",
  "aws:apigateway/resource:Resource eu-path-v1-tokens-rtm",
  "aws:apigateway/response:Response eu-access-denied",
  "aws:apigateway/response:Response eu-bad-request-body",
  "aws:apigateway/response:Response eu-default-4xx",
  "aws:apigateway/response:Response eu-default-5xx",
  "aws:apigateway/response:Response eu-missing-authentication-token",
  "aws:apigateway/response:Response eu-request-too-large",
  "aws:apigateway/response:Response eu-throttled",
  "aws:apigateway/response:Response eu-unsupported-media-type",
  "aws:apigateway/restApi:RestApi eu-api",
  "aws:apigateway/restApiPolicy:RestApiPolicy eu-api-policy",
  "aws:apigateway/stage:Stage eu-stage",
  "aws:cloudwatch/logGroup:LogGroup eu-access",
  "aws:cloudwatch/logGroup:LogGroup eu-execution",
  "aws:cloudwatch/logGroup:LogGroup eu-function",
  "aws:cloudwatch/logMetricFilter:LogMetricFilter eu-refused",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-certificate-unavailable",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-errors",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-latency",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-refused-callers",
  "aws:cloudwatch/metricAlarm:MetricAlarm eu-throttles",
  "aws:ec2/securityGroup:SecurityGroup eu-endpoint",
  "aws:ec2/securityGroup:SecurityGroup eu-function",
  "aws:ec2/securityGroup:SecurityGroup eu-secrets-manager",
  "aws:ec2/vpcEndpoint:VpcEndpoint eu-endpoint",
  "aws:ec2/vpcEndpoint:VpcEndpoint eu-secrets-manager",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy eu-endpoint-policy",
  "aws:iam/policy:Policy eu-backend",
  "aws:iam/role:Role eu-function",
  "aws:iam/rolePolicy:RolePolicy eu-function",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment eu-function-network",
  "aws:kms/key:Key eu-operations-key",
  "aws:kms/key:Key eu-secret-key",
  "aws:kms/keyPolicy:KeyPolicy eu-secret-key-policy",
  "aws:lambda/function:Function eu-function",
  "aws:lambda/permission:Permission eu-check-health",
  "aws:lambda/permission:Permission eu-issue-room-user-token",
  "aws:lambda/permission:Permission eu-issue-rtm-token",
  "aws:secretsmanager/secret:Secret eu-certificate",
  "aws:secretsmanager/secretPolicy:SecretPolicy eu-certificate-policy",
  "aws:sns/topic:Topic eu-alarms",
  "aws:sns/topicPolicy:TopicPolicy eu-alarms",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-function-to-secrets-manager",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule eu-endpoint-from-backend-0",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule eu-secrets-manager-from-function",
];

/** A token service called `eu`, under mocks. */
export function buildTokenService(
  overrides: Partial<TokenServiceArgs> = {},
  options: pulumi.ComponentResourceOptions = {},
): Promise<Settled<TokenService>> {
  const args = { ...required, ...overrides };
  return settled(args.awsRegion, () => new TokenService("eu", args, options));
}

let withDefaults: Promise<Settled<TokenService>> | undefined;

/** The token service with only the required arguments, built once for all suites that look at it. */
export function defaultTokenService(): Promise<Settled<TokenService>> {
  withDefaults ??= buildTokenService();
  return withDefaults;
}
