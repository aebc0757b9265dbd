// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** z3, as an oracle: a Python process that answers one question per line. */

import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Question } from "../../../policies/access";

/** Of the package z3-solver in the Python Package Index. */
const VERSION = "5.4.1.0";
const ROOT = join(__dirname, "..", "..", "..");
const FOLDER = join(ROOT, ".local", `z3-${VERSION}`);
const PYTHON = join(FOLDER, "bin", "python");

/** What z3 says: undefined where it ran out of time. */
export interface Z3Answer {
  /** Whether there is such a request, whatever the parts mean that are not understood. */
  readonly certain: boolean | null;
  /** Whether there may be one. */
  readonly possible: boolean | null;
  readonly error?: string;
  readonly ms: number;
}

/** Installs z3 where it is not yet, in a folder that git ignores. */
export function installZ3(): void {
  if (existsSync(join(FOLDER, "installed"))) {
    return;
  }
  console.log(`installing z3-solver ${VERSION} in ${FOLDER.slice(ROOT.length + 1)}`);
  execFileSync("python3", ["-m", "venv", FOLDER], { stdio: "inherit" });
  execFileSync(PYTHON, ["-m", "pip", "install", "--quiet", `z3-solver==${VERSION}`], {
    stdio: "inherit",
  });
  execFileSync(PYTHON, [
    "-c",
    "import sys, z3, pathlib; pathlib.Path(sys.prefix, 'installed').touch()",
  ]);
}

export class Z3 {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly answers: AsyncIterator<string>;

  constructor() {
    this.child = spawn(PYTHON, [join(__dirname, "z3-oracle.py")], { cwd: ROOT });
    this.child.stderr.pipe(process.stderr);
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async ask(question: Question, now = new Date(0)): Promise<Z3Answer> {
    this.child.stdin.write(`${JSON.stringify({ ...question, now: now.getTime() })}\n`);
    const { value } = await this.answers.next();
    return JSON.parse(value);
  }

  stop(): void {
    this.child.stdin.end();
  }
}
