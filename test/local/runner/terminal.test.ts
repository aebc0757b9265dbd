// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { terminalOn } from "../../../local/runner/terminal";

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

  it("prints progress as a line now and then where there is no terminal", () => {
    const { written, fake } = stream(false);
    let time = 0;
    const terminal = terminalOn(fake, () => time);
    for (const seconds of [0, 5, 14, 15, 20, 31]) {
      time = seconds * 1000;
      terminal.progress(`at ${seconds}`);
    }
    assert.deepEqual(written, ["at 0 (0 s)\n", "at 15 (15 s)\n", "at 31 (31 s)\n"]);
  });
});
