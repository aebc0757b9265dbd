// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { join, resolve } from "node:path";
import { readIntent } from "../prove/configuration";
import { isProved, type Proof, proofsOf } from "../prove/proofs";
import { readState, type State } from "../prove/state";
import { proofLines, verdict } from "../prove/words";
import { standingIn } from "../runner/checkout";
import { type Context, defineCommand, present } from "../runner/command";
import { exportTarget, keepState } from "../runner/export-target";
import { Failure } from "../runner/failure";
import {
  type OfflineRun,
  programFolder,
  runOffline,
  runOptions,
  stackName,
} from "../runner/offline-run";
import { readStackFile } from "../runner/project";

export const prove = defineCommand({
  name: "prove",
  description: [
    "Proves what the policy documents of a deployed stack allow: who calls the token API and from where, who reads",
    "the certificate, what keys, buckets, writer and reader are open to, and that data centres are closed to each",
    "other.",
  ],
  exitCodes: [
    "every claim is proved",
    "a claim does not hold, with a request that shows it, or could not be decided",
    "there is no state to prove anything about",
  ],
  hasJson: true,
  options: {
    ...runOptions,
    from: {
      value: "FILE",
      description: "A state that 'pulumi stack export' wrote (default: one that is rehearsed)",
    },
    export: {
      value: "FILE",
      description: "Also keeps the state that is rehearsed",
    },
  },
  run: async (values, context) => {
    const stack = stackName(values.stack);
    const folder = programFolder(values.cwd, context.environment);
    const intent = readIntent(readStackFile(folder, stack), stack);
    const reported = (state: State) => report(proofsOf(intent, state), context);
    if (values.from !== undefined) {
      const path = resolve(standingIn(context.environment), values.from);
      return reported(readState(path, stack));
    }
    const target = exportTarget(values.export, context.environment);
    return runOffline(values, context, async (run) =>
      reported(await rehearsed(run, { stack, target }, context)),
    );
  },
});

/** The state after an update, without the pack: whether the pack rejects it is another question. */
async function rehearsed(
  { pulumi, folder, passphrase }: OfflineRun,
  { stack, target }: { readonly stack: string; readonly target: string | undefined },
  { stop, terminal }: Context,
): Promise<State> {
  terminal.say("pulumi up, against a stand-in for AWS");
  const state = join(folder, "state.json");
  const name = ["--stack", stack];
  const config = ["--config-file", pulumi.configFile];
  const updated = await pulumi.read(["up", "--yes", "--skip-preview", ...name, ...config]);
  stop.throwIfAborted();
  const exported = await pulumi.read(["stack", "export", "--file", state, ...name]);
  stop.throwIfAborted();
  if (updated.code !== 0 || exported.code !== 0) {
    terminal.say(updated.text.trim());
    throw new Failure(
      `The stack '${stack}' cannot be rehearsed, so there is no state to prove anything about. ` +
        "Correct what pulumi up reports above.",
    );
  }
  if (target !== undefined) {
    keepState(state, target, passphrase, terminal);
  }
  return readState(state, stack);
}

/** Fails if there is nothing to prove: every claim about nothing is true. */
function report(proofs: readonly Proof[], { output }: Context): number {
  if (proofs.every(({ outcome }) => outcome === "not applicable")) {
    throw new Failure(
      "The state holds nothing of the data centres that the stack's configuration names, so there is nothing to prove.",
    );
  }
  const { colors } = output;
  const proved = isProved(proofs);
  present(output, [...proofLines(proofs, colors), verdict(proofs, colors)], { proved, proofs });
  return proved ? 0 : 1;
}
