// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { settingsOf } from "../../../policies/joins/stage-settings";
import { stackOf } from "../../support/pack/judge";
import { from, type Program } from "../../support/pack/program";

const type = "aws:apigateway/methodSettings:MethodSettings";

/** Two APIs, each with a stage of the same name, a stage of none, and settings for one of them. */
const program = (properties: Record<string, unknown>): Program => ({
  tokens: { type: "aws:apigateway/restApi:RestApi" },
  rooms: { type: "aws:apigateway/restApi:RestApi" },
  live: {
    type: "aws:apigateway/stage:Stage",
    properties: { restApi: from("tokens.id"), stageName: "live" },
  },
  other: {
    type: "aws:apigateway/stage:Stage",
    properties: { restApi: from("rooms.id"), stageName: "live" },
  },
  stray: { type: "aws:apigateway/stage:Stage", properties: { stageName: "live" } },
  settings: { type, properties },
});

/** The stages that have the settings. */
async function stages(properties: Record<string, unknown>): Promise<string[]> {
  const found: string[][] = [];
  for (const phase of ["first preview", "deployed"] as const) {
    const { stack, resource } = await stackOf(program(properties), phase);
    found.push(
      ["live", "other", "stray"].filter((name) =>
        settingsOf(stack, resource(name)).some((settings) => settings.name === "settings"),
      ),
    );
  }
  assert.deepEqual(found[0], found[1]);
  return found[0] ?? [];
}

describe("stage-settings", () => {
  it("joins by the API and the name of the stage", async () => {
    assert.deepEqual(await stages({ restApi: from("tokens.id"), stageName: "live" }), ["live"]);
    assert.deepEqual(await stages({ restApi: from("rooms.id"), stageName: "live" }), ["other"]);
  });

  it("joins by the stage that the name is taken from", async () => {
    const stageName = from("other.stageName");
    assert.deepEqual(await stages({ restApi: from("rooms.id"), stageName }), ["other"]);
    assert.deepEqual(await stages({ restApi: "a1b2c3d4e5", stageName }), ["other"]);
  });

  it("joins nothing of another name, or of an API that lives elsewhere", async () => {
    assert.deepEqual(await stages({ restApi: from("tokens.id"), stageName: "test" }), []);
    assert.deepEqual(await stages({ restApi: "a1b2c3d4e5", stageName: "live" }), []);
    assert.deepEqual(await stages({ stageName: "live" }), []);
  });
});
