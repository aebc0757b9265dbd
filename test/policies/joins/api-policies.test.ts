// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { policiesOf } from "../../../policies/joins/api-policies";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase, type Program } from "../../support/pack/program";

const policy = { Version: "2012-10-17", Statement: [] };
const body = { openapi: "3.0.1", "x-amazon-apigateway-policy": policy };

const api = (properties: Record<string, unknown>): Program => ({
  command: { type: "command:local:Command" },
  tokens: { type: "aws:apigateway/restApi:RestApi", properties },
});
const split = (type: string, properties: Record<string, unknown>): Program => ({
  ...api({}),
  beside: { type, properties: { restApiId: from("tokens.id"), ...properties } },
});

/** Where the policies of the API are, and whether they are known. */
async function found(program: Program, phase?: Phase) {
  const { stack, resource } = await stackOf(program, phase);
  return policiesOf(stack, resource("tokens")).map(
    ({ holder, document: { content } }) => `${holder.name} ${content.path} ${content.state}`,
  );
}

describe("api-policies", () => {
  const places: Record<string, [Program, string]> = {
    "in the API": [api({ policy: JSON.stringify(policy) }), "tokens policy known"],
    "in a resource of its own": [
      split("aws:apigateway/restApiPolicy:RestApiPolicy", { policy: JSON.stringify(policy) }),
      "beside policy known",
    ],
    "in the API's body": [
      api({ body: JSON.stringify(body) }),
      "tokens body.x-amazon-apigateway-policy known",
    ],
    "in a body that is imported": [
      split("aws:apigateway/restApiPut:RestApiPut", { body: JSON.stringify(body) }),
      "beside body.x-amazon-apigateway-policy known",
    ],
  };
  for (const [place, [program, expected]] of Object.entries(places)) {
    it(`finds a policy ${place}`, async () => {
      assert.deepEqual(await found(program), [expected]);
      assert.deepEqual(await found(program, "deployed"), [expected]);
    });
  }

  it("finds none where the program writes none, whatever the plug-in fills in", async () => {
    assert.deepEqual(await found(api({})), []);
    assert.deepEqual(await found(api({}), "deployed"), []);
    assert.deepEqual(await found(api({ body: "{}" })), []);
  });

  it("counts a body that nobody can read as a policy that is not known", async () => {
    assert.deepEqual(await found(api({ body: from("command.stdout") })), ["tokens body unknown"]);
    assert.deepEqual(await found(api({ body: "openapi: 3.0.1" })), ["tokens body unknown"]);
  });

  it("counts a policy of its own once, which the plug-in reads back into the API", async () => {
    const text = JSON.stringify(policy);
    const program = split("aws:apigateway/restApiPolicy:RestApiPolicy", { policy: text });
    assert.deepEqual(await found({ ...program, ...api({ policy: text }) }), [
      "beside policy known",
    ]);
  });

  it("leaves the policies of other APIs out", async () => {
    const program = {
      ...split("aws:apigateway/restApiPolicy:RestApiPolicy", { restApiId: "a1b2c3d4e5" }),
    };
    assert.deepEqual(await found(program), []);
  });
});
