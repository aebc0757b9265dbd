// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { colorsFor } from "../../../local/runner/colors";

describe("local/runner/colors", () => {
  const cases: [string, boolean | undefined, NodeJS.ProcessEnv, boolean][] = [
    ["colours a terminal", true, {}, true],
    ["leaves a terminal plain where NO_COLOR is set", true, { NO_COLOR: "1" }, false],
    ["colours a terminal where NO_COLOR is empty", true, { NO_COLOR: "" }, true],
    ["leaves a file or pipe plain", undefined, {}, false],
    ["leaves the log of CI plain", undefined, { CI: "true" }, false],
  ];
  for (const [title, isTTY, environment, expected] of cases) {
    it(title, () => {
      const colors = colorsFor({ isTTY } as NodeJS.WriteStream, environment);
      assert.equal(colors.red("x") !== "x", expected);
    });
  }

  it("colours a pipe, or leaves a terminal plain, when it is told to", () => {
    const [pipe, terminal] = [{}, { isTTY: true }] as NodeJS.WriteStream[];
    assert.ok(pipe && terminal);
    assert.notEqual(colorsFor(pipe, { NO_COLOR: "1" }, "always").red("x"), "x");
    assert.equal(colorsFor(terminal, {}, "never").red("x"), "x");
  });
});
