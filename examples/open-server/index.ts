// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

// A token server the way a quick start leaves it: everything works, for everybody.
const allow = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });

const role = new aws.iam.Role("sign", {
  assumeRolePolicy: allow({ Action: "sts:AssumeRole", Principal: "*" }),
});
new aws.iam.RolePolicy("sign", {
  role: role.id,
  policy: allow({ Action: "secretsmanager:GetSecretValue", Resource: "*" }),
});
new aws.secretsmanager.Secret("certificate", { recoveryWindowInDays: 0 });

const sign = new aws.lambda.Function("sign", {
  role: role.arn,
  runtime: "nodejs20.x",
  handler: "index.handler",
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.StringAsset("exports.handler = sign;"),
  }),
  environment: { variables: { DB_PASSWORD: "changeme", TOKEN_TTL_DAYS: "30" } },
});
new aws.lambda.FunctionUrl("sign", { functionName: sign.name, authorizationType: "NONE" });
new aws.lambda.Permission("sign", {
  action: "lambda:InvokeFunction",
  function: sign.name,
  principal: "apigateway.amazonaws.com",
});
new aws.cloudwatch.LogGroup("sign", { name: pulumi.interpolate`/aws/lambda/${sign.name}` });

// A private API that anybody may call who finds an endpoint, and that writes tokens into its log.
const api = new aws.apigateway.RestApi("tokens", {
  endpointConfiguration: { types: "PRIVATE" },
  policy: allow({ Action: "execute-api:Invoke", Principal: "*", Resource: "execute-api:/*" }),
});
const method = new aws.apigateway.Method("sign", {
  restApi: api.id,
  resourceId: api.rootResourceId,
  httpMethod: "POST",
  authorization: "NONE",
});
const deployment = new aws.apigateway.Deployment(
  "live",
  { restApi: api.id },
  { dependsOn: [method] },
);
const stage = new aws.apigateway.Stage("live", {
  restApi: api.id,
  deployment: deployment.id,
  stageName: "live",
});
new aws.apigateway.MethodSettings("live", {
  restApi: api.id,
  stageName: stage.stageName,
  methodPath: "*/*",
  settings: { dataTraceEnabled: true },
});

new aws.lb.LoadBalancer("front", { subnets: ["subnet-1", "subnet-2"] });
new aws.vpc.SecurityGroupIngressRule("front", {
  securityGroupId: "sg-0123456789abcdef0",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  cidrIpv4: "0.0.0.0/0",
});

export const url = api.id;
export const database = { user: "app", password: "changeme" };
