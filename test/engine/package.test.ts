// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fixes } from "../../policies/fixes";
import { rules } from "../../policies/rules";
import { run, runLocal, verdict } from "../support/commands/commands";
import { folderInCheckout } from "../support/files/temporary";
import { PackProcess } from "../support/pack/process";
import { ROOT } from "../support/structure/sources";

describe("engine: the package in somebody else's project", function () {
  this.timeout(300_000);
  const project = folderInCheckout("package");
  const installed = join(project, "node_modules", "pulumi-agora-classroom");

  before(async () => {
    mkdirSync(installed, { recursive: true });
    const packed = await run("npm", ["pack", "--json", "--pack-destination", project]);
    assert.equal(packed.code, 0, packed.stderr);
    const unpacked = await run("tar", [
      "-xzf",
      join(project, "pulumi-agora-classroom-0.1.0.tgz"),
      ...["--strip-components", "1", "-C", installed],
    ]);
    assert.equal(unpacked.code, 0, unpacked.stderr);
    const files = {
      "Pulumi.yaml": "name: theirs\nruntime: nodejs\n",
      "package.json": JSON.stringify({ name: "theirs", main: "index.ts" }),
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          strict: true,
          module: "commonjs",
          moduleResolution: "node",
          noEmit: true,
          types: ["node"],
          target: "es2022",
          skipLibCheck: true,
        },
        files: ["index.ts"],
      }),
      "index.ts": documentedExample(),
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(project, name), text);
    }
  });

  it("type-checks the documented example of a component", async () => {
    const compiler = createRequire(__filename).resolve("typescript/bin/tsc");
    const { code, stdout } = await run(process.execPath, [compiler, "-p", project]);
    assert.deepEqual([stdout, code], ["", 0]);
  });

  it("previews that example under the pack without a violation", async () => {
    const ended = await runLocal("preview", ["--cwd", project]);
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    assert.equal(verdict(ended), "no violations");
    assert.match(ended.stdout, /agora-classroom:index:RecordingStorage recordings create/);
  });

  it("carries the pack, ready to be named as a policy pack", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "policies", "package.json"), "utf8"));
    assert.equal(manifest.name, "agora-classroom-policies");
    assert.deepEqual(
      readFileSync(join(installed, "policies", "dist", "index.js")),
      readFileSync(join(ROOT, "policies", "dist", "index.js")),
    );
    assert.deepEqual(readdirSync(join(installed, "policies", "profiles")).sort(), [
      "audit.json",
      "baseline.json",
      "strict.json",
    ]);
  });

  for (const path of ["policies", "policies/pack"]) {
    it(`starts the pack as ${path} of the installed package`, async () => {
      const pack = await PackProcess.start(join(installed, path));
      try {
        const served = (await pack.info()).getPoliciesList().map((policy) => policy.getName());
        assert.deepEqual(
          served,
          [...rules, ...fixes].map(({ name }) => name),
        );
      } finally {
        await pack.stop();
      }
    });
  }
});

/** The TypeScript in the guide, which must work as it stands there. */
function documentedExample(): string {
  const guide = readFileSync(join(ROOT, "docs", "deploy.md"), "utf8");
  const code = /```ts\n([\s\S]*?)```/.exec(guide)?.[1];
  assert.ok(code, "the guide has an example");
  return code;
}
