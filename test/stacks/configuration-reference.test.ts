// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { configurationPage } from "../../stacks/configuration-page";
import { configurationSchema } from "../../stacks/configuration-schema";
import { ROOT } from "../support/structure/sources";

describe("npm run configuration-reference", () => {
  it("would change nothing in the schema", () => {
    const written = JSON.parse(
      readFileSync(join(ROOT, "stacks/configuration.schema.json"), "utf8"),
    );
    assert.equal(JSON.stringify(written), JSON.stringify(configurationSchema()));
  });

  it("would change nothing in the page", () => {
    assert.equal(readFileSync(join(ROOT, "docs/configuration.md"), "utf8"), configurationPage());
  });
});
