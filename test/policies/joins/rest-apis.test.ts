// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { namedApi } from "../../../policies/joins/rest-apis";
import { read } from "../../../policies/resources/reading";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase, type Program } from "../../support/pack/program";

const apis: Program = {
  tokens: { type: "aws:apigateway/restApi:RestApi" },
  rooms: { type: "aws-native:apigateway:RestApi", properties: { restApiId: "r0o1m2s3" } },
  command: { type: "command:local:Command" },
};

/** The name of the API that a stage of a program belongs to, and whether that is certain. */
async function named(restApi: string, phase?: Phase) {
  const program = { ...apis, it: { type: "aws:apigateway/stage:Stage", properties: { restApi } } };
  const { stack, resource } = await stackOf(program, phase);
  const it = resource("it");
  const { api, certain } = namedApi(stack, read(it.props, "restApi"), it);
  return [api?.name, certain];
}

describe("rest-apis", () => {
  it("follows an id that is not known yet to the API that it comes from", async () => {
    assert.deepEqual(await named(from("tokens.id")), ["tokens", true]);
    assert.deepEqual(await named(from("rooms.restApiId")), ["rooms", true]);
  });

  it("finds an API by an id that is known", async () => {
    assert.deepEqual(await named(from("tokens.id"), "deployed"), ["tokens", true]);
    assert.deepEqual(await named("tokens", "deployed"), ["tokens", true]);
    assert.deepEqual(await named("r0o1m2s3"), ["rooms", true]);
  });

  it("knows no API that lives elsewhere", async () => {
    assert.deepEqual(await named("a1b2c3d4e5"), [undefined, true]);
    assert.deepEqual(await named(from("command.stdout")), [undefined, false]);
  });

  it("is not certain of an id that is made from two APIs", async () => {
    assert.deepEqual(await named(`${from("tokens.id")}${from("rooms.id")}`), ["tokens", false]);
  });
});
