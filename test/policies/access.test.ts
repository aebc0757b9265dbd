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

function holdingItself(): object {
  const part: Record<string, unknown> = {};
  part.Condition = part;
  return part;
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
  const garbage: readonly [string, unknown][] = [
    ["nothing", undefined],
    ["a function", () => 1],
    ["documents that are none", { grantedBy: [undefined, 7, "policy", { kind: "resource" }] }],
    ["a document that holds a function", { grantedBy: [policy(() => 1)] }],
    [
      "a getter that throws",
      {
        get grantedBy() {
          throw new Error("secret");
        },
      },
    ],
    [
      "a proxy that throws",
      new Proxy(
        {},
        {
          get: () => {
            throw new Error("secret");
          },
        },
      ),
    ],
    ["a part that holds itself", { where: [holdingItself()] }],
    [
      "text nested thousands deep",
      { grantedBy: [{ ...policy([]), content: "[".repeat(100_000) }] },
    ],
    [
      "documents that are large together",
      { grantedBy: Array.from({ length: 20 }, () => policy(allow({ Sid: "x".repeat(200_000) }))) },
    ],
  ];
  for (const [what, question] of garbage) {
    it(`is undecided, with a reason that quotes no error, for ${what}`, () => {
      const answer = decide(question as Question);
      assert.ok(answer.answer === "undecided" && answer.because.length > 0);
      assert.doesNotMatch(answer.because.join(), /secret/);
    });
  }

  for (const key of ["constructor", "__proto__", "toString", "caller", "action", "resource"]) {
    it(`takes ${key} for a condition key like others`, () => {
      const content = `{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "*",
        "Resource": "*", "Condition": {"StringEquals": {"${key}": "a"}}}}`;
      const grantedBy: Document[] = [{ name: "policy", kind: "resource", content }];
      const like = (value: string) => ({ Condition: { StringEquals: { [key]: value } } });
      assert.equal(decideOrThrow({ grantedBy }).answer, "found");
      if (key !== "__proto__") {
        assert.equal(decideOrThrow({ grantedBy, where: [like("b")] }).answer, "none");
      }
    });
  }

  for (const value of ["9".repeat(18), "9".repeat(60), "253402300800", "999999999999"]) {
    it(`decides at, below and above ${value}, as number and as time`, () => {
      const operators = ["NumericEquals", "NumericLessThan", "NumericGreaterThan"];
      for (const key of ["s3:max-keys", "aws:EpochTime"]) {
        for (const operator of operators) {
          const Condition = { [operator]: { [key]: value } };
          assert.equal(
            decideOrThrow({ grantedBy: [policy(allow({ Condition }))] }).answer,
            "found",
          );
        }
      }
    });
  }

  const large: readonly [string, () => Question, string][] = [
    [
      "2,000 accounts in one statement",
      () => {
        const accounts = Array.from({ length: 2_000 }, (_, index) => `${100_000_000_000 + index}`);
        const grantedBy = [policy(allow({ Principal: { AWS: accounts } }))];
        return { grantedBy, whereNot: [{ Principal: { AWS: accounts } }] };
      },
      "none",
    ],
    [
      "100 statements with 50 patterns each, of which each holds one",
      () => {
        const patterns = (index: number) =>
          Array.from({ length: 50 }, (_, each) => `*/${index}/${each}/*`);
        const statements = Array.from({ length: 100 }, (_, index) =>
          allow({
            Principal: { AWS: `${100_000_000_000 + index}` },
            Condition: { StringLike: { "s3:prefix": patterns(index) } },
          }),
        );
        return { grantedBy: [policy(statements)], where: [{ Callers: ["anonymous"] }] };
      },
      "none",
    ],
    [
      "100 statements with 50 patterns of a key of their own",
      () => {
        const patterns = (index: number) =>
          Array.from({ length: 50 }, (_, each) => `${index}-${each}-*`);
        const statements = Array.from({ length: 100 }, (_, index) =>
          deny({ Condition: { StringNotLike: { [`x:key${index}`]: patterns(index) } } }),
        );
        return { grantedBy: [policy([allow({}), ...statements])] };
      },
      "found",
    ],
  ];
  for (const [what, question, expected] of large) {
    it(`decides ${what}`, () => {
      assert.equal(answerTo(question()), expected);
    });
  }

  for (const [what, question] of hostile) {
    it(`ends with an answer on ${what}`, () => {
      assert.match(answerTo(question()), /^(none|found|undecided)$/);
    });
  }
});
