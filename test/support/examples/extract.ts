// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The example programs in the doc comments of the installed AWS provider. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface ProviderExample {
  /** Module, file and place in the file: `s3/bucket#1`. */
  readonly name: string;
  readonly code: string;
}

const provider = dirname(require.resolve("@pulumi/aws/package.json"));

export function providerExamples(): readonly ProviderExample[] {
  return readdirSync(provider, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "types")
    .flatMap(({ name: module }) =>
      readdirSync(join(provider, module))
        .filter((file) => file.endsWith(".d.ts"))
        .flatMap((file) => examplesIn(module, file)),
    );
}

/** A data source's page has the same examples in both of its forms: they count once. */
function examplesIn(module: string, file: string): readonly ProviderExample[] {
  const text = readFileSync(join(provider, module, file), "utf8");
  const codes = [...text.matchAll(/```typescript\n([\s\S]*?)```/g)].map(([, code = ""]) =>
    code.replace(/^ *\* ?/gm, "").replace(/\*&#47;|\*\\\//g, "*/"),
  );
  return [...new Set(codes)].map((code, index) => ({
    name: `${module}/${file.slice(0, -".d.ts".length)}#${index + 1}`,
    code,
  }));
}
