// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { protocolOf } from "../../../policies/joins/api-protocols";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase } from "../../support/pack/program";

const silence = { state: "absent", path: "apiId" };
const speaks = (protocol: string) => ({ state: "known", path: "protocolType", value: protocol });

/** What a route's API says that it speaks, by the id that the route names. */
async function protocol(apiId: string, phase?: Phase) {
  const { stack, resource } = await stackOf(
    {
      http: { type: "aws:apigatewayv2/api:Api", properties: { protocolType: "HTTP" } },
      sockets: { type: "aws-native:apigatewayv2:Api", properties: { protocolType: "WEBSOCKET" } },
      byId: {
        type: "aws:apigatewayv2/api:Api",
        properties: { id: "a1b2c3d4e5", protocolType: "HTTP" },
      },
      byApiId: {
        type: "aws-native:apigatewayv2:Api",
        properties: { apiId: "f6g7h8i9j0", protocolType: "WEBSOCKET" },
      },
      command: { type: "command:local:Command" },
      it: { type: "aws:apigatewayv2/route:Route", properties: { apiId } },
    },
    phase,
  );
  return protocolOf(stack, resource("it"));
}

describe("api-protocols", () => {
  for (const phase of ["first preview", "deployed"] as const) {
    it(`asks the API that a route is made from, in a ${phase}`, async () => {
      assert.deepEqual(await protocol(from("http.id"), phase), speaks("HTTP"));
      assert.deepEqual(await protocol(from("sockets.id"), phase), speaks("WEBSOCKET"));
    });
  }

  it("asks the API whose id a route names as a text", async () => {
    assert.deepEqual(await protocol("a1b2c3d4e5"), speaks("HTTP"));
    assert.deepEqual(await protocol("f6g7h8i9j0"), speaks("WEBSOCKET"));
  });

  it("asks the API among all that an id is made from", async () => {
    const apiId = `${from("http.id")}${from("command.stdout")}`;
    assert.deepEqual(await protocol(apiId), speaks("HTTP"));
  });

  it("says nothing of an API that is not in the stack", async () => {
    assert.deepEqual(await protocol("k1l2m3n4o5"), silence);
    assert.deepEqual(await protocol(from("command.stdout")), silence);
  });

  it("says nothing of an id that is made from two APIs", async () => {
    assert.deepEqual(await protocol(`${from("http.id")}${from("sockets.id")}`), silence);
  });
});
