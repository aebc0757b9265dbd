// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import schema from "../../stacks/configuration.schema.json";
import {
  type ConfigurationSchema,
  configurationReference,
} from "../../stacks/configuration-reference";
import { ROOT } from "../support/structure/sources";

const reference = configurationReference(schema as ConfigurationSchema);

describe("configurationReference", () => {
  it("is fresh: npm run configuration-reference would change nothing", () => {
    assert.equal(readFileSync(join(ROOT, "docs/configuration.md"), "utf8"), reference);
  });

  it("has a row for every key, each with a meaning and a default", () => {
    const rows = reference.split("\n").filter((line) => line.startsWith("| `"));
    for (const key of [
      "appId",
      "regions[].network.endpoints.executeApi",
      "regions[].recording.courseware.corsOrigins",
      "transfers[].expires",
      "attestations.noCertificateDisabled.by",
      "profile",
    ]) {
      assert.equal(rows.filter((row) => row.startsWith(`| \`${key}\` |`)).length, 1, key);
    }
    for (const row of rows) {
      assert.match(row, /^\| `[^|]+` \| [^|]+ \| [^|]+ \| [^|]+\. \|$/);
    }
  });
});
