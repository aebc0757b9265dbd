// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { DataCenter } from "../../../components/regions/data-centers";
import type { IdentityMode } from "../../../components/token-service/runtime/settings";
import type { TokenServiceArgs } from "../../../components/token-service/token-service";
import {
  certificateProblem,
  validateTokenServiceArgs,
} from "../../../components/token-service/validation";

const right: TokenServiceArgs = {
  appId: "970CA35de60c44645bbae8a215061b33",
  dataCenter: "EU",
  awsRegion: "eu-central-1",
  vpcId: "vpc-1",
  subnetIds: ["subnet-1"],
  backendSecurityGroupIds: ["sg-1"],
  backendRoleArns: ["arn:aws:iam::111122223333:role/backend"],
};

const roleSentence = (property: string, got: string): string =>
  `'${property}' must be the ARN of an IAM role in partition aws without wildcards, got "${got}". Write arn:aws:iam::<account id>:role/<name>.`;

const wrong: Record<string, [Partial<TokenServiceArgs>, string]> = {
  "an App ID that is too short": [
    { appId: "abc" },
    "'appId' must be 32 hexadecimal characters, got \"abc\". Copy it from Agora Console.",
  ],
  "an App ID with a letter beyond f": [
    { appId: "g".repeat(32) },
    `'appId' must be 32 hexadecimal characters, got "${"g".repeat(32)}". Copy it from Agora Console.`,
  ],
  "a data centre that Agora does not have": [
    { dataCenter: "JP" as DataCenter },
    "'dataCenter' must be one of CN, AP, EU, NA, got \"JP\".",
  ],
  "a region that does not serve the data centre": [
    { awsRegion: "us-east-1" },
    "'awsRegion' must be a region of Europe (eu-…) to serve data centre EU, got \"us-east-1\".",
  ],
  "an identity mode that does not exist": [
    { identityMode: "none" as IdentityMode },
    "'identityMode' must be one of app-managed, issued, got \"none\".",
  ],
  "issued ids without a way to the table": [
    { identityMode: "issued" },
    "'routeTableIds' or 'dynamodbEndpointId' is required with identity mode 'issued', got neither; the function reaches its table through a DynamoDB endpoint. Pass the route tables of 'subnetIds'.",
  ],
  "no backend role": [
    { backendRoleArns: [] },
    "'backendRoleArns' must name at least one role of the app backend, got none.",
  ],
  "no security group that may reach the endpoint": [
    { backendSecurityGroupIds: [] },
    "'backendSecurityGroupIds' must name at least one security group that may reach the endpoint, got none.",
  ],
  "a backend role with a wildcard": [
    { backendRoleArns: ["arn:aws:iam::111122223333:role/*"] },
    roleSentence("backendRoleArns", "arn:aws:iam::111122223333:role/*"),
  ],
  "a user instead of a backend role": [
    { backendRoleArns: ["arn:aws:iam::111122223333:user/backend"] },
    roleSentence("backendRoleArns", "arn:aws:iam::111122223333:user/backend"),
  ],
  "an administrator of another partition": [
    { secretAdministratorArns: ["arn:aws-cn:iam::111122223333:role/keeper"] },
    roleSentence("secretAdministratorArns", "arn:aws-cn:iam::111122223333:role/keeper"),
  ],
  "a visitor with a wildcard": [
    {
      temporaryCallers: [
        { roleArn: "arn:aws:iam::111122223333:role/*", until: "2026-12-31T23:59:59Z" },
      ],
    },
    roleSentence("temporaryCallers", "arn:aws:iam::111122223333:role/*"),
  ],
  "a visit without a last moment": [
    {
      temporaryCallers: [
        { roleArn: "arn:aws:iam::111122223333:role/visitor", until: "2026-12-31" },
      ],
    },
    "'temporaryCallers' must end at a time like 2026-12-31T23:59:59Z, got \"2026-12-31\".",
  ],
  "a log retention that CloudWatch does not offer": [
    { logRetentionDays: 10 },
    "'logRetentionDays' must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 10.",
  ],
  "a concurrency that would stop the function": [
    { reservedConcurrentExecutions: 0 },
    "'reservedConcurrentExecutions' must be a whole number of at least 1, got 0.",
  ],
  "half a request per second": [
    { throttlingRateLimit: 0.5 },
    "'throttlingRateLimit' must be a whole number of at least 1, got 0.5.",
  ],
  "a burst of nothing": [
    { throttlingBurstLimit: -1 },
    "'throttlingBurstLimit' must be a whole number of at least 1, got -1.",
  ],
};

describe("validateTokenServiceArgs", () => {
  it("accepts the required arguments", () => {
    assert.deepEqual(validateTokenServiceArgs(right), []);
  });

  it("accepts Outputs, which are looked at when they are known", () => {
    assert.deepEqual(
      validateTokenServiceArgs({
        ...right,
        appId: pulumi.output("abc"),
        backendRoleArns: [pulumi.output("abc")],
        temporaryCallers: [pulumi.output({ roleArn: "abc", until: "never" })],
        logRetentionDays: pulumi.output(10),
      }),
      [],
    );
  });

  it("accepts issued ids with route tables, with an endpoint, or outside the VPC", () => {
    for (const way of [
      { routeTableIds: ["rtb-1"] },
      { dynamodbEndpointId: "vpce-1" },
      { inVpc: false },
    ]) {
      assert.deepEqual(validateTokenServiceArgs({ ...right, identityMode: "issued", ...way }), []);
    }
  });

  for (const [title, [change, sentence]] of Object.entries(wrong)) {
    it(`refuses ${title}`, () => {
      assert.deepEqual(validateTokenServiceArgs({ ...right, ...change }), [sentence]);
    });
  }

  it("never says a certificate that it refuses", () => {
    assert.equal(
      certificateProblem("5CFd2fd1755d40ecb72977518be15d3"),
      "'certificate' must be 32 hexadecimal characters, got 31 characters that are not shown. Copy it from Agora Console.",
    );
  });
});
