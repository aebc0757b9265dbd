// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Types that lie in no region: names, permissions and bills, which are the same in every region. */

import table from "./data/global-types.json";

const modules: ReadonlySet<string> = new Set([
  ...table.modules.flatMap((module) => [`aws:${module}`, `aws-native:${module}`]),
  ...table.awsNativeModules.map((module) => `aws-native:${module}`),
]);

const types: ReadonlySet<string> = new Set(table.types);

export function isGlobal(type: string): boolean {
  const [module = ""] = /^aws(?:-native)?:[^/:]+(?=[/:])/.exec(type) ?? [];
  return modules.has(module) || types.has(type);
}
