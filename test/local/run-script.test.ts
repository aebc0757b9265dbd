// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../support/commands/commands";
import { ROOT } from "../support/structure/sources";

describe("local/run-script", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const names = Object.entries(scripts).flatMap(([name, command]) =>
    command === `node local/run-script.mjs ${name}` ? [name] : [],
  );

  function state(): string {
    return execFileSync("git", ["status", "--porcelain"], { cwd: ROOT, encoding: "utf8" });
  }

  it("runs the generators and the publication of the pack", () => {
    assert.ok(names.includes("catalogue") && names.includes("policies:publish"), names.join(", "));
  });

  it("prints the help of each script, and does nothing else", async () => {
    const before = state();
    for (const name of names) {
      const script = join(ROOT, "local", "run-script.mjs");
      const { code, stdout, stderr } = await run(process.execPath, [script, name, "--help"]);
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, new RegExp(`^npm run ${name}\\n\\n[A-Z].*\\.`));
    }
    assert.equal(state(), before);
  });

  it("refuses a script that does not exist", async () => {
    const script = join(ROOT, "local", "run-script.mjs");
    const { code, stderr } = await run(process.execPath, [script, "catalog"]);
    assert.equal(code, 2);
    assert.match(stderr, /^error: There is no script 'catalog'; there are: catalogue, /);
  });
});
