// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { CannotStartError, runChild } from "../../../local/runner/child";

const SHELL = "/bin/sh";

describe("local/runner/child", () => {
  const never = new AbortController().signal;

  it("returns the exit code and hands over what the child prints", async () => {
    let text = "";
    const code = await runChild(SHELL, ["-c", "echo out; echo err >&2; exit 3"], {
      stop: never,
      onText: (part) => {
        text += part;
      },
    });
    assert.equal(code, 3);
    assert.deepEqual(text.trim().split("\n").sort(), ["err", "out"]);
  });

  it("fails by name when the program does not exist", async () => {
    await assert.rejects(runChild("/no/such/program", [], { stop: never }), CannotStartError);
  });

  it("interrupts the child when the person stops", async () => {
    const controller = new AbortController();
    let text = "";
    const script = 'trap "echo cleaned; exit 5" INT; echo ready; while :; do sleep 0.05; done';
    const code = await runChild(SHELL, ["-c", script], {
      stop: controller.signal,
      onText: (part) => {
        text += part;
        if (part.includes("ready")) controller.abort();
      },
    });
    assert.equal(code, 5);
    assert.match(text, /cleaned/);
  });

  it("counts a child that was killed as interrupted", async () => {
    const controller = new AbortController();
    const code = await runChild(SHELL, ["-c", "echo ready; exec sleep 60"], {
      stop: controller.signal,
      onText: () => controller.abort(),
    });
    assert.equal(code, 130);
  });

  it("starts nothing once the person has stopped", async () => {
    await assert.rejects(runChild(SHELL, ["-c", "exit 0"], { stop: AbortSignal.abort() }), {
      name: "AbortError",
    });
  });
});
