// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../policies/rule";
import { forbidPublicFunctionPermission as rule } from "../../../policies/tokens/forbid-public-function-permission";
import type { Program } from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  unjudgeableOf,
  violationOf,
} from "../../support/pack/verdicts";

const must = "a function must not be open to everyone";
const mustNameSource = "a service must only call for a named account or resource";
const breaks = (what: string) => violationOf(rule, `${what}; ${must}`);
const lacksSource = (what: string) =>
  violationOf(
    rule,
    `${what}; ${mustNameSource}`,
    "Set sourceArn to the API, rule or topic that calls, or sourceAccount to its account.",
  );

const api = {
  api: { type: "aws:apigateway/restApi:RestApi" },
  queue: { type: "aws:sqs/queue:Queue" },
} as const;
const allows = (
  properties: Record<string, unknown>,
  type = "aws:lambda/permission:Permission",
): Program => ({
  ...api,
  call: { type, properties: { action: "lambda:InvokeFunction", ...properties } },
});
const layer = (properties: Record<string, unknown>) =>
  allows(properties, "aws:lambda/layerVersionPermission:LayerVersionPermission");
const policy = (...Statement: object[]): Program => ({
  ...api,
  call: {
    type: "aws:lambda/resourcePolicy:ResourcePolicy",
    properties: { policy: JSON.stringify({ Version: "2012-10-17", Statement }) },
  },
});
const functionArn = "arn:aws:lambda:eu-central-1:111122223333:function:sign";
const statement = {
  Effect: "Allow",
  Principal: "*",
  Action: "lambda:InvokeFunction",
  Resource: functionArn,
};
const gateway = "apigateway.amazonaws.com";
const sourceArn = "arn:aws:execute-api:eu-central-1:111122223333:a1b2c3d4e5/*";
const does = `does lambda:InvokeFunction on ${functionArn}: allowed by statement 1 of the policy of the function, denied by none`;

describe("forbid-public-function-permission", () => {
  it("not applicable: the program gives no permission", () =>
    assertNotApplicable(rule, { sign: { type: "aws:lambda/function:Function" } }));

  const compliant: Record<string, Program> = {
    "an account": allows({ principal: "111122223333" }),
    "a role": allows({ principal: "arn:aws:iam::111122223333:role/backend" }),
    "a service for one API": allows({ principal: gateway, sourceArn }),
    "a service for one API of an account, in whatever region": allows({
      principal: gateway,
      sourceArn: "arn:aws:execute-api:*:111122223333:a1b2c3d4e5/*",
    }),
    "a service for one account": allows({ principal: gateway, sourceAccount: "111122223333" }),
    "a service for a bucket, whose ARN has no account": allows({
      principal: "s3.amazonaws.com",
      sourceArn: "arn:aws:s3:::recordings",
    }),
    "a role that is called as a service is": allows({
      principal: "arn:aws:iam::111122223333:role/backend.amazonaws.com",
    }),
    "a skill by its token": allows({
      principal: "alexa-appkit.amazon.com",
      eventSourceToken: "amzn1.ask.skill.1",
    }),
    "everyone of an organization": allows({ principal: "*", principalOrgId: "o-a1b2c3d4e5" }),
    "a principal that is not known yet, for one account": allows({
      principal: from("api.owner"),
      sourceAccount: "111122223333",
    }),
    "a layer for an organization": layer({ principal: "*", organizationId: "o-a1b2c3d4e5" }),
    "a layer for an account": layer({ principal: "111122223333" }),
    "a policy that is not written": {
      call: { type: "aws:lambda/resourcePolicy:ResourcePolicy" },
    },
    "a policy for a role": policy({
      ...statement,
      Principal: { AWS: "arn:aws:iam::111122223333:role/backend" },
    }),
    "a policy for everyone of an organization": policy({
      ...statement,
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    }),
    "a policy for a service and one API": policy({
      ...statement,
      Principal: { Service: gateway },
      Condition: { ArnLike: { "aws:SourceArn": sourceArn } },
    }),
    "a permission of aws-native for one API": allows(
      { principal: gateway, sourceArn },
      "aws-native:lambda:Permission",
    ),
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  const callers: [service: string, type: string, property: string][] = [
    [gateway, "aws:apigateway/restApi:RestApi", "executionArn"],
    [gateway, "aws-native:apigatewayv2:Api", "apiEndpoint"],
    ["events.amazonaws.com", "aws:cloudwatch/eventRule:EventRule", "arn"],
    ["elasticloadbalancing.amazonaws.com", "aws:alb/targetGroup:TargetGroup", "arn"],
    ["s3.amazonaws.com", "aws:s3/bucket:Bucket", "arn"],
    ["sns.amazonaws.com", "aws-native:sns:Topic", "topicArn"],
  ];
  for (const [service, type, property] of callers) {
    it(`compliant: ${service} for ${type}, which does not exist yet`, async () => {
      for (const permission of [
        "aws:lambda/permission:Permission",
        "aws-native:lambda:Permission",
      ]) {
        const sourceArn = from(`caller.${property}`);
        const program = allows({ principal: service, sourceArn }, permission);
        await assertSays(rule, { ...program, caller: { type } }, []);
      }
    });
  }

  for (const [account, sourceAccount] of [
    ["an account", "111122223333"],
    ["an account that is not known yet", from("queue.owner")],
  ] as const) {
    it(`compliant: a service for ${account}, and for something of another service`, () =>
      assertSays(
        rule,
        allows({ principal: gateway, sourceArn: from("queue.arn"), sourceAccount }),
        [],
      ));
  }

  it("undecidable: a service for something of another service that does not exist yet", () =>
    assertSays(
      rule,
      allows({ principal: gateway, sourceArn: `arn:aws:execute-api:*:*:${from("queue.id")}/*` }),
      [undecidedOf("Permission 'call': 'sourceArn' is", mustNameSource)],
    ));

  it("undecidable: a service for a source from elsewhere", () =>
    assertSays(
      rule,
      {
        ...allows({ principal: gateway, sourceArn: from("command.stdout") }),
        command: { type: "command:local:Command" },
      },
      [undecidedOf("Permission 'call': 'sourceArn' is", mustNameSource)],
    ));

  const everyone = "Permission 'call': 'principal' is everyone (*)";
  const violations: Record<string, [Program, string]> = {
    everyone: [allows({ principal: "*" }), breaks(everyone)],
    "nobody in particular": [allows({}), breaks(everyone)],
    "everyone who calls for any bucket": [
      allows({ principal: "*", sourceArn: "arn:aws:s3:::*" }),
      breaks(everyone),
    ],
    "everyone of an organization that is none": [
      allows({ principal: "*", principalOrgId: "*" }),
      breaks(everyone),
    ],
    "everyone in aws-native": [
      allows({ principal: "*" }, "aws-native:lambda:Permission"),
      breaks(everyone),
    ],
    "a URL for everybody": [
      allows({ principal: "*", functionUrlAuthType: "NONE", sourceAccount: "111122223333" }),
      breaks(
        "Permission 'call': 'functionUrlAuthType' is NONE: everybody can call the function's URL",
      ),
    ],
    "a URL for every account": [
      allows({ principal: "*", functionUrlAuthType: "AWS_IAM" }),
      breaks(everyone),
    ],
    "a service for everyone": [
      allows({ principal: gateway }),
      lacksSource(
        `Permission 'call': 'principal' is ${gateway}, which acts for every customer of AWS's`,
      ),
    ],
    "a service in capitals for everyone": [
      allows({ principal: "SNS.amazonaws.com" }),
      lacksSource(
        "Permission 'call': 'principal' is SNS.amazonaws.com, which acts for every customer of AWS's",
      ),
    ],
    "a service of China for everyone": [
      allows({ principal: "events.amazonaws.com.cn" }),
      lacksSource(
        "Permission 'call': 'principal' is events.amazonaws.com.cn, which acts for every customer of AWS's",
      ),
    ],
    "a service for one API of any account": [
      allows({ principal: gateway, sourceArn: "arn:aws:execute-api:eu-central-1:*:a1b2c3d4e5/*" }),
      lacksSource(
        `Permission 'call': 'principal' is ${gateway}, which acts for every customer of AWS's`,
      ),
    ],
    "a service for any source": [
      allows({ principal: gateway, sourceArn: "arn:aws:execute-api:*:*:*" }),
      lacksSource(
        `Permission 'call': 'principal' is ${gateway}, which acts for every customer of AWS's`,
      ),
    ],
    "a layer for everyone": [
      layer({ principal: "*" }),
      breaks("LayerVersionPermission 'call': 'principal' is everyone (*)"),
    ],
    "a policy for everyone": [
      policy(statement),
      breaks(`ResourcePolicy 'call': 'policy' is open to everyone: an anonymous caller ${does}`),
    ],
    "a policy for a service and everyone": [
      policy({ ...statement, Principal: { Service: gateway } }),
      violationOf(
        rule,
        `ResourcePolicy 'call': 'policy' is open through a service: the AWS service ${gateway} ${does}; ${mustNameSource}`,
      ),
    ],
  };
  for (const [shape, [program, message]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () => assertAlwaysSays(rule, program, [message]));
  }

  it("undecidable: a principal that is not known yet and nothing that narrows it", () =>
    assertSays(rule, allows({ principal: from("api.owner") }), [
      undecidedOf("Permission 'call': 'principal' is", must),
    ]));

  it("undecidable: everyone, from a source that is not known yet", () =>
    assertSays(
      rule,
      allows({ principal: "*", sourceArn: `arn:aws:execute-api:*:*:${from("api.id")}/*` }),
      [undecidedOf("Permission 'call': 'sourceArn' is", must)],
    ));

  it("violation: everyone, from a source that turns out to be of no account", () =>
    assertSays(
      rule,
      allows({ principal: "*", sourceArn: `arn:aws:execute-api:*:*:${from("api.id")}/*` }),
      [breaks(everyone)],
      { phase: "deployed" },
    ));

  it("undecidable: a layer for everyone of an organization that is not known yet", () =>
    assertSays(rule, layer({ principal: "*", organizationId: from("api.organization") }), [
      undecidedOf("LayerVersionPermission 'call': 'organizationId' is", must),
    ]));

  it("undecidable: a policy that is not known yet", () =>
    assertSays(rule, policy({ ...statement, Resource: from("api.arn") }), [
      undecidedOf("ResourcePolicy 'call': 'policy' is", must),
    ]));

  for (const [callers, Principal, asked] of [
    ["everyone", "*", must],
    ["a service", { Service: gateway }, mustNameSource],
  ] as const) {
    it(`undecidable: a policy for ${callers} with a pattern that nobody knows`, () =>
      assertAlwaysSays(
        rule,
        policy({ ...statement, Principal, Condition: { ArnLike: { "aws:SourceArn": "a*" } } }),
        [
          unjudgeableOf(
            "ResourcePolicy 'call': 'policy'",
            "Not understood: ArnLike of aws:SourceArn with a value that is no whole ARN",
            asked,
          ),
        ],
      ));
  }

  it("exempted: a permission that an administrator allows", () =>
    assertAlwaysSays(
      rule,
      allows({ principal: "*" }),
      [`Exempted: ${everyone}; allowed until 2026-12-31 because: a demonstration`],
      {
        configuration: {
          exemptions: [{ urn: "*::call", reason: "a demonstration", expires: "2026-12-31" }],
        },
      },
    ));
});
