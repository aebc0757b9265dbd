// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { DataCenter } from "../../../components/regions/data-centers";
import {
  resolveTokenServiceArgs,
  type TokenServiceArgs,
  validateTokenServiceArgs,
} from "../../../components/token-service/arguments";
import type { IdentityMode } from "../../../components/token-service/runtime/identity-modes";
import { known } from "../../support/components/settled";

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
  `'${property}' must be the ARN of an IAM role in partition aws without wildcards, ` +
  `got "${got}". Write arn:aws:iam::<account id>:role/<name>.`;

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
  "issued ids without a route to the table": [
    { identityMode: "issued" },
    "'routeTableIds' or 'dynamodbEndpointId' is required with identity mode 'issued', got neither; " +
      "the function reaches its table through a DynamoDB endpoint. " +
      "Pass the route tables of 'subnetIds'.",
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
  "a temporary caller with a wildcard": [
    {
      temporaryCallers: [
        { roleArn: "arn:aws:iam::111122223333:role/*", until: "2026-12-31T23:59:59Z" },
      ],
    },
    roleSentence("temporaryCallers", "arn:aws:iam::111122223333:role/*"),
  ],
  "a temporary caller without a time of day": [
    {
      temporaryCallers: [
        { roleArn: "arn:aws:iam::111122223333:role/visitor", until: "2026-12-31" },
      ],
    },
    "'temporaryCallers' must end at a time like 2026-12-31T23:59:59Z, got \"2026-12-31\".",
  ],
  "a log retention that CloudWatch does not offer": [
    { logRetentionDays: 10 },
    "'logRetentionDays' must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, " +
      "731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 10.",
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

  it("skips Outputs", () => {
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

  it("does not repeat a certificate that it refuses", () => {
    assert.deepEqual(
      validateTokenServiceArgs({ ...right, certificate: "5CFd2fd1755d40ecb72977518be15d3" }),
      [
        "'certificate' must be 32 hexadecimal characters, got 31 characters that are not shown. " +
          "Copy it from Agora Console.",
      ],
    );
  });
});

describe("resolveTokenServiceArgs", () => {
  const refuse = (problems: readonly string[]): void => {
    if (problems.length > 0) {
      throw new Error(problems.join("\n"));
    }
  };

  it("takes the defaults of absent and of undefined arguments", () => {
    const { appId, callerRoleArns, temporaryCallers, administratorRoleArns, ...plain } =
      resolveTokenServiceArgs({ ...right, logRetentionDays: undefined, inVpc: false }, refuse);
    const { appId: _, ...given } = right;
    assert.deepEqual(plain, {
      ...given,
      certificate: undefined,
      identityMode: "app-managed",
      privateDnsEnabled: false,
      inVpc: false,
      logRetentionDays: 365,
      throttlingRateLimit: 100,
      throttlingBurstLimit: 200,
      deletionProtection: true,
    });
  });

  it("lists temporary callers among the callers", async () => {
    const until = "2026-12-31T23:59:59Z";
    const temporaryCallers = [{ roleArn: "arn:aws:iam::111122223333:role/visitor", until }];
    const { callerRoleArns } = resolveTokenServiceArgs({ ...right, temporaryCallers }, refuse);
    assert.deepEqual(await known(callerRoleArns), [
      "arn:aws:iam::111122223333:role/backend",
      "arn:aws:iam::111122223333:role/visitor",
    ]);
  });

  for (const [title, change, member, sentence] of [
    [
      "an App ID",
      { appId: pulumi.output("abc") },
      "appId",
      "'appId' must be 32 hexadecimal characters, got \"abc\". Copy it from Agora Console.",
    ],
    [
      "a backend role",
      { backendRoleArns: [pulumi.output("abc")] },
      "callerRoleArns",
      roleSentence("backendRoleArns", "abc"),
    ],
    [
      "an administrator",
      { secretAdministratorArns: [pulumi.output("abc")] },
      "administratorRoleArns",
      roleSentence("secretAdministratorArns", "abc"),
    ],
    [
      "a temporary caller",
      { temporaryCallers: [pulumi.output({ roleArn: "abc", until: "2026-12-31T23:59:59Z" })] },
      "temporaryCallers",
      roleSentence("temporaryCallers", "abc"),
    ],
  ] as const) {
    it(`refuses ${title} that is known late`, async () => {
      const resolved = resolveTokenServiceArgs({ ...right, ...change }, refuse);
      await assert.rejects(known<unknown>(resolved[member]), { message: sentence });
    });
  }
});
