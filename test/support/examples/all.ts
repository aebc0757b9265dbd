// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * `npm run examples:aws`: judges every example program of the installed AWS provider with every rule,
 * and fails if one crashes the pack. The last lines count what was found.
 */

import { verdicts } from "./verdicts";

async function main(): Promise<void> {
  const count = { examples: 0, running: 0, resources: 0 };
  const found = new Map<string, number>();
  const crashes: string[] = [];
  for await (const { name, resources, verdict, crash } of verdicts([])) {
    count.examples += 1;
    count.running += resources > 0 ? 1 : 0;
    count.resources += resources;
    for (const rule of verdict) {
      found.set(rule, (found.get(rule) ?? 0) + 1);
    }
    if (crash !== undefined) {
      crashes.push(`${name}: ${crash}`);
      console.log(`${name}: ${crash}`);
    }
  }
  for (const [rule, times] of [...found].sort(([, one], [, other]) => other - one)) {
    console.log(`${String(times).padStart(6)}  ${rule.replace(/^\?/, "not decidable: ")}`);
  }
  console.log(
    `${count.examples} examples, ${count.running} of them with resources, ${count.resources} ` +
      `resources, ${crashes.length} crashes`,
  );
  process.exitCode = crashes.length === 0 && count.running > 0 ? 0 : 1;
}

void main();
