// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Compares the library's answers with z3's: on the tables of boundary values, and on random questions
 * until z3 has answered so many of them. Exits with 1 on the first disagreement, which it prints.
 * `ORACLE_QUESTIONS` and `ORACLE_SEED` change how many are answered and which are asked.
 */

import type { Question } from "../../../policies/access";
import { decideOrThrow } from "../../../policies/access/decision";
import { boundaryQuestions } from "./boundary-questions";
import { RandomNumbers } from "./random-numbers";
import { RandomQuestions } from "./random-questions";
import { installZ3, Z3, type Z3Answer } from "./z3";

const QUESTIONS = Number(process.env.ORACLE_QUESTIONS ?? 2_000);
const PROGRESS = 250;
const SEED = Number(process.env.ORACLE_SEED ?? 1);

type Counts = Record<"none" | "found" | "undecided" | "left open by z3", number>;

async function main(): Promise<void> {
  installZ3();
  const z3 = new Z3();
  const boundary = noAnswers();
  const random = noAnswers();
  const questions = new RandomQuestions(new RandomNumbers(SEED));
  try {
    for (const question of boundaryQuestions()) {
      await compare(z3, question, new Date(0), boundary);
    }
    console.log(`boundary questions: ${summary(boundary)}`);
    while (answered(random) < QUESTIONS) {
      const isAnswered = await compare(z3, questions.question(), questions.moment(), random);
      if (isAnswered && answered(random) % PROGRESS === 0) {
        console.log(`${answered(random)} of ${QUESTIONS} random questions`);
      }
    }
    console.log(`random questions, seed ${SEED}: ${summary(random)}`);
  } finally {
    z3.stop();
  }
}

/** Whether z3 answered. A contradiction between the search and the evaluation is thrown, and ends the run. */
async function compare(z3: Z3, question: Question, now: Date, counts: Counts): Promise<boolean> {
  const answer = decideOrThrow(question, { now }).answer;
  const expected = expectedOf(await z3.ask(question, now));
  counts[expected === undefined ? "left open by z3" : answer] += 1;
  // z3 compares texts with variables exactly, and the library bounds them: it may leave open what z3 decides.
  const isBounded = answer === "undecided" && hasVariables(question);
  if (expected !== undefined && expected !== answer && !isBounded) {
    throw new Error(`${JSON.stringify(question, null, 1)}\nwe say ${answer}, z3 says ${expected}`);
  }
  return expected !== undefined;
}

function hasVariables(question: Question): boolean {
  return /\$\{[^}*?$]/.test(JSON.stringify(question));
}

function noAnswers(): Counts {
  return { none: 0, found: 0, undecided: 0, "left open by z3": 0 };
}

function answered({ none, found, undecided }: Counts): number {
  return none + found + undecided;
}

function summary(counts: Counts): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");
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

main().catch((error: Error) => {
  console.log(error.message);
  process.exitCode = 1;
});
