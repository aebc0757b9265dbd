// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { runLocal } from "../../support/commands/commands";

describe("local/runner/command", () => {
  it("prints help with options and exit codes", async () => {
    const { code, stdout } = await runLocal("preview", ["--help"]);
    assert.equal(code, 0);
    assert.match(stdout, /^npm run preview \[-- options\]\n/);
    assert.match(stdout, /--stack NAME +The stack whose configuration is used \(default dev\)/);
    assert.match(stdout, /Exit code 0: no mandatory violation; 1: .*; 2: it could not start\./);
  });

  const refused: [string, string[], RegExp][] = [
    [
      "an option it does not know",
      ["--stak", "dev"],
      /^error: Unknown option '--stak'\. See npm run preview -- --help\.\n$/,
    ],
    [
      "an option without its value",
      ["--stack"],
      /^error: Option '--stack <value>' argument missing\. See npm run preview -- --help\.\n$/,
    ],
    [
      "an argument that is no option",
      ["dev"],
      /^error: Unexpected argument 'dev'\. .*See npm run preview -- --help\.\n$/,
    ],
    [
      "a stack name that is a path",
      ["--stack", "../dev"],
      /^error: '--stack' must be 1 to 100 letters, digits, '\.', '_' or '-', got "\.\.\/dev"\.\n$/,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title} in one sentence`, async () => {
      const { code, stdout, stderr } = await runLocal("preview", args);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, message);
    });
  }
});
