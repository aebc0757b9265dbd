// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { prefixesOf } from "../../../components/token-service/api-paths";

describe("prefixesOf", () => {
  it("lists every prefix once, parents first", () => {
    assert.deepEqual(prefixesOf(["/v1/tokens/rtm", "/v1/tokens/room-user", "/v1/health"]), [
      "/v1",
      "/v1/tokens",
      "/v1/tokens/rtm",
      "/v1/tokens/room-user",
      "/v1/health",
    ]);
  });
});
