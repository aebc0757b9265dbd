// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireAccessLogging as rule } from "../../../../policies/rules/api/require-access-logging";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const logs = { calls: { type: "aws:cloudwatch/logGroup:LogGroup" } } as const;
const stage = (type: string, properties: Record<string, unknown>): Program => ({
  ...logs,
  live: { type, properties },
});
const settings = { destinationArn: from("calls.arn"), format: "$context.requestId" };

/** Each kind of stage, with the property that says where it logs. */
const stages: [string, string][] = [
  ["aws:apigateway/stage:Stage", "accessLogSettings"],
  ["aws:apigatewayv2/stage:Stage", "accessLogSettings"],
  ["aws-native:apigateway:Stage", "accessLogSetting"],
  ["aws-native:apigatewayv2:Stage", "accessLogSettings"],
];

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "every stage must write access logs",
});

describe("require-access-logging", () => {
  notApplicable({ "the program has no stage": logs });

  for (const [type, property] of stages) {
    complies({
      [`${type} with a log group that does not exist yet`]: stage(type, { [property]: settings }),
    });

    violates({
      [`${type} without log settings, or without a destination`]: [
        [stage(type, {}), `Stage 'live': '${property}' is missing`],
        [
          stage(type, { [property]: { format: "$context.status" } }),
          `Stage 'live': '${property}.destinationArn' is missing`,
        ],
        [
          stage(type, { [property]: { destinationArn: "", format: "" } }),
          `Stage 'live': '${property}.destinationArn' is missing`,
        ],
      ],
    });

    undecided({
      [`${type} with settings that are not known yet`]: [
        stage(type, { [property]: from("calls.settings") }),
        `Stage 'live': '${property}' is`,
      ],
    });
  }

  const deployment = (properties: Record<string, unknown>) =>
    stage("aws:apigateway/deployment:Deployment", properties);

  complies({
    "a deployment that makes no stage": deployment({ restApi: "a1b2c3" }),
    "a deployment whose stage is read back without a name": deployment({ stageName: "" }),
    "a deployment of aws-native whose stage logs": stage("aws-native:apigateway:Deployment", {
      stageName: "live",
      stageDescription: { accessLogSetting: settings },
    }),
  });

  violates({
    "a deployment that makes a stage, which logs nothing": [
      deployment({ stageName: "live" }),
      "Deployment 'live': 'stageDescription' is missing",
    ],
  });

  exempted({
    "a stage that an administrator allows": [
      stage("aws:apigateway/stage:Stage", {}),
      "*::live",
      "a sandbox",
      "Stage 'live': 'accessLogSettings' is missing",
    ],
  });
});
