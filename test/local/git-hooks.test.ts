// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Ended, run } from "../support/commands/commands";
import { temporaryFolder, writeProgram } from "../support/files/temporary";
import { ROOT } from "../support/structure/sources";

/** A configuration of nobody's, so that the hooks path of whoever runs the tests plays no part. */
const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", HUSKY: "", CI: "" };

describe("the pre-push hook", function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  let made = 0;

  /** A checkout with this project's hook and no commit yet. */
  async function checkout(): Promise<string> {
    made += 1;
    const path = join(folder, `checkout-${made}`);
    mkdirSync(path);
    await git(path, "init", "-q", "-b", "main");
    cpSync(join(ROOT, ".husky", "pre-push"), join(path, ".husky", "pre-push"));
    return path;
  }

  it("runs the check before a push, and stops the push when the check fails", async () => {
    const path = await checkout();
    assert.deepEqual(await installIn(path), { code: 0, said: "" });
    assert.equal(await hooksPath(path), ".husky/_");
    const remote = join(folder, "remote.git");
    await git(folder, "init", "-q", "--bare", remote);
    await git(
      path,
      "-c",
      "user.name=a",
      "-c",
      "user.email=a@b",
      "commit",
      "-q",
      "-m",
      "first",
      "--allow-empty",
    );
    for (const [check, landed] of [
      ['echo "checked: $*"; exit 1', ""],
      ['echo "checked: $*"', "refs/heads/main"],
    ] as const) {
      const bin = join(folder, `bin-${landed === ""}`);
      mkdirSync(bin);
      writeProgram(bin, "npm", check);
      const pushed = await run("git", ["push", "-q", remote, "main"], {
        cwd: path,
        environment: { ...nobody, PATH: `${bin}:${process.env.PATH}` },
      });
      assert.match(pushed.stdout + pushed.stderr, /^checked: run check$/m);
      const { stdout } = await git(remote, "for-each-ref", "--format=%(refname)");
      assert.equal(stdout.trim(), landed);
    }
  });

  it("is installed again without a word by the next install", async () => {
    const path = await checkout();
    await installIn(path);
    assert.deepEqual(await installIn(path), { code: 0, said: "" });
  });

  it("leaves a hooks path that somebody has set, and says so", async () => {
    const path = await checkout();
    await git(path, "config", "core.hooksPath", "mine");
    assert.deepEqual(await installIn(path), {
      code: 0,
      said:
        "The pre-push hook is not installed: git's 'core.hooksPath' is mine. Add 'npm run check' " +
        "to your own pre-push hook.\n",
    });
    assert.equal(await hooksPath(path), "mine");
  });

  it("leaves hooks that somebody has written, and says so", async () => {
    const path = await checkout();
    writeFileSync(join(path, ".git", "hooks", "commit-msg"), "");
    assert.deepEqual(await installIn(path), {
      code: 0,
      said:
        "The pre-push hook is not installed: .git/hooks has hooks of your own (commit-msg). Add " +
        "'npm run check' to your own pre-push hook.\n",
    });
    assert.equal(await hooksPath(path), "");
  });

  it("is not installed in CI", async () => {
    const path = await checkout();
    assert.deepEqual(await installIn(path, { CI: "true" }), { code: 0, said: "" });
    assert.equal(await hooksPath(path), "");
  });

  it("is not installed into a repository around this one", async () => {
    const around = await checkout();
    const path = join(around, "vendored");
    mkdirSync(path);
    assert.deepEqual(await installIn(path), { code: 0, said: "" });
    assert.equal(await hooksPath(around), "");
    assert.ok(!existsSync(join(path, ".husky")));
  });
});

async function installIn(
  cwd: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; said: string }> {
  const ended = await run(process.execPath, [join(ROOT, "local", "git-hooks.mjs")], {
    cwd,
    environment: { ...nobody, ...environment },
  });
  return { code: ended.code, said: ended.stdout + ended.stderr };
}

function git(cwd: string, ...args: string[]): Promise<Ended> {
  return run("git", args, { cwd, environment: nobody });
}

async function hooksPath(cwd: string): Promise<string> {
  return (await git(cwd, "config", "core.hooksPath")).stdout.trim();
}
