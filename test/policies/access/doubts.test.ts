// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  type Answer,
  check,
  type Document,
  decide,
  grantsNoMoreThan,
  notPublic,
  type Question,
  unknownValue,
} from "../../../policies/access";
import { variable } from "../../support/access/policy-variables";

const statement = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };

function policy(...statements: unknown[]): Document {
  const content = { Version: "2012-10-17", Statement: statements };
  return { name: "bucket policy", kind: "resource", content };
}

function allow(members: object): object {
  return { ...statement, ...members };
}

/** The kind of an answer that is undecided, with its reasons; otherwise the answer. */
function said(answer: Answer): string {
  return answer.answer === "undecided"
    ? `${answer.kind}: ${answer.because.join(" ")}`
    : answer.answer;
}

function asked(document: Document, question: Question = {}): string {
  return said(decide({ grantedBy: [document], ...question }));
}

const byEndpoint = { StringEquals: { "aws:SourceVpce": unknownValue } };

describe("doubts: a value that is unknown until the update", () => {
  const places: readonly [string, unknown, string][] = [
    ["a whole statement", unknownValue, "statement 1"],
    ["an Effect", allow({ Effect: unknownValue }), "the Effect of statement 1"],
    ["a Principal", allow({ Principal: unknownValue }), "the Principal of statement 1"],
    ["an account", allow({ Principal: { AWS: [unknownValue] } }), "the Principal of statement 1"],
    ["a Condition", allow({ Condition: unknownValue }), "the Condition of statement 1"],
    [
      "the keys of an operator",
      allow({ Condition: { StringEquals: unknownValue } }),
      "the keys of StringEquals in statement 1",
    ],
    [
      "a value of a Condition",
      allow({ Condition: byEndpoint }),
      "the value of aws:SourceVpce in statement 1",
    ],
    [
      "a value beside a known one",
      allow({ Sid: "A", Condition: { ArnLike: { "aws:SourceArn": [unknownValue] } } }),
      'the value of aws:SourceArn in statement "A"',
    ],
  ];
  for (const [what, given, part] of places) {
    it(`is named where it matters: ${what}`, () => {
      assert.equal(
        asked(policy(given)),
        `unknown: Unknown until the update: ${part} of the bucket policy.`,
      );
    });
  }

  it("makes an unknown document of an unknown content, and of an unknown version", () => {
    const whole: Document = { name: "bucket policy", kind: "resource", content: unknownValue };
    assert.equal(asked(whole), "unknown: Unknown until the update: the bucket policy.");
    const content = { Version: unknownValue, Statement: statement };
    assert.equal(
      asked({ ...whole, content }),
      "unknown: Unknown until the update: the Version of the bucket policy.",
    );
  });

  it("does not matter where the known statements decide", () => {
    assert.equal(asked(policy(allow({}), allow({ Principal: unknownValue }))), "found");
    const denied = { ...statement, Effect: "Deny", Action: "*" };
    assert.equal(asked(policy(denied, allow({ Principal: unknownValue }))), "none");
    assert.equal(asked(policy(allow({ Sid: unknownValue }))), "found");
  });

  it("may be a denial of everything", () => {
    assert.match(asked(policy(allow({}), unknownValue)), /^unknown: .*statement 2/);
  });

  it("does not help a request that lacks the key", () => {
    const where = [{ Condition: { Null: { "aws:SourceVpce": "true" } } }];
    assert.equal(asked(policy(allow({ Condition: byEndpoint })), { where }), "none");
    const negated = { StringNotEquals: { "aws:SourceVpce": unknownValue } };
    assert.equal(asked(policy(allow({ Condition: negated })), { where }), "found");
  });

  it("leaves the values beside it known", () => {
    const Condition = { StringEquals: { "aws:SourceVpce": ["vpce-1", unknownValue] } };
    const from = (value: string) => [{ Condition: { StringEquals: { "aws:SourceVpce": value } } }];
    assert.equal(asked(policy(allow({ Condition })), { where: from("vpce-1") }), "found");
    assert.match(asked(policy(allow({ Condition })), { where: from("vpce-2") }), /^unknown: /);
  });

  for (const [element, others] of [
    ["Resource", {}],
    ["Action", {}],
    ["Resource", { Action: unknownValue }],
  ] as const) {
    it(`names something, whatever it is: ${element} with ${Object.keys(others)}`, () => {
      const open = policy(allow({ [element]: unknownValue, ...others }));
      const answer = decide({ grantedBy: [open] });
      assert.ok(answer.answer === "found");
      assert.match(answer.sentence, /that is unknown until the update/);
      const key = element === "Action" ? "action" : "resource";
      assert.equal(answer.request[key], "unknown until the update");
    });
  }

  it("violates whatever it is, when everybody may read what is unknown", () => {
    const open = policy(allow({ Resource: [unknownValue, unknownValue] }));
    assert.equal(check(notPublic({ documents: [open] })).holds, false);
  });

  it("may lie in what a denial names, or outside of what is asked", () => {
    const open = allow({ Resource: unknownValue });
    const deny = { ...statement, Effect: "Deny", Resource: "arn:aws:s3:::box/*" };
    assert.match(asked(policy(open, deny)), /^unknown: .*the Resource of statement 1/);
    const where = [{ Resource: "arn:aws:s3:::box/*" }];
    assert.match(asked(policy(open), { where }), /^unknown: /);
    assert.match(asked(policy(allow({}), { ...deny, Resource: unknownValue })), /^unknown: /);
    const denyAll = { ...deny, Action: "*", NotResource: unknownValue, Resource: undefined };
    assert.match(asked(policy(allow({ Resource: "arn:aws:s3:::a" }), denyAll)), /^unknown: /);
  });

  it("is the same value wherever the same document stands, and no other's", () => {
    const one = policy(allow({ Principal: unknownValue }));
    const other = policy(allow({ Principal: unknownValue }));
    assert.equal(check(grantsNoMoreThan(one, one)).holds, true);
    assert.equal(check(grantsNoMoreThan(one, other)).holds, undefined);
  });

  it("is nothing that a question may have", () => {
    const where = [{ Principal: { AWS: unknownValue as unknown as string } }];
    assert.equal(
      asked(policy(statement), { where }),
      'undecidable: The question has in "where" a value that is unknown.',
    );
  });
});

describe("doubts: three kinds of not knowing", () => {
  const odd = { ArnLike: { "aws:SourceArn": "*" } };

  it("blames what the update will not decide before what it will", () => {
    const both = allow({ Condition: { ...odd, ...byEndpoint } });
    assert.match(asked(policy(both)), /^unknown: Unknown until the update: .*Not understood: /);
    const each = [allow({ Condition: odd }), allow({ Condition: byEndpoint })];
    assert.equal(
      asked(policy(...each)),
      "undecidable: Not understood: ArnLike of aws:SourceArn with a value that is no whole ARN.",
    );
  });

  it("says what AWS refuses before anything else, with the worst reading beside it", () => {
    const refused = allow({ Principal: { AWS: "arn:aws:iam::111122223333:user/*" } });
    const worst = (...statements: unknown[]) => {
      const answer = decide({ grantedBy: [policy(...statements)] });
      assert.ok(answer.answer === "undecided" && answer.kind === "refused" && answer.worst);
      assert.equal(answer.because.length, 1);
      return said(answer.worst);
    };
    assert.equal(worst(refused), "found");
    assert.equal(worst({ ...refused, Effect: "Deny" }), "none");
    assert.equal(worst({ ...refused, Effect: "Deny" }, allow({})), "found");
    assert.equal(worst(refused, { ...statement, Effect: "Deny", Action: "*" }), "none");
    assert.match(
      worst(allow({ Condition: byEndpoint }), { ...refused, Effect: "Deny" }),
      /^unknown/,
    );
    assert.match(worst({ ...refused, Condition: odd }), /^undecidable/);
    assert.equal(worst(allow({ Condition: { StringEqualz: { "x:y": "z" } } })), "found");
  });

  it("names the statements that the worst reading rests on", () => {
    const answer = decide({ grantedBy: [policy(allow({ Principal: "everybody" }))] });
    const { worst } = answer.answer === "undecided" ? answer : {};
    assert.match(
      worst?.answer === "found" ? worst.sentence : "",
      /: allowed by statement 1 of the bucket policy, denied by none$/,
    );
  });

  it("names the variable that is to blame", () => {
    const Resource = `arn:aws:s3:::box/${variable("username")}/*`;
    assert.equal(
      asked(policy(allow({ Resource }))),
      `undecidable: Not understood: the variable ${variable("username")}.`,
    );
  });
});
