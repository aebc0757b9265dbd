// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as source from "../../../../policies/rules/functions/forbid-public-function-permission";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const rule = source.forbidPublicFunctionPermission;
const must = "a function must not be open to everyone";
const mustNameSource = "a service must only call for a named account or resource";

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
const does = `does lambda:InvokeFunction on ${functionArn}: allowed by statement 1`;
const by = "of the policy of the function, denied by none";

const { notApplicable, complies, violates, undecided, refused, exempted } = ruleSpec(rule, {
  must,
});
const atFirst = ruleSpec(rule, { phase: "first preview" });
const policies = ruleSpec(rule, { must: mustNameSource });
const services = ruleSpec(rule, {
  must: mustNameSource,
  fix: "Set sourceArn to the API, rule or topic that calls, or sourceAccount to its account.",
});

describe("forbid-public-function-permission", () => {
  notApplicable({
    "the program gives no permission": { sign: { type: "aws:lambda/function:Function" } },
  });

  complies({
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
    "a role whose name looks like that of a service": allows({
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
  });

  const callers: [service: string, type: string, property: string][] = [
    [gateway, "aws:apigateway/restApi:RestApi", "executionArn"],
    [gateway, "aws-native:apigatewayv2:Api", "apiEndpoint"],
    ["events.amazonaws.com", "aws:cloudwatch/eventRule:EventRule", "arn"],
    ["elasticloadbalancing.amazonaws.com", "aws:alb/targetGroup:TargetGroup", "arn"],
    ["s3.amazonaws.com", "aws:s3/bucket:Bucket", "arn"],
    ["sns.amazonaws.com", "aws-native:sns:Topic", "topicArn"],
  ];

  for (const [service, type, property] of callers) {
    const source = { principal: service, sourceArn: from(`caller.${property}`) };

    atFirst.complies({
      [`${service} for ${type}, which does not exist yet`]: [
        { ...allows(source), caller: { type } },
        { ...allows(source, "aws-native:lambda:Permission"), caller: { type } },
      ],
    });
  }

  for (const [account, sourceAccount] of [
    ["an account", "111122223333"],
    ["an account that is not known yet", from("queue.owner")],
  ] as const) {
    atFirst.complies({
      [`a service for ${account}, and for something of another service`]: allows({
        principal: gateway,
        sourceArn: from("queue.arn"),
        sourceAccount,
      }),
    });
  }

  services.undecided({
    "a service for something of another service that does not exist yet": [
      allows({ principal: gateway, sourceArn: `arn:aws:execute-api:*:*:${from("queue.id")}/*` }),
      "Permission 'call': 'sourceArn' is",
    ],
    "a service for a source from elsewhere": [
      allows({ principal: gateway, sourceArn: from("command.stdout") }),
      "Permission 'call': 'sourceArn' is",
    ],
  });

  const everyService = "which acts for every customer of AWS's";
  const everyone = "Permission 'call': 'principal' is everyone (*)";

  violates({
    everyone: [allows({ principal: "*" }), everyone],
    "no principal at all": [allows({}), everyone],
    "everyone, for any bucket": [allows({ principal: "*", sourceArn: "arn:aws:s3:::*" }), everyone],
    "everyone of any organization": [allows({ principal: "*", principalOrgId: "*" }), everyone],
    "everyone in aws-native": [
      allows({ principal: "*" }, "aws-native:lambda:Permission"),
      everyone,
    ],
    "a URL for everybody": [
      allows({ principal: "*", functionUrlAuthType: "NONE", sourceAccount: "111122223333" }),
      "Permission 'call': 'functionUrlAuthType' is NONE: everybody can call the function's URL",
    ],
    "a URL for every account": [
      allows({ principal: "*", functionUrlAuthType: "AWS_IAM" }),
      everyone,
    ],
    "a layer for everyone": [
      layer({ principal: "*" }),
      "LayerVersionPermission 'call': 'principal' is everyone (*)",
    ],
    "a policy for everyone": [
      policy(statement),
      `ResourcePolicy 'call': 'policy' is open to everyone: an anonymous caller ${does} ${by}`,
    ],
  });

  services.violates({
    "a service for everyone": [
      allows({ principal: gateway }),
      `Permission 'call': 'principal' is ${gateway}, ${everyService}`,
    ],
    "a service in capitals for everyone": [
      allows({ principal: "SNS.amazonaws.com" }),
      `Permission 'call': 'principal' is SNS.amazonaws.com, ${everyService}`,
    ],
    "a service in China for everyone": [
      allows({ principal: "events.amazonaws.com.cn" }),
      `Permission 'call': 'principal' is events.amazonaws.com.cn, ${everyService}`,
    ],
    "a service for one API of any account": [
      allows({ principal: gateway, sourceArn: "arn:aws:execute-api:eu-central-1:*:a1b2c3d4e5/*" }),
      `Permission 'call': 'principal' is ${gateway}, ${everyService}`,
    ],
    "a service for any source": [
      allows({ principal: gateway, sourceArn: "arn:aws:execute-api:*:*:*" }),
      `Permission 'call': 'principal' is ${gateway}, ${everyService}`,
    ],
  });

  policies.violates({
    "a policy for a service and everyone": [
      policy({ ...statement, Principal: { Service: gateway } }),
      `ResourcePolicy 'call': 'policy' is open through a service: ` +
        `the AWS service ${gateway} ${does} ${by}`,
    ],
  });

  const unknownSource = allows({
    principal: "*",
    sourceArn: `arn:aws:execute-api:*:*:${from("api.id")}/*`,
  });

  undecided({
    "a principal that is not known yet and nothing that narrows it": [
      allows({ principal: from("api.owner") }),
      "Permission 'call': 'principal' is",
    ],
    "everyone, from a source that is not known yet": [
      unknownSource,
      "Permission 'call': 'sourceArn' is",
    ],
    "a layer for everyone of an organization that is not known yet": [
      layer({ principal: "*", organizationId: from("api.organization") }),
      "LayerVersionPermission 'call': 'organizationId' is",
    ],
    "a policy that is not known yet": [
      policy({ ...statement, Resource: from("api.arn") }),
      "ResourcePolicy 'call': 'policy' is",
    ],
  });

  ruleSpec(rule, { must, phase: "deployed" }).violates({
    "everyone, from a source that turns out to be of no account": [unknownSource, everyone],
  });

  const unknownOperator = { Condition: { StringSames: { "aws:SourceArn": "a" } } };
  const because =
    'The policy of the function has a statement 1 with the operator "StringSames", ' +
    "which IAM does not have";

  refused({
    "a policy for everyone with an operator that does not exist": [
      policy({ ...statement, ...unknownOperator }),
      "ResourcePolicy 'call': 'policy'",
      because,
    ],
    "a policy for a service with an operator that does not exist": [
      policy({ ...statement, Principal: { Service: gateway }, ...unknownOperator }),
      "ResourcePolicy 'call': 'policy'",
      because,
    ],
  });

  exempted({
    "a permission that an administrator allows": [
      allows({ principal: "*" }),
      "*::call",
      "a demonstration",
      everyone,
    ],
  });
});
