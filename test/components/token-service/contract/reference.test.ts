// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import openapi from "../../../../components/token-service/contract/openapi.json";
import {
  type Contract,
  referenceOf,
} from "../../../../components/token-service/contract/reference";
import { ROOT } from "../../../support/structure/sources";

describe("reference", () => {
  it("is fresh: npm run token-api-reference would change nothing", () => {
    const written = readFileSync(join(ROOT, "docs/token-api.md"), "utf8");
    assert.equal(written, referenceOf(openapi as Contract));
  });
});
