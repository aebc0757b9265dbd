// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { decide, type Question, type RequestLike } from "../../../policies/access";
import { BOUNDARIES } from "../../support/access/boundaries";
import { questionOf } from "../../support/access/boundary-questions";
import { variable } from "../../support/access/policy-variables";

/** Before every moment that the tables speak of. */
const longAgo = { now: new Date(0) };

function granted(
  Condition: object,
  where: Question["where"] = [],
  Version = "2012-10-17",
): Question {
  const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition };
  const content = { Version, Statement: statement };
  return { grantedBy: [{ name: "policy", kind: "resource", content }], where };
}

describe("conditions", () => {
  const operators = [...new Set(BOUNDARIES.map(({ operator }) => operator))];
  for (const operator of operators) {
    it(`draws the bounds of ${operator} where AWS does`, () => {
      const rows = BOUNDARIES.filter((row) => row.operator === operator);
      const wrong = rows.filter(
        (row) => decide(questionOf(row), longAgo).answer !== (row.holds ? "found" : "none"),
      );
      assert.deepEqual(wrong, []);
      assert.ok(rows.length > 0);
    });
  }

  const notUnderstood: readonly [object, string][] = [
    [{ BinaryEquals: { "x:y": "QUJD" } }, 'the operator "BinaryEquals"'],
    [
      { Null: { "aws:SourceVpce": "yes" } },
      'Null of aws:SourceVpce with another value than "true" or "false"',
    ],
    [
      { Null: { "aws:SourceVpce": ["true", "yes"] } },
      'Null of aws:SourceVpce with another value than "true" or "false"',
    ],
    [
      { StringLike: { "s3:prefix": `${variable("username")}/*` } },
      `the variable ${variable("username")}`,
    ],
    [
      { StringLike: { "s3:prefix": `${variable("aws:TagKeys")}/*` } },
      `the variable ${variable("aws:TagKeys")}`,
    ],
    [
      { NumericLessThan: { "s3:max-keys": variable("aws:PrincipalTag/most") } },
      `the variable ${variable("aws:PrincipalTag/most")}`,
    ],
    [
      { ArnLike: { "aws:SourceArn": "*" } },
      "ArnLike of aws:SourceArn with a value that is no whole ARN",
    ],
    [
      { ArnLike: { "aws:PrincipalArn": "*" } },
      "ArnLike of aws:PrincipalArn with a value that is no whole ARN",
    ],
    [
      { StringLike: { "s3:max-keys": "1*" } },
      "StringLike of s3:max-keys with a pattern of numbers",
    ],
    [
      { StringEquals: { "s3:max-keys": "010" } },
      "StringEquals of s3:max-keys with a number that has another spelling",
    ],
    [
      { NumericLessThan: { "s3:max-keys": "1".repeat(61) } },
      "NumericLessThan of s3:max-keys with a value that is no number",
    ],
    [{ StringEquals: { "aws:SourceVpce": [] } }, "StringEquals of aws:SourceVpce with no value"],
    [
      { Bool: { "aws:SecureTransport": "yes" } },
      "Bool of aws:SecureTransport with a value that is no boolean",
    ],
    [
      { NumericLessThan: { "s3:max-keys": "many" } },
      "NumericLessThan of s3:max-keys with a value that is no number",
    ],
    [
      { DateLessThan: { "aws:CurrentTime": "2026-02-30" } },
      "DateLessThan of aws:CurrentTime with a value that is no date",
    ],
    [
      { IpAddress: { "aws:SourceIp": "10.0.0.0/33" } },
      "IpAddress of aws:SourceIp with a value that is no IP address range",
    ],
    [
      { ArnLike: { "aws:SourceArn": "arn:aws:s3" } },
      "ArnLike of aws:SourceArn with a value that is no whole ARN",
    ],
    [
      { StringEquals: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } },
      "aws:CurrentTime compared with StringEquals",
    ],
    [
      { NumericEquals: { "aws:EpochTime": "0.0000001" } },
      "NumericEquals of aws:EpochTime with a fraction of a millisecond",
    ],
    [
      { NumericEquals: { "aws:PrincipalAccount": "111122223333" } },
      "aws:PrincipalAccount compared like a number",
    ],
    [
      { NumericEquals: { "aws:EpochTime": ["1", "0.0000001"] } },
      "NumericEquals of aws:EpochTime with a fraction of a millisecond",
    ],
    [
      { Bool: { "aws:MultiFactorAuthPresent": ["yes"] } },
      "Bool of aws:MultiFactorAuthPresent with a value that is no boolean",
    ],
    [
      { StringEquals: { "aws:TagKeys": "a" } },
      "StringEquals of aws:TagKeys, which holds several values",
    ],
  ];
  for (const [condition, name] of notUnderstood) {
    it(`does not decide ${JSON.stringify(condition)}, and says why`, () => {
      assert.deepEqual(decide(granted(condition)), {
        answer: "undecided",
        kind: "undecidable",
        because: [`Not understood: ${name}.`],
      });
    });
  }

  for (const name of ["StringEqualz", "stringequals", "NullIfExists"]) {
    it(`knows that AWS refuses the operator ${name}, and what the worst of it would be`, () => {
      const answer = decide(granted({ [name]: { "aws:SourceVpce": "vpce-1" } }));
      assert.ok(answer.answer === "undecided");
      assert.equal(answer.kind, "refused");
      assert.deepEqual(answer.because, [
        `The policy has a statement 1 with the operator "${name}", which IAM does not have.`,
      ]);
      assert.equal(answer.worst?.answer, "found");
    });
  }

  it("takes a Null of both values for always true", () => {
    for (const Null of [{ "x:y": ["true", "false"] }, { "x:y": ["FALSE", "true"] }]) {
      for (const value of ["true", "false"]) {
        const where = [{ Condition: { Null: { "x:y": value } } }];
        assert.equal(decide(granted({ Null }, where)).answer, "found");
      }
    }
  });

  it("does not decide a key that is compared in two ways, but knows whether it is there", () => {
    const twoWays = {
      StringEquals: { "x:y": "1" },
      NumericLessThan: { "x:y": "2" },
    };
    assert.deepEqual(decide(granted(twoWays)), {
      answer: "undecided",
      kind: "undecidable",
      because: ["Not understood: x:y, which is compared in two ways."],
    });
    const absent = [{ Condition: { Null: { "x:y": "true" } } }];
    const { StringEquals, NumericLessThan } = twoWays;
    const both = {
      StringEquals,
      NumericLessThanIfExists: NumericLessThan,
      Null: { "x:y": "true" },
    };
    assert.equal(decide(granted(both, absent)).answer, "undecided");
  });

  it("takes variables of the old version for the texts that they are", () => {
    const text = variable("aws:username");
    const where = [
      { Condition: { StringEquals: { "s3:prefix": `${variable("$")}{aws:username}` } } },
    ];
    assert.equal(
      decide(granted({ StringEquals: { "s3:prefix": text } }, where, "2008-10-17")).answer,
      "found",
    );
    assert.equal(
      decide(granted({ StringEquals: { "s3:prefix": text } }, where)).answer,
      "undecided",
    );
  });

  it("ignores the case of keys, and joins the two that tell the time", () => {
    const late = [
      { Condition: { DateGreaterThan: { "AWS:currenttime": "2027-01-01T00:00:00Z" } } },
    ];
    assert.equal(
      decide(granted({ NumericLessThan: { "aws:epochtime": "1798761600" } }, late)).answer,
      "none",
    );
    assert.equal(
      decide(granted({ NumericLessThan: { "aws:EpochTime": "1798761602" } }, late)).answer,
      "found",
    );
  });

  it("asks all keys and all operators of a statement at once", () => {
    const both = {
      StringEquals: { "aws:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" },
      Bool: { "aws:SecureTransport": "true" },
    };
    assert.equal(decide(granted(both)).answer, "found");
    const contradictions: RequestLike["Condition"][] = [
      { StringNotEquals: { "aws:SourceVpc": "vpc-1" } },
      { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
      { Bool: { "aws:SecureTransport": "false" } },
    ];
    for (const Condition of contradictions) {
      assert.equal(decide(granted(both, [{ ...(Condition && { Condition }) }])).answer, "none");
    }
  });

  it("lets one key of a service hold several values once an operator takes it for such", () => {
    const both = {
      "ForAnyValue:StringEquals": { "x:list": "a" },
      "ForAllValues:StringLike": { "x:list": "?" },
    };
    const alsoB = [{ Condition: { "ForAnyValue:StringEquals": { "x:list": "b" } } }];
    const alsoLong = [{ Condition: { "ForAnyValue:StringEquals": { "x:list": "bb" } } }];
    assert.equal(decide(granted(both, alsoB)).answer, "found");
    assert.equal(decide(granted(both, alsoLong)).answer, "none");
  });

  it("knows of a key with several values, without a set operator, what its absence means", () => {
    const absent = [{ Condition: { Null: { "aws:TagKeys": "true" } } }];
    const answer = (operator: string) =>
      decide(granted({ [operator]: { "aws:TagKeys": "a" } }, absent)).answer;
    assert.equal(answer("StringEquals"), "none");
    assert.equal(answer("StringNotEquals"), "found");
    assert.equal(answer("StringEqualsIfExists"), "found");
    assert.equal(answer("ForAnyValue:StringEquals"), "none");
    assert.equal(answer("ForAnyValue:StringNotEquals"), "none");
    assert.equal(answer("ForAllValues:StringEquals"), "found");
    assert.equal(answer("ForAnyValue:StringEqualsIfExists"), "undecided");
  });

  it("takes a star for everything only where an operator has wildcards", () => {
    const other = [{ Condition: { StringEquals: { "s3:prefix": "a" } } }];
    const answer = (operator: string) =>
      decide(granted({ [operator]: { "s3:prefix": "*" } }, other)).answer;
    assert.equal(answer("StringEquals"), "none");
    assert.equal(answer("StringEqualsIgnoreCase"), "none");
    assert.equal(answer("StringLike"), "found");
    assert.equal(answer("ArnLike"), "undecided");
  });
});
