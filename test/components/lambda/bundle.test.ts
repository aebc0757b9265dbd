// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleProblems } from "../../../components/lambda/bundle";
import { tokenFunctionFolder } from "../../../components/token-service/token-function";
import { temporaryFolder } from "../../support/files/temporary";

describe("bundleProblems", () => {
  let folder: string;
  beforeEach(() => {
    folder = join(temporaryFolder(), "dist");
    mkdirSync(folder);
    writeFileSync(join(folder, "..", "handler.ts"), "source");
    writeFileSync(join(folder, "index.js"), "code");
    const digest = createHash("sha256").update("source").digest("hex");
    writeFileSync(join(folder, "sources.json"), JSON.stringify({ "../handler.ts": digest }));
  });

  it("accepts code that is as new as its sources", () => {
    assert.deepEqual(bundleProblems(folder), []);
  });

  it("accepts this checkout's own code, which every test run builds", () => {
    assert.deepEqual(bundleProblems(tokenFunctionFolder), []);
  });

  it("refuses code whose source has changed since", () => {
    writeFileSync(join(folder, "..", "handler.ts"), "changed");
    assert.deepEqual(bundleProblems(folder), [
      "the function's code is older than its source '../handler.ts'. Run 'npm run build'.",
    ]);
  });

  it("accepts code without sources, as in a published package", () => {
    rmSync(join(folder, "..", "handler.ts"));
    assert.deepEqual(bundleProblems(folder), []);
  });

  it("refuses code with a source that no longer exists", () => {
    const manifest = join(folder, "sources.json");
    const digests = JSON.parse(readFileSync(manifest, "utf8"));
    writeFileSync(manifest, JSON.stringify({ ...digests, "../gone.ts": "0" }));
    assert.deepEqual(bundleProblems(folder), [
      "the function's code is older than its source '../gone.ts'. Run 'npm run build'.",
    ]);
  });

  it("refuses code that has never been built", () => {
    assert.deepEqual(bundleProblems(join(folder, "nowhere")), [
      "the function's code has not been built. Run 'npm run build'.",
    ]);
  });
});
