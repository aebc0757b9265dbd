// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commands } from "../../../local/commands/list";
import { commandLine, type Ended, run, runLocal } from "../../support/commands/commands";
import { temporaryFolder } from "../../support/files/temporary";
import { ROOT } from "../../support/structure/sources";

describe("local/commands/main", () => {
  function commandWith(...args: readonly string[]): Promise<Ended> {
    // The tests themselves are run by npm, whose script is none of the command's.
    const environment = { npm_package_name: "" };
    return run(process.execPath, [commandLine, ...args], { environment });
  }

  for (const args of [["--help"], ["help"], []]) {
    it(`prints every command with ${JSON.stringify(args)}`, async () => {
      const { code, stdout, stderr } = await commandWith(...args);
      assert.deepEqual([code, stderr], [0, ""]);
      for (const { name, summary } of commands) {
        assert.match(stdout, new RegExp(`^  ${name} +${summary.slice(0, 20)}`, "m"));
      }
    });
  }

  for (const { name } of commands) {
    it(`prints the help of ${name}, and does nothing else`, async () => {
      // Whatever it would do needs at least a program on PATH, a setting or a file, and would fail.
      const { code, stdout, stderr } = await runLocal(name, ["--help"], {
        environment: { PATH: "", npm_config_stack: "x" },
      });
      assert.deepEqual([code, stderr], [0, ""]);
      assert.match(stdout, new RegExp(`^Usage: agora-classroom ${name} \\[options\\]\n`));
      assert.match(stdout, /--quiet +Print the result and errors only/);
      assert.equal((await commandWith("help", name)).stdout, stdout);
    });
  }

  const refused: [string, string[], string][] = [
    [
      "a misspelt command",
      ["prevew"],
      "Unknown command 'prevew'. Did you mean preview? See agora-classroom --help.",
    ],
    [
      "a misspelt option",
      ["preview", "--stak", "dev"],
      "Unknown option '--stak'. Did you mean --stack? See agora-classroom preview --help.",
    ],
    [
      "an option without its value",
      ["preview", "--stack"],
      "Option '--stack <NAME>' argument missing. See agora-classroom preview --help.",
    ],
    [
      "a colour that there is not",
      ["pack", "--color", "blue"],
      "Option '--color <when>' argument 'blue' is invalid. Allowed choices are auto, always, never. " +
        "See agora-classroom pack --help.",
    ],
    [
      "an argument",
      ["preview", "dev"],
      'Unexpected argument "dev": preview takes options only. Run: agora-classroom preview --stack NAME',
    ],
    [
      "a stack name that is a path",
      ["preview", "--stack", "../dev"],
      "'--stack' must be 1 to 100 letters, digits, '.', '_' or '-', got \"../dev\".",
    ],
    [
      "a shell without a completion script",
      ["complete", "tcsh"],
      "'complete' needs a shell, one of bash, zsh, fish, got \"tcsh\".",
    ],
  ];
  for (const [title, args, sentence] of refused) {
    it(`refuses ${title} in one sentence`, async () => {
      const { code, stdout, stderr } = await commandWith(...args);
      assert.deepEqual([code, stdout, stderr], [2, "", `error: ${sentence}\n`]);
    });
  }

  it("refuses a flag that npm swallowed, instead of running without it", async () => {
    const { code, stdout, stderr } = await run("npm", [
      "run",
      "--silent",
      "prove",
      "--from=x.json",
    ]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(
      stderr,
      /^error: npm took --from for itself, .* Run: npm run prove -- --from x\.json$/m,
    );
  });

  it("refuses an argument that npm left of a swallowed flag", async () => {
    const { code, stderr } = await run("npm", ["run", "--silent", "preview", "china"]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^error: Unexpected argument "china": .* Run: npm run preview -- --stack NAME$/m,
    );
  });

  it("prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    assert.equal((await commandWith("--version")).stdout, `${version}\n`);
  });

  for (const shell of ["bash", "zsh", "fish"]) {
    it(`prints a completion script for ${shell}`, async () => {
      const { code, stdout } = await commandWith("complete", shell);
      assert.equal(code, 0);
      assert.match(stdout, /agora-classroom complete --/);
    });
  }

  it("completes commands and their options", async () => {
    assert.match((await commandWith("complete", "--", "pre")).stdout, /^preview\t/m);
    assert.match((await commandWith("complete", "--", "prove", "--fr")).stdout, /^--from\t/m);
  });

  it("starts within 150 ms of processor time over an empty program", async () => {
    const folder = temporaryFolder();
    const meter = join(folder, "meter.cjs");
    writeFileSync(
      meter,
      `process.on("exit", () => { const { user, system } = process.cpuUsage();
        require("node:fs").writeSync(2, \`\${(user + system) / 1000}\\n\`); });`,
    );
    const milliseconds = async (args: string[]) =>
      Number((await run(process.execPath, ["--require", meter, ...args])).stderr);
    const differences: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const empty = await milliseconds(["-e", "0"]);
      const help = await milliseconds([join(ROOT, "local/agora-classroom.mjs"), "--help"]);
      differences.push(help - empty);
    }
    assert.ok(Math.min(...differences) <= 150, `${differences.map(Math.round)} ms`);
  });
});
