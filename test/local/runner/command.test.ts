// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { colorsFor } from "../../../local/runner/colors";
import { type Output, present } from "../../../local/runner/command";

describe("local/runner/command", () => {
  const output: Output = {
    json: false,
    quiet: false,
    color: undefined,
    colors: colorsFor({} as NodeJS.WriteStream, {}),
  };

  function printed(json: boolean): string {
    const { log } = console;
    let text = "";
    console.log = (line: string) => {
      text += `${line}\n`;
    };
    try {
      present({ ...output, json }, ["one", "two"], { words: ["one", "two"] });
    } finally {
      console.log = log;
    }
    return text;
  }

  it("presents lines to a person", () => {
    assert.equal(printed(false), "one\ntwo\n");
  });

  it("presents one JSON document to a machine, and no lines", () => {
    assert.deepEqual(JSON.parse(printed(true)), { words: ["one", "two"] });
  });
});
