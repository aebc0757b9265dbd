// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../runner/checkout";
import { defineCommand, present } from "../runner/command";

export const pack = defineCommand({
  name: "pack",
  description: [
    "Prints the path of the policy pack, for Pulumi's own --policy-pack:",
    '  pulumi preview --policy-pack "$(agora-classroom pack)"',
  ],
  options: {},
  hasJson: true,
  run: async (_, { output }) => {
    const path = join(packageFolder, "policies", "pack");
    const manifest = join(packageFolder, "policies", "package.json");
    const { name, version } = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>;
    present(output, [path], { path, name, version });
    return 0;
  },
});
