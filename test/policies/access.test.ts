// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide, type Question } from "../../policies/access";
import { decideOrThrow } from "../../policies/access/decision";
import { evaluate } from "../../policies/access/evaluation";
import { documentsOf, isAsAsked, readQuestion } from "../../policies/access/question";
import { pigeonhole } from "../support/access/pigeonhole";
import { RandomNumbers } from "../support/access/random-numbers";
import { RandomQuestions } from "../support/access/random-questions";
import { RandomRequests } from "../support/access/random-requests";
import { respelled } from "../support/access/respelled";

const SEED = 20261124;
/** Before every moment that the questions and requests speak of. */
const longAgo = { now: new Date(0) };
/** Fewer for a mutation run, more for a long one. */
const QUESTIONS = Number(process.env.RANDOM_QUESTIONS ?? 150);

function policy(
  Statement: unknown,
  kind: Document["kind"] = "resource",
  name = "policy",
): Document {
  return { name, kind, content: { Version: "2012-10-17", Statement } };
}

function allow(members: object): object {
  return { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...members };
}

function deny(members: object): object {
  return { ...allow(members), Effect: "Deny" };
}

function answerTo(question: Question): string {
  return decide(question).answer;
}

describe("access, whatever it is asked", () => {
  it("never answers otherwise when statements, lists, cases or spellings change", () => {
    const random = new RandomNumbers(SEED);
    const questions = new RandomQuestions(random);
    for (let count = 0; count < QUESTIONS; count += 1) {
      const question = questions.question();
      const changed = respelled(question, random);
      assert.equal(
        answerTo(changed),
        answerTo(question),
        `${JSON.stringify(question)}\n${JSON.stringify(changed)}`,
      );
    }
  });

  it("is refuted by no request that is tried at random", () => {
    const random = new RandomNumbers(SEED);
    const questions = new RandomQuestions(random);
    const requests = new RandomRequests(random);
    let tried = 0;
    for (let count = 0; count < QUESTIONS; count += 1) {
      const question = questions.question();
      if (decideOrThrow(question, longAgo).answer === "none") {
        const read = readQuestion(question);
        for (let each = 0; each < 50; each += 1) {
          const request = requests.request();
          const evaluations = documentsOf(read).map((document) => evaluate(document, request));
          assert.ok(!isAsAsked(read, request, evaluations), JSON.stringify({ question, request }));
          tried += 1;
        }
      }
    }
    assert.ok(tried > QUESTIONS * 10);
  });

  it("is refuted by no second look at what it finds", () => {
    const questions = new RandomQuestions(new RandomNumbers(SEED + 1));
    for (let count = 0; count < QUESTIONS; count += 1) {
      const question = questions.question();
      // A request that is found and not confirmed is thrown as a contradiction.
      assert.doesNotThrow(() => decideOrThrow(question, longAgo), JSON.stringify(question));
    }
  });

  const hostile: readonly [string, () => Question][] = [
    [
      "patterns whose product explodes",
      () => ({
        grantedBy: [
          policy(
            Array.from({ length: 40 }, (_, index) =>
              allow({
                Condition: {
                  StringNotLike: {
                    "s3:prefix": `*${String.fromCharCode(97 + (index % 26))}${index}*`,
                  },
                },
              }),
            ),
          ),
        ],
      }),
    ],
    [
      "a thousand statements that contradict each other in pairs",
      () => ({
        grantedBy: [
          policy(
            Array.from({ length: 400 }, (_, index) => [
              allow({ Principal: { AWS: `${100_000_000_000 + index}` } }),
              deny({
                Condition: {
                  StringEquals: { "aws:PrincipalAccount": `${100_000_000_000 + index}` },
                },
              }),
            ]).flat(),
          ),
        ],
      }),
    ],
    ["a pigeonhole", () => ({ notDeniedBy: [pigeonhole] })],
    [
      "a text of stars",
      () => ({ grantedBy: [policy(allow({ Resource: `arn:aws:s3:::${"*a".repeat(4_000)}` }))] }),
    ],
  ];
  for (const [what, question] of hostile) {
    it(`ends with an answer on ${what}`, () => {
      assert.match(answerTo(question()), /^(none|found|undecided)$/);
    });
  }
});
