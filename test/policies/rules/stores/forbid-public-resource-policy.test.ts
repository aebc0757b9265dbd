// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicResourcePolicy as rule } from "../../../../policies/rules/stores/forbid-public-resource-policy";
import { from, kindOf, one, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Statement = Readonly<Record<string, unknown>>;

const allow = (statement: Statement = {}) => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*", ...statement },
  ],
});
const openOn = (action: string, resource: string) =>
  `is open to everyone: an anonymous caller does ${action} on arn:aws:${resource}: ` +
  "allowed by statement 1 of the policy, denied by none";
const example = "example:example:example";
const openBy = (action: string) => openOn(action, `${action.split(":")[0]}:${example}`);
const queuePolicy = (statement?: Statement): Program =>
  one("aws:sqs/queuePolicy:QueuePolicy", { policy: allow(statement) });
const must = "no policy may let everyone in";

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, { must });

describe("forbid-public-resource-policy", () => {
  for (const type of [
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:apigateway/restApi:RestApi",
    "aws:lambda/resourcePolicy:ResourcePolicy",
    "aws:vpclattice/authPolicy:AuthPolicy",
  ]) {
    notApplicable({
      [`${type}, which has a rule of its own or is not public by its policy`]: one(type, {
        policy: allow(),
      }),
    });
  }

  for (const [type, property, Action] of [
    ["aws:sqs/queuePolicy:QueuePolicy", "policy", "sqs:SendMessage"],
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
    const kind = kindOf(type);

    violates({
      [`everyone may do something by the policy of ${type}`]: [
        one(type, { [property]: JSON.stringify(allow({ Action })) }),
        `${kind} 'it': '${property}' ${openBy(Action)}`,
      ],
    });

    const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };

    complies({
      [`an organization may, by the policy of ${type}`]: one(type, {
        [property]: allow({ Action, Condition }),
      }),
    });
  }

  complies({
    "a queue without a policy": one("aws:sqs/queue:Queue"),
    "a queue that a topic of the account sends to": queuePolicy({
      Condition: {
        ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-central-1:111122223333:lessons" },
      },
    }),
    "a file system that is reached through its mount targets only": one(
      "aws:efs/fileSystemPolicy:FileSystemPolicy",
      {
        policy: allow({
          Action: "elasticfilesystem:ClientMount",
          Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
        }),
      },
    ),
    "a domain inside a VPC": one("aws:opensearch/domain:Domain", {
      vpcOptions: { subnetIds: ["subnet-0123456789abcdef0"] },
      accessPolicies: allow(),
    }),
  });

  const withOrganization = `sqs:${example} with aws:ResourceOrgID "o-a1b2c3d4e5"`;

  violates({
    "a condition on the resource, which narrows no caller": [
      queuePolicy({ Condition: { StringEquals: { "aws:ResourceOrgID": "o-a1b2c3d4e5" } } }),
      `QueuePolicy 'it': 'policy' ${openOn("sqs:SendMessage", withOrganization)}`,
    ],
  });

  for (const type of [
    "aws:cloudwatch/eventPermission:EventPermission",
    "aws-native:events:EventBusPolicy",
  ]) {
    const kind = kindOf(type);
    const bus = (principal: string, value?: string) =>
      one(type, {
        principal,
        ...(value && { condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value } }),
      });

    complies({
      [`${type} for an organization, or for an account`]: [
        bus("*", "o-a1b2c3d4e5"),
        bus("111122223333"),
      ],
    });

    violates({
      [`${type} for everyone, or for any organization`]: [
        [bus("*"), `${kind} 'it': 'principal' is * without a condition`],
        [bus("*", "*"), `${kind} 'it': 'principal' is * without a condition`],
      ],
    });

    undecided({
      [`${type} for an account or an organization from outside the program`]: [
        [bus(from("elsewhere.account")), `${kind} 'it': 'principal' is`],
        [bus("*", from("elsewhere.id")), `${kind} 'it': 'condition.value' is`],
      ],
    });
  }

  violates({
    "a bus policy of aws-native, by its statement": [
      one("aws-native:events:EventBusPolicy", {
        statementId: "a",
        statement: {
          Effect: "Allow",
          Principal: "*",
          Action: "events:PutEvents",
          Resource: "*",
        },
      }),
      `EventBusPolicy 'it': 'statement' ${openBy("events:PutEvents")}`,
    ],
  });

  const quoting = {
    queue: { type: "aws:sqs/queue:Queue" },
    ...queuePolicy({ Resource: from("queue.arn") }),
  };

  undecided({
    "a policy that quotes the ARN of a new queue": [quoting, "QueuePolicy 'it': 'policy' is"],
  });

  ruleSpec(rule, { must, phase: "deployed" }).violates({
    "a policy that quotes the ARN of a queue that exists": [
      quoting,
      `QueuePolicy 'it': 'policy' ${openOn("sqs:SendMessage", "sqs:eu-central-1:111122223333:queue")}`,
    ],
  });

  exempted({
    "a policy, until a day": [
      queuePolicy(),
      "*::it",
      "a public feed",
      `QueuePolicy 'it': 'policy' ${openBy("sqs:SendMessage")}`,
    ],
  });
});
