// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** A Pulumi CLI that can run programs and policy packs. */
export interface Engine {
  /** The executable's path. */
  readonly command: string;
  /** Its version, such as `v3.259.0`. */
  readonly version: string;
  /** Where it comes from, as printed. */
  readonly origin: string;
  /** Whether a language host for Node.js lies beside it; else ours is put on PATH. */
  readonly hasLanguageHost: boolean;
}

/** What a way of getting an engine may use. */
export interface Search {
  readonly environment: NodeJS.ProcessEnv;
  /** The folder below which engines are kept. */
  readonly cache: string;
  /** Aborted on Ctrl-C. */
  readonly stop: AbortSignal;
  /** Prints one sentence. */
  readonly say: (sentence: string) => void;
  /** Shows progress in a line that the next call replaces. */
  readonly progress: (line: string) => void;
}

/** One way to get an engine. */
export interface Way {
  /** Completes the sentence "A Pulumi engine can come from ...". */
  readonly title: string;
  /**
   * Finds or makes one. Returns undefined, after saying why, if this way does not work here.
   * Throws a `Failure` if no other way can work either, such as for a read-only cache.
   */
  find(search: Search): Promise<Engine | undefined>;
}

/** The official CLI has its language hosts in its own folder; a CLI built from Go modules has none. */
export function hasLanguageHost(command: string): boolean {
  return existsSync(join(dirname(realpathSync(command)), "pulumi-language-nodejs"));
}
