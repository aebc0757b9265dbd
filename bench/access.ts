// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What deciding access costs: the questions of our platform and of the rules, documents of many statements, and
 * z3 on the same questions in the same run. Targets are for a quiet machine, so they are held against the
 * quietest stretch. Exits with 1 when one is missed or an answer differs from z3's.
 */

import { cpus, loadavg } from "node:os";
import { decide, type Question } from "../policies/access";
import { manyStatements } from "../test/support/access/many-statements";
import { platformProperties } from "../test/support/access/platform-questions";
import { installZ3, Z3, type Z3Answer } from "../test/support/access/z3";
import { median } from "./support/median";
import { percentile } from "./support/percentile";

const TARGETS = { medianMs: 1, p95Ms: 5, hundredStatementsMs: 60 };
const STRETCHES = 60;
const WARM_UP = 20;
const ROUNDS = 3;
const STATEMENTS = [25, 50, 100];

const europe = { partition: "aws", awsRegion: "eu-central-1" };
const china = { partition: "aws-cn", awsRegion: "cn-north-1" };

interface Spread {
  readonly median: number;
  readonly p95: number;
}

async function main(): Promise<void> {
  installZ3();
  const questions = [europe, china].flatMap(platformProperties).flatMap(({ asks }) => asks);
  console.log(`load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
  console.log(`first question of a process  ${milliseconds(time(questions[0] as Question))}`);
  const ours = quietest(questions);
  const isFast = ours.median <= TARGETS.medianMs && ours.p95 <= TARGETS.p95Ms;
  row(
    `${questions.length} questions`,
    `${spread(ours)}, targets ${TARGETS.medianMs} and ${TARGETS.p95Ms} ms`,
    isFast,
  );
  const isQuick = STATEMENTS.map((count) => ofManyStatements(count)).every((met) => met);
  const agrees = await besideZ3(europeanOnes(questions), ours);
  process.exitCode = isFast && isQuick && agrees ? 0 : 1;
}

function ofManyStatements(count: number): boolean {
  const { median: middle, p95 } = quietest([manyStatements(count)]);
  const isTarget = count === STATEMENTS.at(-1);
  const met = !isTarget || middle <= TARGETS.hundredStatementsMs;
  const target = isTarget ? `, target ${TARGETS.hundredStatementsMs} ms` : "";
  row(`${count} statements`, `${spread({ median: middle, p95 })}${target}`, met);
  return met;
}

/** The oracle knows one partition. */
function europeanOnes(questions: readonly Question[]): Question[] {
  return questions.slice(0, questions.length / 2);
}

async function besideZ3(questions: readonly Question[], ours: Spread): Promise<boolean> {
  const z3 = new Z3();
  const answers: Z3Answer[] = [];
  for (const question of questions) {
    answers.push(await z3.ask(question));
  }
  z3.stop();
  const times = answers.map(({ ms }) => ms);
  const theirs = { median: percentile(times, 0.5), p95: percentile(times, 0.95) };
  const ratio = (theirs.median / ours.median).toFixed(0);
  const late = answers.filter(({ certain }) => certain === null).length;
  const differing = questions.filter((question, index) => differs(question, answers[index]));
  row(
    "z3 on them",
    `${spread(theirs)}: ${ratio} times as long, ${late} without an answer, ${differing.length} with another`,
    differing.length === 0,
  );
  return differing.length === 0;
}

function differs(question: Question, answer: Z3Answer | undefined): boolean {
  const { certain = null, possible = null } = answer ?? {};
  if (certain === null || possible === null) {
    return false;
  }
  return decide(question).answer !== (certain ? "found" : possible ? "undecided" : "none");
}

/** Each question once a round; of the stretches of rounds, the shortest counts. */
function quietest(questions: readonly Question[]): Spread {
  for (let round = 0; round < WARM_UP; round += 1) {
    questions.forEach(time);
  }
  const stretches = Array.from({ length: STRETCHES }, () => {
    const times = Array.from({ length: ROUNDS }, () => questions.map(time)).flat();
    const sum = times.reduce((total, each) => total + each, 0);
    return { median: median(times), p95: percentile(times, 0.95), sum };
  });
  return stretches.reduce((best, each) => (each.sum < best.sum ? each : best));
}

function time(question: Question): number {
  const start = performance.now();
  decide(question);
  return performance.now() - start;
}

function row(name: string, value: string, met: boolean): void {
  console.log(`${name.padEnd(29)}${value}${met ? "" : "  MISSED"}`);
}

function spread({ median: middle, p95 }: Spread): string {
  return `median ${milliseconds(middle)}, p95 ${milliseconds(p95)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}

void main();
