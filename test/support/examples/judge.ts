// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Judges the example programs of the installed provider with the whole pack, each in a line of JSON. */

import { rules } from "../../../policies/rules";
import { judgeAll } from "../pack/judge";
import { providerExamples } from "./extract";
import { resourcesOf } from "./run";

export interface Verdict {
  readonly name: string;
  readonly resources: number;
  /** Rules that found a violation, and after a question mark those that could not decide. */
  readonly verdict: readonly string[];
  /** What the pack itself did wrong; nothing, if all is well. */
  readonly crash?: string;
}

async function verdictOn({ name, code }: ReturnType<typeof providerExamples>[number]) {
  const resources = await resourcesOf(code).catch(() => []);
  try {
    const reports = await judgeAll(rules, resources);
    const failed = reports.find(({ message }) => /^(Rule failed:|can't run)/.test(message));
    const said = reports.map(({ policy, message }) =>
      message.startsWith("Not decidable yet:") ? `?${policy}` : policy,
    );
    return {
      name,
      resources: resources.length,
      verdict: [...new Set(said)].sort(),
      ...(failed && { crash: `${failed.policy}: ${failed.message}` }),
    };
  } catch (error) {
    return { name, resources: resources.length, verdict: [], crash: String(error) };
  }
}

async function main(names: readonly string[]): Promise<void> {
  // What an example does wrong by itself is no matter of the pack's.
  process.on("unhandledRejection", () => {});
  process.on("uncaughtException", () => {});
  Error.stackTraceLimit = 4;
  const asked = new Set(names);
  for (const example of providerExamples()) {
    if (asked.size === 0 || asked.has(example.name)) {
      console.log(JSON.stringify(await verdictOn(example)));
    }
  }
  process.exit(0);
}

if (require.main === module) {
  void main(process.argv.slice(2));
}
