// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runLocal, verdict } from "../support/commands";
import { projectFiles, ROOT } from "../support/sources";

/** Digests of the files that Pulumi itself likes to write into. */
function stackFiles(): string {
  const digest = createHash("sha256");
  for (const path of projectFiles().filter(
    (file) => file.startsWith("stacks/") || file === "Pulumi.yaml",
  )) {
    digest.update(path).update(readFileSync(join(ROOT, path)));
  }
  return digest.digest("hex");
}

describe("engine: our stacks in a first preview", function () {
  this.timeout(120_000);

  it("previews three data centres without a violation and with nothing undecided", async () => {
    const before = stackFiles();
    const ended = await runLocal("preview", []);
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    assert.equal(verdict(ended), "no violations");
    assert.match(ended.stdout, /^Resources \d+: .*\(ap-southeast-1\) \d+/m);
    assert.match(ended.stdout, /^Resources .*\(eu-central-1\) \d+/m);
    assert.match(ended.stdout, /^Resources .*\(us-west-1\) \d+/m);
    assert.match(
      ended.stdout,
      /^Rules run \d+: forbid-public-api-endpoint, require-bucket-encryption/m,
    );
    assert.match(ended.stdout, /^Undecided none$/m);
    assert.match(ended.stdout, /^Exempted {2}none$/m);
    assert.equal(stackFiles(), before, "tracked files are left alone");
  });

  it("previews the data centre CN in its own partition", async () => {
    const ended = await runLocal("preview", ["--stack", "china"]);
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    assert.equal(verdict(ended), "no violations");
    assert.match(ended.stdout, /^Resources \d+: .*\(cn-north-1\) \d+$/m);
    assert.match(ended.stdout, /^Undecided none$/m);
    assert.equal(ended.stdout.split("AWS's own checks did not run").length, 2, "said once");
    assert.ok(!ended.stdout.includes("\u001b["), "no colour without a terminal");
  });
});
