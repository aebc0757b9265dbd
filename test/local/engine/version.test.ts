// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isAtLeast, oldestGo, pinnedVersion } from "../../../local/engine/version";
import { ROOT } from "../../support/structure/sources";

describe("local/engine/version", () => {
  const module = readFileSync(join(ROOT, "local/engine/cli/go.mod"), "utf8");

  it("pins the version that the Go module is at", () => {
    assert.match(module, new RegExp(`github.com/pulumi/pulumi/pkg/v3 v${pinnedVersion}$`, "m"));
    assert.match(module, new RegExp(`github.com/pulumi/pulumi/sdk/v3 v${pinnedVersion} `));
  });

  it("pins the version of the Node.js SDK", () => {
    const manifest = readFileSync(join(ROOT, "package.json"), "utf8");
    assert.equal(JSON.parse(manifest).dependencies["@pulumi/pulumi"], pinnedVersion);
  });

  it("asks for the Go that the module asks for", () => {
    assert.match(module, new RegExp(`^go ${oldestGo}$`, "m"));
  });

  const cases: [string, string, boolean][] = [
    ["v3.259.0", "3.255.0", true],
    ["3.255.0", "3.255.0", true],
    ["v3.99.0", "3.255.0", false],
    ["v3.260.0-alpha.1+abc", "3.255.0", true],
    ["go1.26.8", "1.25.11", true],
    ["go1.25.9", "1.25.11", false],
    ["go1.26", "1.25.11", true],
    ["", "1.0.0", false],
    ["devel", "1.0.0", false],
  ];
  for (const [text, oldest, expected] of cases) {
    it(`${expected ? "accepts" : "refuses"} '${text}' where ${oldest} is the oldest accepted`, () => {
      assert.equal(isAtLeast(text, oldest), expected);
    });
  }
});
