// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { shellQuoted } from "../../../local/runner/shell";

describe("local/runner/shell", () => {
  const words = [
    "plain/path-1.js",
    "a b",
    "$(echo ran)",
    "`echo ran`",
    "it's",
    'a"b',
    "a\nb",
    "\\",
    "",
    "a;b",
  ];
  for (const word of words) {
    it(`gives a shell the word ${JSON.stringify(word)} as it is`, () => {
      const read = execFileSync("/bin/sh", ["-c", `printf %s ${shellQuoted(word)}`], {
        encoding: "utf8",
      });
      assert.equal(read, word);
    });
  }

  it("leaves a word that needs no quotes without them", () => {
    assert.equal(shellQuoted("plain/path-1.js"), "plain/path-1.js");
  });
});
