// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pinnedVersion } from "../../local/engine/version";
import { localFolder } from "../../local/runner/checkout";
import { type Ended, run, runLocal, verdict } from "../support/commands/commands";
import { folderInCheckout } from "../support/files/temporary";

/** The same program in each language: one public bucket, which the pack rejects. */
describe("engine: programs in every language that the built CLI runs", function () {
  this.timeout(600_000);

  const stack = "config:\n  aws:region: eu-central-1\n";

  function program(name: string, files: Record<string, string>): string {
    const folder = folderInCheckout(name);
    for (const [path, text] of Object.entries({ "Pulumi.dev.yaml": stack, ...files })) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  function assertJudged(ended: Ended): void {
    assert.equal(ended.code, 1, ended.stdout + ended.stderr);
    assert.match(ended.stdout, /^Resources 1: default \(eu-central-1\) 1$/m);
    assert.match(
      ended.stdout,
      /\[mandatory\] .*forbid-public-bucket +\(aws:s3:Bucket: recordings\)/,
    );
    assert.match(verdict(ended), /^\d+ mandatory violations, \d+ advisory$/);
  }

  it("judges a YAML program", async () => {
    const cwd = program("yaml", {
      "Pulumi.yaml": `name: theirs
runtime: yaml
resources:
  recordings:
    type: aws:s3:Bucket
    properties:
      acl: public-read
`,
    });
    assertJudged(await runLocal("preview", ["--cwd", cwd]));
  });

  it("judges a Python program, whose own modules are found", async () => {
    const python = await pythonWithPulumi();
    const cwd = program("python", {
      "Pulumi.yaml": `name: theirs\nruntime:\n  name: python\n  options:\n    virtualenv: ${python}\n`,
      "names.py": 'name = "recordings"\n',
      "__main__.py": `import pulumi
from names import name
pulumi.CustomResource("aws:s3/bucket:Bucket", name, {"acl": "public-read"})
`,
    });
    const ended = await runLocal("preview", ["--cwd", cwd]);
    assertJudged(ended);
    assert.doesNotMatch(ended.stdout, /Traceback|KeyboardInterrupt/);
  });

  it("tells a Python program's error with its line", async () => {
    const python = await pythonWithPulumi();
    const cwd = program("python-error", {
      "Pulumi.yaml": `name: theirs\nruntime:\n  name: python\n  options:\n    virtualenv: ${python}\n`,
      "__main__.py": "import pulumi\nraise ValueError('no such thing')\n",
    });
    const ended = await runLocal("preview", ["--cwd", cwd]);
    assert.equal(ended.code, 1);
    assert.match(ended.stdout, /__main__\.py", line 2, in <module>/);
    assert.match(ended.stdout, /ValueError: no such thing/);
  });

  describe("with a provider that has no plug-in here", () => {
    let cwd: string;
    before(() => {
      cwd = program('wid\'get $(touch ran) "x"\n', {
        "Pulumi.yaml": "name: theirs\nruntime: nodejs\n",
        "package.json": JSON.stringify({
          main: "index.js",
          dependencies: { "pulumi-widget": "*" },
        }),
        "node_modules/pulumi-widget/package.json": JSON.stringify({
          name: "pulumi-widget",
          version: "1.2.3",
          pulumi: { resource: true },
        }),
        "index.js": `const pulumi = require("@pulumi/pulumi");
const inputs = { size: 3, made: undefined };
const widget = new pulumi.CustomResource("widget:index:Widget", "w", inputs, { version: "1.2.3" });
exports.size = widget.size;
exports.made = widget.made;
exports.id = widget.id;
`,
      });
    });

    it("plays the provider, from a folder of any name, and says that nothing was checked", async () => {
      const ended = await runLocal("preview", ["--cwd", cwd]);
      assert.equal(ended.code, 0, ended.stdout + ended.stderr);
      assert.match(ended.stdout, /^ +size: 3$/m);
      assert.match(ended.stdout, /^ +made: \[unknown\]$/m);
      assert.match(ended.stdout, /^ +id +: \[unknown\]$/m);
      assert.match(
        ended.stdout,
        /^Unchecked widget: 1 resource\. .* the pack has no rules for it\.$/m,
      );
    });

    it("rehearses it to a second preview without changes", async () => {
      const { code, stdout, stderr } = await runLocal("rehearse", [
        "--cwd",
        cwd,
        "--json",
        "--quiet",
      ]);
      assert.equal(code, 0, stderr);
      assert.equal(JSON.parse(stdout).succeeded, true);
    });

    it("refuses the provider with --strict-providers", async () => {
      const ended = await runLocal("preview", ["--cwd", cwd, "--strict-providers"]);
      assert.equal(ended.code, 1);
      assert.match(
        ended.stdout,
        /Provider widget: there is no plug-in for it here, and --strict-providers/,
      );
    });
  });
});

/** A virtual environment with the pinned SDK, which pip installs once per checkout. */
async function pythonWithPulumi(): Promise<string> {
  const folder = join(localFolder, `python-pulumi-${pinnedVersion}`);
  const python = join(folder, "bin", "python");
  const { code } = await run(python, ["-c", "import pulumi"]).catch(() => ({ code: 1 }));
  if (code !== 0) {
    await run("python3", ["-m", "venv", folder]);
    const installed = await run(python, [
      "-m",
      "pip",
      "install",
      "--quiet",
      `pulumi==${pinnedVersion}`,
    ]);
    assert.equal(installed.code, 0, installed.stderr);
  }
  return folder;
}
