// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Engine, Search } from "../engine/engine";
import { writeLanguageHostStarter } from "../engine/language-host-starter";
import { yamlHost } from "../engine/yaml-host";
import { packageFolder } from "./checkout";
import { Failure } from "./failure";
import type { Home } from "./home";

/** Makes sure that the engine finds a language host for the program's runtime. The official CLI has one for each. */
export async function provideLanguage(
  runtime: string,
  engine: Engine,
  home: Home,
  search: Search,
): Promise<void> {
  const beside = dirname(realpathSync(engine.command));
  const name = `pulumi-language-${runtime}`;
  if (existsSync(join(beside, name)) || runtime === "nodejs") {
    return;
  }
  // A host on PATH makes the engine print a warning, so it goes beside an engine of our own.
  const isOurs = !relative(search.cache, engine.command).startsWith("..");
  const folder = isOurs ? beside : home.bin;
  if (runtime === "python") {
    writeLanguageHostStarter(folder, "python");
  } else if (runtime === "yaml") {
    const host = await yamlHost(join(packageFolder, "local", "engine", "yaml-host"), search);
    const link = join(folder, name);
    rmSync(link, { force: true });
    symlinkSync(host, link);
  } else {
    throw new Failure(
      `The program's runtime is ${JSON.stringify(runtime)}, and ${engine.command} has no language host for it, ` +
        "only for nodejs, python and yaml. Install Pulumi's own CLI 3.255.0 or newer on PATH, " +
        "which runs every language.",
    );
  }
}
