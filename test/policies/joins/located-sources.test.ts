// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { holdsAnyText, locatedSources } from "../../../policies/joins/located-sources";
import { stackOf } from "../../support/pack/judge";
import { from } from "../../support/pack/program";

describe("located-sources", () => {
  it("are the siblings of a property that are in a region", async () => {
    const { resource } = await stackOf({
      queue: { type: "aws:sqs/queue:Queue" },
      role: { type: "aws:iam/role:Role" },
      command: { type: "command:local:Command" },
      pipe: {
        type: "aws:pipes/pipe:Pipe",
        properties: {
          roleArn: from("role.arn"),
          source: from("queue.arn"),
          target: `${from("queue.arn")}${from("command.stdout")}${from("role.name")}`,
        },
      },
    });
    const names = ["source", "target", "roleArn", "enrichment"].map((property) =>
      locatedSources(resource("pipe"), property).map(({ name }) => name),
    );
    assert.deepEqual(names, [["queue"], ["queue"], [], []]);
  });

  it("are none that may hold the name of anything", async () => {
    const { resource } = await stackOf({
      parameter: { type: "aws:ssm/parameter:Parameter" },
      template: { type: "aws-native:cloudformation:Stack" },
      group: { type: "aws:cloudwatch/logGroup:LogGroup" },
      pipe: {
        type: "aws:pipes/pipe:Pipe",
        properties: { source: from("parameter.value"), target: from("template.outputs") },
      },
    });
    assert.deepEqual(locatedSources(resource("pipe"), "source"), []);
    assert.deepEqual(locatedSources(resource("pipe"), "target"), []);
    assert.deepEqual(["parameter", "template", "group"].map(resource).map(holdsAnyText), [
      true,
      true,
      false,
    ]);
  });
});
