// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What deciding access costs: the questions of our platform and of the rules, documents of many statements, and
 * z3 on the same questions in the same run. Targets are for a quiet machine, so they are held against the
 * quietest stretch, and against the processor's time, which others on the machine take less of than of the
 * clock's. Exits with 1 when one is missed or an answer differs from z3's.
 */

import { cpus, loadavg } from "node:os";
import { decide, type Question } from "../policies/access";
import { manyStatements } from "../test/support/access/many-statements";
import { platformProperties } from "../test/support/access/platform-questions";
import { ruleProperties } from "../test/support/access/rule-questions";
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

/** Milliseconds of the clock and of the processor, other threads of the process included. */
interface Times {
  readonly clock: number;
  readonly processor: number;
}

interface Spread {
  readonly median: number;
  readonly p95: number;
}

type Spreads = Readonly<Record<keyof Times, Spread>>;

async function main(): Promise<void> {
  installZ3();
  const european = [...platformProperties(europe), ...ruleProperties()].flatMap(({ asks }) => asks);
  const questions = [...european, ...platformProperties(china).flatMap(({ asks }) => asks)];
  console.log(`load average ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
  console.log(`first question of a process  ${milliseconds(time(questions[0] as Question).clock)}`);
  const ours = quietest(questions);
  const { median: middle, p95 } = ours.processor;
  const isFast = middle <= TARGETS.medianMs && p95 <= TARGETS.p95Ms;
  row(`${questions.length} questions`, spreads(ours));
  target(`median ${TARGETS.medianMs} ms, p95 ${TARGETS.p95Ms} ms`, isFast);
  const isQuick = STATEMENTS.map((count) => ofManyStatements(count)).every((met) => met);
  const agrees = await besideZ3(european, ours);
  process.exitCode = isFast && isQuick && agrees ? 0 : 1;
}

function ofManyStatements(count: number): boolean {
  const times = quietest([manyStatements(count)]);
  row(`${count} statements`, spreads(times));
  if (count !== STATEMENTS.at(-1)) {
    return true;
  }
  const met = times.processor.median <= TARGETS.hundredStatementsMs;
  target(`median ${TARGETS.hundredStatementsMs} ms`, met);
  return met;
}

/** Of one partition, for the oracle knows no other. */
async function besideZ3(questions: readonly Question[], ours: Spreads): Promise<boolean> {
  const z3 = new Z3();
  const answers: Z3Answer[] = [];
  for (const question of questions) {
    answers.push(await z3.ask(question));
  }
  z3.stop();
  const times = answers.map(({ ms }) => ms);
  const theirs = { median: percentile(times, 0.5), p95: percentile(times, 0.95) };
  const ratio = (of: keyof Spread) => (theirs[of] / ours.clock[of]).toFixed(0);
  const late = answers.filter(({ certain }) => certain === null).length;
  const differing = questions.filter((question, index) => differs(question, answers[index]));
  row("z3 on them", spread(theirs));
  console.log(
    `${"".padEnd(NAMES)}median ${ratio("median")} times ours, p95 ${ratio("p95")} times; ` +
      `${late} without an answer, ${differing.length} with another`,
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
function quietest(questions: readonly Question[]): Spreads {
  for (let round = 0; round < WARM_UP; round += 1) {
    questions.forEach(time);
  }
  const stretches = Array.from({ length: STRETCHES }, () =>
    Array.from({ length: ROUNDS }, () => questions.map(time)).flat(),
  );
  return { clock: shortest(stretches, "clock"), processor: shortest(stretches, "processor") };
}

function shortest(stretches: readonly Times[][], of: keyof Times): Spread {
  const sum = (times: readonly Times[]) => times.reduce((total, each) => total + each[of], 0);
  const best = stretches.reduce((one, other) => (sum(other) < sum(one) ? other : one));
  const times = best.map((each) => each[of]);
  return { median: median(times), p95: percentile(times, 0.95) };
}

function time(question: Question): Times {
  const start = performance.now();
  const before = process.cpuUsage();
  decide(question);
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

const NAMES = 29;

function row(name: string, value: string): void {
  console.log(`${name.padEnd(NAMES)}${value}`);
}

function target(words: string, met: boolean): void {
  console.log(`${"".padEnd(NAMES)}target ${words} of the processor: ${met ? "met" : "MISSED"}`);
}

function spreads({ clock, processor }: Spreads): string {
  return `${spread(processor)} of the processor; ${spread(clock)} of the clock`;
}

function spread({ median: middle, p95 }: Spread): string {
  return `median ${milliseconds(middle)}, p95 ${milliseconds(p95)}`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(2)} ms`;
}

void main();
