// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Command } from "../runner/command";

/** A command as the overview shows it; its own file is loaded only when it is needed, for a quick start. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. */
export const commands: readonly ListedCommand[] = [
  {
    name: "preview",
    summary: "Preview a Pulumi program under the policy pack, without an account",
    load: async () => (await import("./preview")).preview,
  },
  {
    name: "rehearse",
    summary: "Rehearse a whole deployment, without an account",
    load: async () => (await import("./rehearse")).rehearse,
  },
  {
    name: "prove",
    summary: "Prove who a deployed stack's policy documents let in",
    load: async () => (await import("./prove")).prove,
  },
  {
    name: "token-service",
    summary: "Serve the token API on this machine",
    load: async () => (await import("./token-service")).tokenService,
  },
  {
    name: "agora-check",
    summary: "Check the Agora project of a stack, read-only",
    load: async () => (await import("./agora-check")).agoraCheck,
  },
  {
    name: "engine",
    summary: "Find, download or build the Pulumi CLI, and print its path",
    load: async () => (await import("./engine")).engine,
  },
  {
    name: "pack",
    summary: "Print the path of the policy pack",
    load: async () => (await import("./pack")).pack,
  },
];
