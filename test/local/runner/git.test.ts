// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepOutOfGit } from "../../../local/runner/git";
import { temporaryFolder } from "../../support/files/temporary";

describe("local/runner/git", () => {
  const root = temporaryFolder();
  const outside = join(root, "outside");
  const repository = join(root, "repository");
  const list = join(repository, ".git", "info", "exclude");

  before(() => {
    mkdirSync(outside);
    mkdirSync(join(repository, "sub"), { recursive: true });
    git("init", "--quiet");
  });

  function git(...args: string[]): string {
    return execFileSync("git", ["-C", repository, ...args], { encoding: "utf8" });
  }

  function untracked(): string {
    return git("ls-files", "--others", "--exclude-standard");
  }

  for (const name of [
    "state.json",
    "sub/a b .json ",
    "[x]*?.json",
    "!a#b.json",
    "$(touch ran)`x`'\".json",
  ]) {
    it(`makes git ignore ${JSON.stringify(name)}, once`, () => {
      const path = join(repository, name);
      const before = readFileSync(list, "utf8");
      assert.equal(keepOutOfGit(path), list);
      writeFileSync(path, "state");
      assert.equal(untracked(), "");
      assert.equal(keepOutOfGit(path), undefined);
      assert.equal(readFileSync(list, "utf8").split("\n").length, before.split("\n").length + 1);
    });
  }

  it("leaves the list alone for a file that is ignored already", () => {
    writeFileSync(join(repository, ".gitignore"), "*.state\n.gitignore\n");
    assert.equal(keepOutOfGit(join(repository, "x.state")), undefined);
  });

  it("does nothing outside a repository", () => {
    assert.equal(keepOutOfGit(join(outside, "state.json")), undefined);
  });

  it("refuses a file that git tracks", () => {
    const path = join(repository, "tracked.json");
    writeFileSync(path, "{}");
    git("add", "tracked.json");
    assert.throws(() => keepOutOfGit(path), {
      name: "Failure",
      message: `git tracks ${JSON.stringify(path)}, and a state must not be committed. Name another file.`,
    });
  });

  it("refuses a path with a line break, which git's patterns cannot spell", () => {
    const path = join(repository, "a\nb.json");
    assert.throws(() => keepOutOfGit(path), {
      name: "Failure",
      message:
        `git cannot ignore a path with a line break, got ${JSON.stringify(path)}. Name a file ` +
        "outside the repository.",
    });
  });
});
