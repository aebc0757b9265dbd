// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { staleSource } from "../../../policies/framework/freshness";
import { temporaryFolder } from "../../support/files/temporary";

describe("freshness", () => {
  const pack = temporaryFolder();
  const dist = join(pack, "dist");
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");

  before(() => {
    mkdirSync(join(pack, "rules"));
    mkdirSync(dist);
    writeFileSync(
      join(dist, "sources.json"),
      JSON.stringify({ "../index.ts": digest("one"), "../rules/a.ts": digest("two") }),
    );
  });

  beforeEach(() => {
    writeFileSync(join(pack, "index.ts"), "one");
    writeFileSync(join(pack, "rules", "a.ts"), "two");
  });

  it("finds nothing stale when every source is as it was compiled", () => {
    assert.equal(staleSource(dist), undefined);
  });

  it("names the source that has changed since", () => {
    writeFileSync(join(pack, "rules", "a.ts"), "two and a half");
    assert.equal(staleSource(dist), "../rules/a.ts");
  });

  it("finds nothing stale in a published pack, which has no sources", () => {
    rmSync(join(pack, "index.ts"));
    rmSync(join(pack, "rules", "a.ts"));
    assert.equal(staleSource(dist), undefined);
  });

  it("finds nothing stale where the build left no digests", () => {
    assert.equal(staleSource(pack), undefined);
  });
});
