// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The resource types of an AWS provider, read from its sources. The default is the installed provider. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface ProviderType {
  readonly token: string;
  /** The declaration of its arguments and outputs. */
  readonly declaration: string;
}

const provider = dirname(require.resolve("@pulumi/aws/package.json"));

/** The types of the modules whose names begin like this. */
export function providerTypes(modules: RegExp, from = provider): readonly ProviderType[] {
  return readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && modules.test(entry.name))
    .flatMap(({ name }) => typesOf(join(from, name)));
}

function typesOf(folder: string): readonly ProviderType[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), "utf8");
      const [, token] = /__pulumiType = ['"]([^'"]+)['"]/.exec(source) ?? [];
      const declaration = join(folder, file.replace(/\.js$/, ".d.ts"));
      return token === undefined ? [] : [{ token, declaration: readFileSync(declaration, "utf8") }];
    });
}
