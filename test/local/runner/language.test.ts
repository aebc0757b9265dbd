// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Engine, Search } from "../../../local/engine/engine";
import { yamlHostVersion } from "../../../local/engine/yaml-host";
import { provideLanguage } from "../../../local/runner/language";
import { temporaryFolder, writeProgram } from "../../support/files/temporary";
import { ROOT } from "../../support/structure/sources";

describe("local/runner/language", () => {
  const root = temporaryFolder();
  let count = 0;

  function machine(isOurs: boolean) {
    count += 1;
    const cache = join(root, `cache${count}`);
    const folder = isOurs ? join(cache, "engine", "bin") : join(root, `usr${count}`);
    const home = { folder: root, bin: join(root, `bin${count}`) };
    for (const path of [cache, folder, home.bin]) {
      mkdirSync(path, { recursive: true });
    }
    const command = writeProgram(folder, "pulumi", "");
    const engine: Engine = { command, version: "v3", origin: "here", hasLanguageHost: true };
    const stop = new AbortController().signal;
    const search: Search = { environment: {}, cache, stop, say: () => {}, progress: () => {} };
    return { cache, folder, home, engine, search };
  }

  it("leaves an engine alone that has a host for the language", async () => {
    const { folder, home, engine, search } = machine(false);
    const host = writeProgram(folder, "pulumi-language-go", "mine");
    await provideLanguage("go", engine, home, search);
    assert.match(readFileSync(host, "utf8"), /mine/);
  });

  it("puts a host for Python beside an engine of our own, and on PATH for any other", async () => {
    const ours = machine(true);
    await provideLanguage("python", ours.engine, ours.home, ours.search);
    const script = readFileSync(join(ours.folder, "pulumi-language-python"), "utf8");
    assert.match(script, /^exec node "\$CLASSROOM_LANGUAGE_HOST" python "\$@"$/m);
    const theirs = machine(false);
    await provideLanguage("python", theirs.engine, theirs.home, theirs.search);
    assert.ok(existsSync(join(theirs.home.bin, "pulumi-language-python")));
    assert.equal(existsSync(join(theirs.folder, "pulumi-language-python")), false);
  });

  it("uses the host for YAML of an earlier build", async () => {
    const { cache, folder, home, engine, search } = machine(true);
    const name = `pulumi-language-yaml-v${yamlHostVersion}-${process.platform}-${process.arch}`;
    mkdirSync(join(cache, name, "bin"), { recursive: true });
    const built = writeProgram(join(cache, name, "bin"), "pulumi-language-yaml", "");
    await provideLanguage("yaml", engine, home, search);
    await provideLanguage("yaml", engine, home, search);
    assert.equal(realpathSync(join(folder, "pulumi-language-yaml")), realpathSync(built));
  });

  it("names the way out where the host for YAML cannot be built", async () => {
    const { home, engine, search } = machine(true);
    await assert.rejects(provideLanguage("yaml", engine, home, search), {
      name: "Failure",
      message:
        "A YAML program needs Pulumi's language host for YAML, which this CLI does not have. Install Pulumi's " +
        "own CLI on PATH, or Go 1.25.11 or newer to build the host.",
    });
  });

  it("refuses a language that the engine does not run", async () => {
    const { home, engine, search } = machine(true);
    await assert.rejects(provideLanguage("dotnet", engine, home, search), {
      name: "Failure",
      message:
        `The program's runtime is "dotnet", and ${engine.command} has no language host for it, only for nodejs, ` +
        "python and yaml. Install Pulumi's own CLI 3.255.0 or newer on PATH, which runs every language.",
    });
  });

  it("pins the release of the host for YAML that its Go module is at", () => {
    const module = readFileSync(join(ROOT, "local/engine/yaml-host/go.mod"), "utf8");
    assert.match(
      module,
      new RegExp(`^require github.com/pulumi/pulumi-yaml v${yamlHostVersion}$`, "m"),
    );
  });
});
