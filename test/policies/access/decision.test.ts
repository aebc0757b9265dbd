// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide, type Question } from "../../../policies/access";
import { pigeonhole } from "../../support/access/pigeonhole";

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

describe("decision", () => {
  it("finds what an allow lets through and no deny stops, and says it in a sentence", () => {
    const bucket = policy(
      [
        allow({ Sid: "PublicRead", Action: "s3:GetObject", Resource: "arn:aws:s3:::box/*" }),
        deny({
          Action: "s3:*",
          Resource: "arn:aws:s3:::box",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      ],
      "resource",
      "bucket policy",
    );
    const where = [{ Condition: { Bool: { "aws:SecureTransport": "false" } } }];
    assert.deepEqual(decide({ grantedBy: [bucket], where }), {
      answer: "found",
      request: {
        caller: { kind: "anonymous", name: "anonymous" },
        action: "s3:GetObject",
        resource: "arn:aws:s3:::box/example",
        context: { "aws:securetransport": ["false"] },
      },
      decidedBy: [{ document: "bucket policy", allowing: ['"PublicRead"'], denying: [] }],
      sentence:
        "an anonymous caller does s3:GetObject on arn:aws:s3:::box/example over plain HTTP: " +
        'allowed by statement "PublicRead" of the bucket policy, denied by none',
    });
  });

  it("proves that two statements protect only together", () => {
    const byEndpoint = deny({ Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } });
    const byAddress = deny({ Condition: { Null: { "aws:SourceVpce": "false" } } });
    const whole = policy([allow({}), byEndpoint, byAddress]);
    assert.deepEqual(decide({ grantedBy: [whole] }), { answer: "none" });
    assert.equal(answerTo({ grantedBy: [policy([allow({}), byEndpoint])] }), "found");
    assert.equal(answerTo({ grantedBy: [policy([allow({}), byAddress])] }), "found");
  });

  it("asks every document of a conjunction, and each statement of documents that are one", () => {
    const get = policy(allow({ Action: "s3:Get*" }), "resource", "bucket policy");
    const put = policy(allow({ Action: "s3:Put*" }), "endpoint", "endpoint policy");
    const union: Document = { ...get, content: [get.content, put.content] };
    assert.equal(answerTo({ grantedBy: [get, put] }), "none");
    assert.equal(answerTo({ grantedBy: [union, put] }), "found");
    assert.equal(
      answerTo({ grantedBy: [get], notDeniedBy: [policy(deny({ Action: "s3:GetO*" }))] }),
      "found",
    );
    assert.equal(
      answerTo({ grantedBy: [get], notDeniedBy: [policy(deny({ Action: "s3:*" }))] }),
      "none",
    );
  });

  it("tells what one document grants and another does not, whatever makes it so", () => {
    const wide = policy(allow({ Action: "s3:*" }), "resource", "new policy");
    const narrow = policy(
      [allow({ Action: "s3:*" }), deny({ Sid: "No", Action: "s3:Delete*" })],
      "resource",
      "old policy",
    );
    const answer = decide({ grantedBy: [wide], notGrantedBy: [narrow] });
    assert.equal(
      answer.answer === "found" && answer.sentence,
      "an anonymous caller does s3:DeleteObject on arn:aws:s3:::example-bucket/example: allowed " +
        'by statement 1 of the new policy, denied by none, denied by statement "No" of the old ' +
        "policy",
    );
    assert.equal(answerTo({ grantedBy: [narrow], notGrantedBy: [wide] }), "none");
    assert.equal(answerTo({ grantedBy: [wide], notGrantedBy: [wide] }), "none");
  });

  it("knows that a part which is not understood is the same wherever it stands", () => {
    const odd = { Condition: { ArnLike: { "aws:SourceArn": "*" } } };
    const document = policy(allow(odd));
    assert.equal(answerTo({ grantedBy: [document], notGrantedBy: [document] }), "none");
    assert.equal(answerTo({ grantedBy: [policy([allow(odd), deny(odd)])] }), "none");
    const other = { Condition: { ArnLike: { "aws:SourceArn": "**" } } };
    assert.equal(answerTo({ grantedBy: [policy([allow(odd), deny(other)])] }), "undecided");
  });

  it("decides in spite of what is not understood, where it does not matter", () => {
    const odd = { Condition: { ArnLike: { "aws:SourceArn": "*" } } };
    assert.equal(answerTo({ grantedBy: [policy([allow(odd), allow({})])] }), "found");
    assert.equal(answerTo({ grantedBy: [policy([allow({}), deny({}), deny(odd)])] }), "none");
    assert.deepEqual(decide({ grantedBy: [policy([allow(odd)])] }), {
      answer: "undecided",
      kind: "undecidable",
      because: ["Not understood: ArnLike of aws:SourceArn with a value that is no whole ARN."],
    });
  });

  it("takes two stars for one, wherever a star may be", () => {
    const both = (members: object, same: object) => {
      const one = policy(allow(members));
      const other = policy(allow(same), "resource", "other policy");
      return [
        answerTo({ grantedBy: [one], notGrantedBy: [other] }),
        answerTo({ grantedBy: [other], notGrantedBy: [one] }),
        answerTo({ grantedBy: [one] }),
      ];
    };
    const like = (operator: string, key: string, value: string) => ({
      Condition: { [operator]: { [key]: value } },
    });
    const pairs: readonly [object, object][] = [
      [{ Action: "s3:Get**" }, { Action: "s3:Get*" }],
      [{ Action: "**" }, { Action: "*" }],
      [{ Resource: "**" }, { Resource: "*" }],
      [{ Resource: "arn:aws:s3:::box/**/x***" }, { Resource: "arn:aws:s3:::box/*/x*" }],
      [like("StringLike", "s3:prefix", "a**"), like("StringLike", "s3:prefix", "a*")],
      [
        like("ArnLike", "aws:SourceArn", "arn:aws:sns:**:**:**"),
        like("ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:*"),
      ],
    ];
    for (const [twice, once] of pairs) {
      assert.deepEqual(both(twice, once), ["none", "none", "found"], JSON.stringify(twice));
    }
  });

  it("does not decide a resource that is no whole ARN, nor a variable that names no key", () => {
    for (const [Resource, name] of [
      ["execute-api:/*", 'the resource "execute-api:/*", which is no whole ARN'],
      ["arn:aws:s3*", 'the resource "arn:aws:s3*", which is no whole ARN'],
      [`arn:aws:s3:::box/${"$"}{username}/*`, `the variable ${"$"}{username}`],
    ]) {
      assert.deepEqual(decide({ grantedBy: [policy(allow({ Resource }))] }), {
        answer: "undecided",
        kind: "undecidable",
        because: [`Not understood: ${name}.`],
      });
    }
  });

  it("takes actions in any case and resources as they are", () => {
    const document = policy(allow({ Action: "S3:getobject", Resource: "arn:aws:s3:::Box/*" }));
    const asked = (Action: string, Resource: string) =>
      answerTo({ grantedBy: [document], where: [{ Action, Resource }] });
    assert.equal(asked("s3:GetObject", "arn:aws:s3:::Box/a"), "found");
    assert.equal(asked("s3:GetObject", "arn:aws:s3:::box/a"), "none");
  });

  it("reads what NotAction and NotResource leave", () => {
    const document = policy(
      allow({
        Action: undefined,
        NotAction: "s3:Get*",
        Resource: undefined,
        NotResource: "arn:aws:s3:::box/*",
      }),
    );
    const asked = (Action: string, Resource: string) =>
      answerTo({ grantedBy: [document], where: [{ Action, Resource }] });
    assert.equal(asked("s3:PutObject", "arn:aws:s3:::other/a"), "found");
    assert.equal(asked("s3:GetObject", "arn:aws:s3:::other/a"), "none");
    assert.equal(asked("s3:PutObject", "arn:aws:s3:::box/a"), "none");
  });

  it("lets nobody without an account hold an identity's policy", () => {
    const identity = policy(
      { Effect: "Allow", Action: "s3:*", Resource: "*" },
      "identity",
      "reader policy",
    );
    for (const kind of ["anonymous", "service", "identity"] as const) {
      assert.equal(answerTo({ grantedBy: [identity], where: [{ Callers: [kind] }] }), "none");
    }
    const answer = decide({ grantedBy: [identity] });
    assert.equal(
      answer.answer === "found" && answer.sentence,
      "whoever holds it does s3:GetObject on arn:aws:s3:::example-bucket/example: allowed by " +
        "statement 1 of the reader policy, denied by none",
    );
  });

  it("keeps an action to resources on which it exists, when it is told", () => {
    const document = policy([allow({}), deny({ Action: "s3:*", Resource: "arn:aws:s3:::box/*" })]);
    const among = [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::box/*"] }];
    assert.equal(answerTo({ grantedBy: [document], among }), "none");
    assert.equal(answerTo({ grantedBy: [document] }), "found");
  });

  it("knows who may call from which partition", () => {
    const china = policy(allow({ Principal: { AWS: "arn:aws-cn:iam::111122223333:root" } }));
    const answer = decide({ grantedBy: [china] });
    assert.equal(
      answer.answer === "found" && answer.request.caller.name,
      "arn:aws-cn:iam::111122223333:role/example",
    );
    const everyone = policy(allow({ Resource: "arn:aws-cn:s3:::box/*" }));
    const abroad = [{ Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } } }];
    assert.equal(answerTo({ grantedBy: [everyone], where: abroad }), "found");
    assert.equal(
      answerTo({
        grantedBy: [everyone],
        where: [{ Callers: ["role"] }],
        whereNot: [{ Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws-cn:*:*:*:*" } } }],
      }),
      "none",
    );
  });

  it("says all problems of documents that AWS would not accept", () => {
    const broken = [
      policy(allow({ Effect: undefined })),
      { ...policy([]), name: "other policy", content: "{" },
    ];
    const answer = decide({ grantedBy: broken });
    assert.ok(answer.answer === "undecided");
    assert.deepEqual(answer, {
      answer: "undecided",
      kind: "refused",
      worst: answer.worst,
      because: [
        "The policy has a statement 1 with the Effect nothing.",
        "The other policy is not JSON.",
      ],
    });
  });

  it("speaks of a key only where its value, or its absence, is needed", () => {
    const sentence = (question: Question) => {
      const answer = decide(question);
      return answer.answer === "found" ? answer.sentence.split(":GetObject on ")[1] : answer.answer;
    };
    const box = "arn:aws:s3:::box";
    const get = { Action: "s3:GetObject", Resource: box };
    const absent = { Condition: { Null: { "x:y": "true" } } };
    const allowed = "allowed by statement 1 of the policy, denied by none";
    const grantedBy = [policy(allow(get))];
    assert.equal(
      sentence({ grantedBy, where: [absent, { Action: "s3:*" }] }),
      `${box} without x:y: ${allowed}`,
    );
    const put = { Action: "s3:Put*", Condition: { StringEquals: { "x:y": "z" } } };
    assert.equal(sentence({ grantedBy, whereNot: [put] }), `${box}: ${allowed}`);
    const notOverTls = deny({ Condition: { Bool: { "aws:SecureTransport": "true" } } });
    assert.equal(
      sentence({ grantedBy: [policy([allow(get), notOverTls])] }),
      `${box} over plain HTTP: ${allowed}`,
    );
  });

  it("leaves a key out of the request that it does not hold", () => {
    const where = [{ Condition: { Null: { "x:y": "true" } } }];
    const answer = decide({ grantedBy: [policy(allow({}))], where });
    assert.deepEqual(answer.answer === "found" && answer.request.context, {});
  });

  it("gives up what is too intricate, for certain or only if what is not understood holds", () => {
    const intricate = {
      answer: "undecided",
      kind: "undecidable",
      because: ["The documents are too intricate to be decided in a reasonable time."],
    };
    assert.deepEqual(decide({ notDeniedBy: [pigeonhole] }), intricate);
    const odd = policy(allow({ Condition: { ArnLike: { "x:y": "*" } } }));
    assert.deepEqual(decide({ grantedBy: [odd], notDeniedBy: [pigeonhole] }), intricate);
  });
});
