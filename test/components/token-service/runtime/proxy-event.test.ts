// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { requestOf, resultOf } from "../../../../components/token-service/runtime/proxy-event";

describe("proxy-event", () => {
  it("reads what API Gateway sends", () => {
    const request = requestOf(
      {
        httpMethod: "POST",
        path: "/v1/tokens/rtm",
        headers: { "Content-Type": "application/json" },
        multiValueHeaders: { "Content-Type": ["application/json"], Accept: ["a", "b"] },
        body: '{"ü":1}',
        isBase64Encoded: false,
        requestContext: {
          requestId: "gateway-id",
          identity: { userArn: "arn:aws:sts::123456789012:assumed-role/backend/one" },
        },
      },
      "invocation-id",
    );
    assert.deepEqual(request, {
      id: "gateway-id",
      method: "POST",
      path: "/v1/tokens/rtm",
      headers: new Map<string, readonly string[]>([
        ["content-type", ["application/json"]],
        ["accept", ["a", "b"]],
      ]),
      body: Buffer.from('{"ü":1}'),
      callerArn: "arn:aws:sts::123456789012:assumed-role/backend/one",
      invocationId: "invocation-id",
    });
  });

  it("reads a body in base64 encoding", () => {
    const event = {
      body: Buffer.from([0x7b, 0xff, 0x7d]).toString("base64"),
      isBase64Encoded: true,
    };
    assert.deepEqual(requestOf(event, "i").body, Buffer.from([0x7b, 0xff, 0x7d]));
  });

  it("reads an event that somebody made by hand, down to an empty one", () => {
    assert.deepEqual(requestOf({}, "invocation-id"), {
      id: "invocation-id",
      method: "undefined",
      path: "undefined",
      headers: new Map(),
      body: Buffer.alloc(0),
      callerArn: undefined,
      invocationId: "invocation-id",
    });
    const nulls = { headers: null, multiValueHeaders: null, body: null };
    assert.deepEqual(requestOf(nulls, "i").headers, new Map());
    const bodyObject = { body: {} as unknown as string };
    assert.deepEqual(requestOf(bodyObject, "i").body, Buffer.alloc(0));
    const noCaller = { requestContext: { identity: { userArn: null } } };
    assert.equal(requestOf(noCaller, "i").callerArn, undefined);
  });

  it("answers in API Gateway's words", () => {
    const headers = { "cache-control": "no-store" };
    assert.deepEqual(resultOf({ status: 200, headers, body: "{}" }), {
      statusCode: 200,
      headers,
      body: "{}",
    });
  });
});
