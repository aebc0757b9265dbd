// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { quiet, terminalOn } from "../../../local/runner/terminal";

describe("local/runner/terminal", () => {
  function stream(isTTY: boolean) {
    const written: string[] = [];
    const fake = { isTTY, columns: 40, write: (text: string) => written.push(text) > 0 };
    return { written, fake: fake as unknown as NodeJS.WriteStream };
  }

  it("overwrites progress on a terminal, and clears it before a sentence", () => {
    const { written, fake } = stream(true);
    const terminal = terminalOn(fake, () => 0);
    terminal.progress("one");
    terminal.progress("two");
    terminal.say("done");
    assert.deepEqual(written, [
      "one (0 s)",
      `\r${" ".repeat(9)}\r`,
      "two (0 s)",
      `\r${" ".repeat(9)}\r`,
      "done\n",
    ]);
  });

  it("keeps progress within the width of the terminal", () => {
    const { written, fake } = stream(true);
    terminalOn(fake, () => 0).progress("x".repeat(100));
    assert.equal(written[0]?.length, 39);
  });

  it("shows no progress where there is no terminal", () => {
    const { written, fake } = stream(false);
    const terminal = terminalOn(fake, () => 0);
    terminal.progress("one");
    terminal.say("done");
    assert.deepEqual(written, ["done\n"]);
  });

  it("confides in a person at a terminal, and in nobody else", () => {
    for (const isTTY of [true, false]) {
      const { written, fake } = stream(isTTY);
      assert.equal(terminalOn(fake).confide("secret"), isTTY);
      assert.deepEqual(written, isTTY ? ["secret\n"] : []);
    }
  });

  it("still confides when it is told to be quiet", () => {
    const { written, fake } = stream(true);
    const terminal = quiet(terminalOn(fake));
    terminal.say("x");
    terminal.progress("x");
    terminal.confide("secret");
    assert.deepEqual(written, ["secret\n"]);
  });
});
