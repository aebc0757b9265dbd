// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { copyFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readIntent } from "../prove/configuration";
import { isProved, type Proof, proofsOf } from "../prove/proofs";
import { readState, type State } from "../prove/state";
import { proofLines, verdict } from "../prove/words";
import { colorsFor } from "../runner/colors";
import { type Context, runCommand } from "../runner/command";
import { exportTarget } from "../runner/export-target";
import { Failure } from "../runner/failure";
import {
  type OfflineRun,
  programFolder,
  runOffline,
  stackName,
  stackOptions,
} from "../runner/offline-run";
import { readStackFile } from "../runner/project";

void runCommand({
  usage: "npm run prove",
  description:
    "Proves what the policy documents of a deployed stack allow: who calls the token API and from where, who reads the\ncertificate, what keys, buckets, writer and reader are open to, and that data centres are closed to each other.\nExit code 0: all of it is proved; 1: something is not so, with a request that shows it, or could not be decided;\n2: there is no state to prove anything of.",
  options: {
    ...stackOptions,
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
    const prove = (state: State) => report(proofsOf(intent, state), context);
    if (values.from !== undefined) {
      const path = resolve(context.environment.INIT_CWD ?? process.cwd(), values.from);
      return prove(readState(path, stack));
    }
    const target = exportTarget(values.export, context.environment);
    return runOffline(values, context, async (run) =>
      prove(await rehearsed(run, { stack, target }, context)),
    );
  },
});

/** The state that an update would have, without the pack: what it rejects is another question. */
async function rehearsed(
  { pulumi, folder }: OfflineRun,
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
      `The stack '${stack}' cannot be rehearsed, so there is no state to prove anything of. Mend what pulumi up says above.`,
    );
  }
  if (target !== undefined) {
    copyFileSync(state, target);
  }
  return readState(state, stack);
}

/** Claims about nothing would all be true. */
function report(proofs: readonly Proof[], { environment }: Context): number {
  if (proofs.every(({ outcome }) => outcome === "not applicable")) {
    throw new Failure(
      "The state holds nothing of the data centres that the stack's configuration names, so there is nothing to prove.",
    );
  }
  const colors = colorsFor(process.stdout, environment);
  console.log([...proofLines(proofs, colors), verdict(proofs, colors)].join("\n"));
  return isProved(proofs) ? 0 : 1;
}
