// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide, type Question } from "../../../policies/access";

function policy(Statement: unknown): Document {
  return { name: "policy", kind: "resource", content: { Version: "2012-10-17", Statement } };
}

function allow(members: object): object {
  return { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...members };
}

function answerTo(question: Question): string {
  return decide(question).answer;
}

describe("arn-formats", () => {
  it("leaves open whether a wildcard in a Resource crosses a colon, where that matters", () => {
    const queues = policy(allow({ Resource: "arn:aws:logs:*:111122223333:*" }));
    const where = (Resource: string) => [{ Resource }];
    assert.equal(
      answerTo({ grantedBy: [queues], where: where("arn:aws:logs:eu-central-1:111122223333:q") }),
      "found",
    );
    assert.equal(
      answerTo({ grantedBy: [queues], where: where("arn:aws:logs:eu-central-1:123456789012:q") }),
      "none",
    );
    assert.deepEqual(
      decide({
        grantedBy: [queues],
        where: where("arn:aws:logs:eu-central-1:123456789012:a:111122223333:b"),
      }),
      {
        answer: "undecided",
        kind: "undecidable",
        because: ["Not understood: whether a wildcard in a Resource crosses a colon."],
      },
    );
  });

  it("knows where the format of a service's ARNs leaves no colon to cross", () => {
    const among = (Resource: string, other: string) =>
      answerTo({ grantedBy: [policy(allow({ Resource }))], where: [{ Resource: other }] });
    const elsewhere = "eu-central-1:123456789012";
    for (const [mine, other] of [
      ["arn:aws:sqs:*:111122223333:*", `arn:aws:sqs:${elsewhere}:a:111122223333:b`],
      ["arn:aws:sns:*:111122223333:*", `arn:aws:sns:${elsewhere}:a:111122223333:b:c`],
    ] as const) {
      assert.equal(among(mine, other), "none", mine);
    }
    const news = "arn:aws:sns:*:111122223333:*";
    assert.equal(among(news, "arn:aws:sns:eu-central-1:111122223333:news:1234"), "found");
  });
});
