// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SDK_FOLDER } from "./aws-plugin";

/** The tokens of everything that the installed AWS SDK can ask its plug-in for, found in its code. */
export interface SdkTokens {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

let found: SdkTokens | undefined;

/** Reads the SDK's code once for all suites. */
export function sdkTokens(): SdkTokens {
  found ??= findTokens();
  return found;
}

function findTokens(): SdkTokens {
  const code = readdirSync(SDK_FOLDER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".js") && !/^(node_modules|types)/.test(path))
    .map((path) => readFileSync(join(SDK_FOLDER, path), "utf8"));
  return {
    resources: code.flatMap((text) => tokensIn(text, /__pulumiType = '(aws:[^']+)'/)),
    dataSources: code.flatMap((text) => tokensIn(text, /runtime\.invoke\("(aws:[^"]+)"/)),
  };
}

function tokensIn(text: string, pattern: RegExp): string[] {
  const token = pattern.exec(text)?.[1];
  return token === undefined ? [] : [token];
}
