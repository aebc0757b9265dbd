// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { folderInCheckout } from "../files/temporary";
import { ROOT } from "../structure/sources";

/**
 * A project folder with our program and a stack configuration of the test's own. It lies in the checkout,
 * because Pulumi wants a program's path relative to its project file.
 */
export function stackFolder(name: string, configuration: string, pack?: string): string {
  const folder = folderInCheckout(name);
  const project = { name: "classroom", runtime: "nodejs", main: relative(folder, ROOT) };
  writeFileSync(join(folder, "Pulumi.yaml"), JSON.stringify(project));
  writeFileSync(join(folder, "Pulumi.dev.yaml"), configuration);
  if (pack !== undefined) {
    writeFileSync(join(folder, "policies.dev.json"), pack);
  }
  return folder;
}
