// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { refuses } from "../../../support/token-service/refusals";
import { ApiUnderTest } from "../../../support/token-service/token-api";

describe("routes", () => {
  refuses([
    ["a path that does not exist", { path: "/v1/tokens" }, 404, "No such path."],
    ["a path with a slash at its end", { path: "/v1/tokens/rtm/" }, 404, "No such path."],
    ["a path in capitals", { path: "/V1/tokens/rtm" }, 404, "No such path."],
    ["an encoded path", { path: "/v1/tokens/%72tm" }, 404, "No such path."],
    [
      "an issuing path, with any method",
      { method: "PUT", path: "/v1/classrooms" },
      404,
      "No such path.",
    ],
    ["another method", { method: "GET" }, 405, "/v1/tokens/room-user is called with POST."],
    ["HEAD", { method: "HEAD", path: "/v1/health" }, 405, "/v1/health is called with GET."],
    ["OPTIONS", { method: "OPTIONS" }, 405, "/v1/tokens/room-user is called with POST."],
  ]);

  it("names the method to use", async () => {
    const api = new ApiUnderTest();
    assert.equal((await api.send({ method: "DELETE" })).headers.allow, "POST");
    const health = await api.send({ method: "POST", path: "/v1/health" });
    assert.equal(health.headers.allow, "GET");
  });
});
