// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixes } from "../../../policies/fixes";
import { rules } from "../../../policies/rules";
import { catalogueOf } from "../../../policies/tools/catalogue";
import { ROOT } from "../../support/structure/sources";

describe("catalogue", () => {
  it("is fresh: npm run catalogue would change nothing", () => {
    const written = readFileSync(join(ROOT, "policies", "CATALOGUE.md"), "utf8");
    assert.equal(written, catalogueOf(rules, fixes));
  });
});
