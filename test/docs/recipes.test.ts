// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../support/commands/commands";
import { cloneTo } from "../support/files/clone";
import { apply, stepsOf } from "../support/files/recipe";
import { temporaryFolder } from "../support/files/temporary";
import { ROOT } from "../support/structure/sources";

/** The last command of every recipe. It judges the whole checkout, so it runs once, after all of them. */
const check = "npm run check";

/** Every recipe is followed here, one after the other, on one clone. */
describe("recipes", function () {
  this.timeout(300_000);
  const clone = join(temporaryFolder(), "clone");

  before(async () => {
    cloneTo(clone);
    await command("git init -q");
    // Git's own list of what to ignore names a folder, and here it is a link.
    writeFileSync(join(clone, ".git", "info", "exclude"), "node_modules\n");
    // As `npm ci` does in a clone.
    await command("npm run build");
  });

  async function command(line: string): Promise<void> {
    const { code, stdout, stderr } = await run("bash", ["-c", line], {
      cwd: clone,
      environment: { INIT_CWD: clone },
    });
    assert.equal(code, 0, `${line}\n${stdout}${stderr}`);
  }

  async function follow(name: string): Promise<void> {
    const steps = stepsOf(`docs/recipes/${name}.md`);
    const commands = steps.flatMap((step) => (step.kind === "run" ? step.commands : []));
    assert.equal(commands.at(-1), check);
    for (const step of steps) {
      if (step.kind !== "run") {
        apply(step, clone);
        continue;
      }
      for (const line of step.commands.filter((each) => each !== check)) {
        await command(line);
      }
    }
  }

  const recipes = readdirSync(join(ROOT, "docs", "recipes")).map((name) =>
    name.replace(/\.md$/, ""),
  );
  for (const name of recipes) {
    it(`can be followed: ${name}`, () => follow(name));
  }

  it("leave a checkout that passes the check", () => command(check));
});
