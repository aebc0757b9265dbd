// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { protocolOf } from "../../../policies/joins/api-protocols";
import { textOf } from "../../../policies/reading";
import { from } from "../../../policies/rule";
import { stackOf } from "../../support/pack/judge";
import type { Phase } from "../../support/pack/program";

/** The protocol that a route's API speaks, by the id that the route names. */
async function protocol(apiId: string, phase?: Phase) {
  const { stack, resource } = await stackOf(
    {
      http: { type: "aws:apigatewayv2/api:Api", properties: { protocolType: "HTTP" } },
      sockets: { type: "aws-native:apigatewayv2:Api", properties: { protocolType: "WEBSOCKET" } },
      command: { type: "command:local:Command" },
      it: { type: "aws:apigatewayv2/route:Route", properties: { apiId } },
    },
    phase,
  );
  return textOf(protocolOf(stack, resource("it")));
}

describe("api-protocols", () => {
  for (const phase of ["first preview", "deployed"] as const) {
    it(`asks the API that a route is made from, in a ${phase}`, async () => {
      assert.equal(await protocol(from("http.id"), phase), "HTTP");
      assert.equal(await protocol(from("sockets.id"), phase), "WEBSOCKET");
    });
  }

  it("says nothing of an API that is not in the stack", async () => {
    assert.equal(await protocol("a1b2c3d4e5"), undefined);
    assert.equal(await protocol(from("command.stdout")), undefined);
  });

  it("says nothing of an id that is made from two APIs", async () => {
    assert.equal(await protocol(`${from("http.id")}${from("sockets.id")}`), undefined);
  });
});
