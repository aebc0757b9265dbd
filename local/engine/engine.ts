// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** A Pulumi CLI that can run programs and policy packs. */
export interface Engine {
  /** The executable's path. */
  readonly command: string;
  /** What it says of itself, such as `v3.259.0`. */
  readonly version: string;
  /** Where it comes from, as told to the person. */
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
  /** Tells the person one thing, once. */
  readonly say: (sentence: string) => void;
  /** Shows how far a long work is: a line that the next one replaces, where the terminal can do that. */
  readonly progress: (line: string) => void;
}

/** One way to get an engine. */
export interface Way {
  /** Completes the sentence "A Pulumi engine can come from ...". */
  readonly title: string;
  /**
   * Finds or makes one; undefined, after saying why, when this way is closed here.
   * Throws a `Failure` when no other way could help, such as a cache that cannot be written.
   */
  find(search: Search): Promise<Engine | undefined>;
}

/** The official CLI brings its language hosts in its own folder; one compiled from Go modules brings none. */
export function hasLanguageHost(command: string): boolean {
  return existsSync(join(dirname(realpathSync(command)), "pulumi-language-nodejs"));
}
