// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Ended, runLocal } from "../../support/commands/commands";
import { temporaryFolder } from "../../support/files/temporary";

describe("local/commands/prove", () => {
  const folder = temporaryFolder();

  function prove(...args: readonly string[]): Promise<Ended> {
    return runLocal("prove", args);
  }

  it("prints help with options and exit codes", async () => {
    const { code, stdout } = await prove("--help");
    assert.equal(code, 0);
    assert.match(stdout, /^Usage: agora-classroom prove \[options\]\n/);
    assert.match(stdout, /--from <FILE> +A state that 'pulumi stack export' wrote/);
    assert.match(
      stdout,
      /Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 {2}there is no state to prove anything about/,
    );
  });

  it("ends with 2 and one sentence for a file that is no state", async () => {
    const path = join(folder, "empty.json");
    writeFileSync(path, "{}");
    const { code, stdout, stderr } = await prove("--from", path);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.equal(
      stderr,
      `error: ${path} is not the state of a deployed stack. Write it with 'pulumi stack export --file'.\n`,
    );
  });

  it("ends with 2 where the state holds nothing that could be proved", async () => {
    const path = join(folder, "bare.json");
    const urn = "urn:pulumi:dev::classroom::pulumi:pulumi:Stack::classroom-dev";
    const resources = [{ urn, type: "pulumi:pulumi:Stack" }];
    writeFileSync(path, JSON.stringify({ version: 3, deployment: { resources } }));
    const { code, stdout, stderr } = await prove("--from", path);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.equal(
      stderr,
      "error: The state holds nothing of the data centres that the stack's configuration " +
        "names, so there is nothing to prove.\n",
    );
  });

  it("ends with 2 for a stack that has no configuration", async () => {
    const { code, stderr } = await prove("--stack", "nowhere", "--from", join(folder, "bare.json"));
    assert.equal(code, 2);
    assert.match(stderr, /^error: There is no stack 'nowhere' in stacks; there are: /);
  });
});
