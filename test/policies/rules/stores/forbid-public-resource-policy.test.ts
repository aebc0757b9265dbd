// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPublicResourcePolicy as rule } from "../../../../policies/rules/stores/forbid-public-resource-policy";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Statement = Readonly<Record<string, unknown>>;

const mustBeClosed = "no policy may let everyone in";
const allow = (statement: Statement = {}) => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*", ...statement },
  ],
});
const openBy = (action: string) =>
  `is open to everyone: an anonymous caller does ${action} on arn:aws:${action.split(":")[0]}:example:example:example: allowed by statement 1 of the policy, denied by none`;
const open = openBy("sqs:SendMessage");
const program = (type: string, properties: Statement): Program => ({ it: { type, properties } });
const queuePolicy = "aws:sqs/queuePolicy:QueuePolicy";

describe("forbid-public-resource-policy", () => {
  for (const type of [
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:apigateway/restApi:RestApi",
    "aws:lambda/resourcePolicy:ResourcePolicy",
    "aws:vpclattice/authPolicy:AuthPolicy",
  ]) {
    it(`not applicable: ${type}, which is not reached like this or has a rule of its own`, () =>
      assertNotApplicable(rule, program(type, { policy: allow() })));
  }

  for (const [type, property, Action] of [
    [queuePolicy, "policy", "sqs:SendMessage"],
    ["aws:sqs/queue:Queue", "policy", "sqs:SendMessage"],
    ["aws:sns/topic:Topic", "policy", "sns:Publish"],
    ["aws:sns/topicPolicy:TopicPolicy", "policy", "sns:Publish"],
    ["aws:secretsmanager/secret:Secret", "policy", "secretsmanager:GetSecretValue"],
    ["aws:secretsmanager/secretPolicy:SecretPolicy", "policy", "secretsmanager:GetSecretValue"],
    ["aws:ecr/repositoryPolicy:RepositoryPolicy", "policy", "ecr:BatchGetImage"],
    ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", "policy", "events:PutEvents"],
    ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument", "logs:PutLogEvents"],
    ["aws:dynamodb/resourcePolicy:ResourcePolicy", "policy", "dynamodb:GetItem"],
    ["aws:opensearch/domain:Domain", "accessPolicies", "es:ESHttpGet"],
    ["aws-native:sqs:QueueInlinePolicy", "policyDocument", "sqs:SendMessage"],
    ["aws-native:sns:TopicPolicy", "policyDocument", "sns:Publish"],
    ["aws-native:secretsmanager:ResourcePolicy", "resourcePolicy", "secretsmanager:GetSecretValue"],
    ["aws-native:ecr:Repository", "repositoryPolicyText", "ecr:BatchGetImage"],
  ] as const) {
    const kind = type.split(":").at(-1);

    it(`violation: everyone may do something by the policy of ${type}`, () =>
      assertAlwaysSays(rule, program(type, { [property]: JSON.stringify(allow({ Action })) }), [
        violationOf(rule, `${kind} 'it': '${property}' ${openBy(Action)}; ${mustBeClosed}`),
      ]));

    it(`compliant: an organization may, by the policy of ${type}`, () => {
      const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
      return assertCompliant(rule, program(type, { [property]: allow({ Action, Condition }) }));
    });
  }

  it("compliant: a queue without a policy, and one that a topic of the account sends to", async () => {
    await assertCompliant(rule, program("aws:sqs/queue:Queue", {}));
    const Condition = {
      ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-central-1:111122223333:lessons" },
    };
    await assertCompliant(rule, program(queuePolicy, { policy: allow({ Condition }) }));
  });

  it("violation: a condition on the resource narrows nobody", () => {
    const Condition = { StringEquals: { "aws:ResourceOrgID": "o-a1b2c3d4e5" } };
    const found = open.replace(
      "example:example:example",
      'example:example:example with aws:ResourceOrgID "o-a1b2c3d4e5"',
    );
    return assertAlwaysSays(rule, program(queuePolicy, { policy: allow({ Condition }) }), [
      violationOf(rule, `QueuePolicy 'it': 'policy' ${found}; ${mustBeClosed}`),
    ]);
  });

  it("compliant: what is reached from inside a network only", async () => {
    const Condition = { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } };
    const Action = "elasticfilesystem:ClientMount";
    await assertCompliant(
      rule,
      program("aws:efs/fileSystemPolicy:FileSystemPolicy", {
        policy: allow({ Action, Condition }),
      }),
    );
    const vpcOptions = { subnetIds: ["subnet-0123456789abcdef0"] };
    await assertCompliant(
      rule,
      program("aws:opensearch/domain:Domain", { vpcOptions, accessPolicies: allow() }),
    );
  });

  for (const type of [
    "aws:cloudwatch/eventPermission:EventPermission",
    "aws-native:events:EventBusPolicy",
  ]) {
    it(`judges ${type} by its principal`, async () => {
      const kind = type.split(":").at(-1);
      const condition = { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-a1b2c3d4e5" };
      await assertCompliant(rule, program(type, { principal: "*", condition }));
      await assertCompliant(rule, program(type, { principal: "111122223333" }));
      await assertAlwaysSays(rule, program(type, { principal: "*" }), [
        violationOf(rule, `${kind} 'it': 'principal' is * without a condition; ${mustBeClosed}`),
      ]);
      await assertAlwaysSays(
        rule,
        program(type, { principal: "*", condition: { ...condition, value: "*" } }),
        [violationOf(rule, `${kind} 'it': 'principal' is * without a condition; ${mustBeClosed}`)],
      );
      const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
      const unknown = program(type, { principal: from("elsewhere.account") });
      await assertSays(rule, { elsewhere, ...unknown }, [
        undecidedOf(`${kind} 'it': 'principal' is`, mustBeClosed),
      ]);
      const open = program(type, {
        principal: "*",
        condition: { ...condition, value: from("elsewhere.id") },
      });
      await assertSays(rule, { elsewhere, ...open }, [
        undecidedOf(`${kind} 'it': 'condition.value' is`, mustBeClosed),
      ]);
    });
  }

  it("judges a bus policy of aws-native by its statement", async () => {
    const type = "aws-native:events:EventBusPolicy";
    const statement = {
      Effect: "Allow",
      Principal: "*",
      Action: "events:PutEvents",
      Resource: "*",
    };
    await assertAlwaysSays(rule, program(type, { statementId: "a", statement }), [
      violationOf(
        rule,
        `EventBusPolicy 'it': 'statement' ${openBy("events:PutEvents")}; ${mustBeClosed}`,
      ),
    ]);
  });

  it("undecidable: the policy quotes the queue's ARN, until the queue is there", async () => {
    const queue = { type: "aws:sqs/queue:Queue" };
    const quoting = program(queuePolicy, { policy: allow({ Resource: from("queue.arn") }) });
    await assertSays(rule, { queue, ...quoting }, [
      undecidedOf("QueuePolicy 'it': 'policy' is", mustBeClosed),
    ]);
    const found = open.replace("example:example:example", "eu-central-1:111122223333:queue");
    await assertSays(
      rule,
      { queue, ...quoting },
      [violationOf(rule, `QueuePolicy 'it': 'policy' ${found}; ${mustBeClosed}`)],
      { phase: "deployed" },
    );
  });

  it("exempts a policy until a day", () => {
    const exemption = { urn: "*::it", reason: "a public feed", expires: "2026-12-31" };
    const message = `Exempted: QueuePolicy 'it': 'policy' ${open}; allowed until 2026-12-31 because: a public feed`;
    return assertAlwaysSays(rule, program(queuePolicy, { policy: allow() }), [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
