// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../engine/cache";

/** The folder of this package: a checkout, or where npm installed it. The bundles in `local/dist` look for it too. */
export const packageFolder = packageAbove(__dirname);

/** Whether the package is a checkout, which has the sources that everything is built from. */
export const isCheckout = existsSync(join(packageFolder, "local", "build.mjs"));

/** What the commands write. A checkout has a folder for it that git ignores; an installed package is not written. */
export const localFolder = isCheckout
  ? join(packageFolder, ".local")
  : join(cacheFolder(process.env), "local");

/**
 * The folder that relative paths are meant from. npm runs the scripts of this package in its own folder,
 * and tells where the user stands.
 */
export function standingIn(environment: NodeJS.ProcessEnv): string {
  const isOurScript = environment.npm_package_name === "pulumi-agora-classroom";
  return (isOurScript && environment.INIT_CWD) || process.cwd();
}

function packageAbove(folder: string): string {
  const manifest = join(folder, "package.json");
  return existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, "utf8")).name === "pulumi-agora-classroom"
    ? folder
    : packageAbove(dirname(folder));
}
