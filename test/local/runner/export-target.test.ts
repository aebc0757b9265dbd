// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exportTarget, keepState } from "../../../local/runner/export-target";
import type { Terminal } from "../../../local/runner/terminal";
import { temporaryFolder } from "../../support/files/temporary";

describe("local/runner/export-target", () => {
  const folder = temporaryFolder();
  const state = join(folder, "state.json");

  before(() => writeFileSync(state, "{}"));

  function terminal(isTerminal: boolean) {
    const said: string[] = [];
    const confided: string[] = [];
    const fake: Terminal = {
      say: (sentence) => said.push(sentence),
      progress: () => {},
      confide: (sentence) => isTerminal && confided.push(sentence) > 0,
    };
    return { said, confided, fake };
  }

  it("refuses a file in a folder that does not exist, and a folder", () => {
    for (const file of [join(folder, "nowhere", "x.json"), folder]) {
      assert.throws(() => exportTarget(file, {}), {
        name: "Failure",
        message: `'--export' must name a file in a folder that exists, got ${file}.`,
      });
    }
  });

  it("keeps a state that only its owner may read, also where a file was there before", () => {
    const target = join(folder, "kept.json");
    writeFileSync(target, "", { mode: 0o644 });
    keepState(state, target, { variables: {} }, terminal(true).fake);
    assert.equal(statSync(target).mode & 0o777, 0o600);
    assert.equal(readFileSync(target, "utf8"), "{}");
  });

  it("shows a random passphrase once, on a terminal", () => {
    const { said, confided, fake } = terminal(true);
    const target = join(folder, "one.json");
    keepState(state, target, { variables: {}, generated: "r4ndom" }, fake);
    assert.deepEqual(confided, [
      `The secrets in ${target} are encrypted with this passphrase, shown only now: r4ndom`,
    ]);
    assert.deepEqual(said, []);
  });

  it("says how to choose a passphrase where there is no terminal, and shows none", () => {
    const { said, fake } = terminal(false);
    const target = join(folder, "two.json");
    keepState(state, target, { variables: {}, generated: "r4ndom" }, fake);
    assert.deepEqual(said, [
      `The secrets in ${target} are encrypted with a random passphrase, which only a terminal is shown. ` +
        "Set PULUMI_CONFIG_PASSPHRASE to choose one.",
    ]);
  });

  it("says nothing about the user's own passphrase", () => {
    const { said, confided, fake } = terminal(true);
    keepState(
      state,
      join(folder, "three.json"),
      { variables: { PULUMI_CONFIG_PASSPHRASE: "x" } },
      fake,
    );
    assert.deepEqual([said, confided], [[], []]);
  });
});
