// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Compares the library's answers with z3's, on random questions and on the tables of boundary values. Exits
 * with 1 on the first disagreement, which it prints. `ORACLE_QUESTIONS` and `ORACLE_SEED` change what is asked.
 */

import { decide } from "../../../policies/access";
import { boundaryQuestions } from "./boundary-questions";
import { RandomNumbers } from "./random-numbers";
import { RandomQuestions } from "./random-questions";
import { installZ3, Z3, type Z3Answer } from "./z3";

const QUESTIONS = Number(process.env.ORACLE_QUESTIONS ?? 2_500);
const PROGRESS = 250;
const SEED = Number(process.env.ORACLE_SEED ?? 1);

async function main(): Promise<void> {
  installZ3();
  const z3 = new Z3();
  const random = new RandomQuestions(new RandomNumbers(SEED));
  const questions = [
    ...boundaryQuestions(),
    ...Array.from({ length: QUESTIONS }, () => random.question()),
  ];
  const counts: Record<string, number> = { none: 0, found: 0, undecided: 0, "z3 out of time": 0 };
  for (const [index, question] of questions.entries()) {
    if (index > 0 && index % PROGRESS === 0) {
      console.log(`${index} of ${questions.length}`);
    }
    const answer = decide(question).answer;
    const expected = expectedOf(await z3.ask(question));
    counts[expected === undefined ? "z3 out of time" : answer] =
      (counts[expected === undefined ? "z3 out of time" : answer] ?? 0) + 1;
    if (expected !== undefined && expected !== answer) {
      console.log(`${JSON.stringify(question, null, 1)}\nwe say ${answer}, z3 says ${expected}`);
      process.exitCode = 1;
      break;
    }
  }
  z3.stop();
  const summary = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  console.log(`${questions.length} questions, seed ${SEED}: ${summary.join(", ")}`);
}

function expectedOf({ certain, possible, error }: Z3Answer): string | undefined {
  if (error !== undefined) {
    return error;
  }
  if (certain === null || possible === null) {
    return undefined;
  }
  return certain ? "found" : possible ? "undecided" : "none";
}

void main();
