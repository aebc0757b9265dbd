// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  comesFromCaller,
  isNarrowed,
  type Narrowing,
  serviceIn,
  unknownsOf,
} from "../../../../policies/rules/functions/permission-sources";
import { stackOf } from "../../../support/pack/judge";
import { from } from "../../../support/pack/program";

/** A permission, and the resources that its source may come from. */
async function permission(properties: Record<string, unknown>) {
  const { resource } = await stackOf({
    api: { type: "aws:apigateway/restApi:RestApi" },
    balancer: { type: "aws-native:elasticloadbalancingv2:TargetGroup" },
    queue: { type: "aws:sqs/queue:Queue" },
    stranger: { type: "clouds-aws:apigateway/restApi:RestApi" },
    command: { type: "command:local:Command" },
    it: { type: "aws:lambda/permission:Permission", properties },
  });
  return resource("it");
}

describe("permission-sources", () => {
  for (const principal of [
    "apigateway.amazonaws.com",
    "SNS.amazonaws.com",
    "events.amazonaws.com.cn",
    "alexa-appkit.amazon.com",
    "logs.eu-central-1.amazonaws.com",
  ]) {
    it(`recognizes ${principal} as a service`, () => assert.equal(serviceIn(principal), principal));
  }

  for (const principal of [
    "",
    "*",
    "111122223333",
    "arn:aws:iam::111122223333:role/backend.amazonaws.com",
    "arn:aws:iam::111122223333:role/aws-service-role/ops.apigateway.amazonaws.com/Operator",
    "events.amazonaws.com/backend",
    "amazonaws.com",
  ]) {
    it(`does not recognize ${principal || "an empty principal"} as a service`, () =>
      assert.equal(serviceIn(principal), undefined));
  }

  const narrow: readonly (readonly [Narrowing, string])[] = [
    ["sourceAccount", "111122223333"],
    ["sourceArn", "arn:aws:s3:::recordings"],
    ["sourceArn", "arn:aws:execute-api:*:111122223333:*"],
    ["principalOrgId", "o-a1b2c3d4e5"],
    ["organizationId", "o-a1b2c3d4e5"],
    ["eventSourceToken", "amzn1.ask.skill.1"],
  ];
  for (const [property, value] of narrow) {
    it(`counts '${property}' as narrowing where it is ${value}`, async () =>
      assert.equal(isNarrowed(await permission({ [property]: value }), [property]), true));
  }

  const wide: readonly (readonly [Narrowing, string])[] = [
    ["sourceAccount", "*"],
    ["sourceAccount", "1111222233334"],
    ["sourceAccount", "arn:aws:iam::111122223333:root"],
    ["sourceArn", "arn:aws:s3:::*"],
    ["sourceArn", "arn:aws:execute-api:*:*:a1b2c3d4e5/*"],
    ["sourceArn", "arn:aws:*:eu-central-1:111122223333:*"],
    ["sourceArn", "recordings of arn:aws:s3:::recordings"],
    ["principalOrgId", "*"],
    ["principalOrgId", "o-*"],
    ["organizationId", "in o-a1b2c3d4e5"],
    ["eventSourceToken", ""],
  ];
  for (const [property, value] of wide) {
    it(`does not count '${property}' as narrowing where it is ${value || "empty"}`, async () =>
      assert.equal(isNarrowed(await permission({ [property]: value }), [property]), false));
  }

  it("counts only the properties that it is asked for", async () => {
    const narrowed = await permission({ sourceAccount: "111122223333" });
    assert.equal(isNarrowed(narrowed, ["sourceArn", "sourceAccount"]), true);
    assert.equal(isNarrowed(narrowed, ["sourceArn", "principalOrgId"]), false);
  });

  it("tells which of the properties are not known yet", async () => {
    const given = await permission({
      sourceAccount: from("api.owner"),
      sourceArn: "arn:aws:s3:::recordings",
    });
    assert.deepEqual(unknownsOf(given, ["sourceArn", "sourceAccount", "principalOrgId"]), [
      { state: "unknown", path: "sourceAccount" },
    ]);
  });

  const sources: readonly (readonly [string, string, boolean])[] = [
    ["an API", from("api.executionArn"), true],
    ["a target of load balancing", from("balancer.arn"), false],
    ["an API and another resource", `${from("api.arn")}/${from("queue.id")}`, true],
    ["a resource of another service", from("queue.arn"), false],
    ["a resource of the same name of another provider", from("stranger.arn"), false],
    ["a command", from("command.stdout"), false],
    ["nothing in the program", "arn:aws:execute-api:eu-central-1:111122223333:a1b2c3d4e5/*", false],
  ];
  for (const [what, sourceArn, comes] of sources) {
    it(`${comes ? "counts" : "does not count"} ${what} as a source of API Gateway`, async () =>
      assert.equal(
        comesFromCaller(await permission({ sourceArn }), "APIGateway.amazonaws.com"),
        comes,
      ));
  }
});
