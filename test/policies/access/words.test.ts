// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide, type Question, type RequestLike } from "../../../policies/access";

const statement = {
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::box/a",
};
const bucket: Document = {
  name: "bucket policy",
  kind: "resource",
  content: { Statement: statement },
};

/** What is said of a request that is like all of these, before the statements are named. */
function saidOf(...where: RequestLike[]): string {
  const answer = decide({ grantedBy: [bucket], where }, { now: new Date(0) });
  assert.equal(answer.answer, "found");
  const [said = "", verdict] = answer.answer === "found" ? answer.sentence.split(": allowed") : [];
  assert.equal(verdict, " by statement 1 of the bucket policy, denied by none");
  return said;
}

const by = (...Callers: NonNullable<RequestLike["Callers"]>): RequestLike => ({ Callers });
const having = (operator: string, key: string, ...values: string[]): RequestLike => ({
  Condition: { [operator]: { [key]: values } },
});

const does = "does s3:GetObject on arn:aws:s3:::box/a";

describe("words", () => {
  const callers: readonly (readonly [RequestLike, string])[] = [
    [by("anonymous"), "an anonymous caller"],
    [
      having("ArnEquals", "aws:PrincipalArn", "arn:aws:iam::111122223333:root"),
      "the root user of account 111122223333",
    ],
    [by("user"), "the user arn:aws:iam::444455556666:user/example"],
    [by("role"), "the role arn:aws:iam::444455556666:role/example"],
    [
      { Principal: { AWS: "arn:aws:sts::111122223333:federated-user/bob" } },
      "the federated user arn:aws:sts::111122223333:federated-user/bob",
    ],
    [{ Principal: { Service: "sns.amazonaws.com" } }, "the AWS service sns.amazonaws.com"],
    [
      { Principal: { Federated: "accounts.google.com" } },
      "somebody whom accounts.google.com signed in",
    ],
    [
      { Principal: { CanonicalUser: "79a59df9" } },
      "the role arn:aws:iam::444455556666:role/example of canonical user 79a59df9",
    ],
  ];
  for (const [like, who] of callers) {
    it(`names ${who}`, () => {
      const alsoSigned =
        who === "an anonymous caller" || "Principal" in like ? [] : [by("root", "user", "role")];
      assert.equal(saidOf(like, ...alsoSigned), `${who} ${does}`);
    });
  }

  const circumstances: readonly (readonly [string, readonly RequestLike[]])[] = [
    ["over plain HTTP", [having("Bool", "aws:SecureTransport", "false")]],
    ["through the endpoint vpce-1", [having("StringEquals", "aws:SourceVpce", "vpce-1")]],
    ["from the network vpc-1", [having("StringEquals", "aws:SourceVpc", "vpc-1")]],
    ["from the address 10.0.0.0", [having("IpAddress", "aws:SourceIp", "10.0.0.0/8")]],
    ["at 2020-01-01T00:00:00Z", [having("DateEquals", "aws:CurrentTime", "2020-01-01")]],
    ['with s3:prefix "red"', [having("StringEquals", "s3:prefix", "red")]],
    ['with s3:max-keys "10"', [having("NumericEquals", "S3:Max-Keys", "10")]],
    [
      'with aws:tagkeys "a" and "b"',
      ["a", "b"].map((tag) => having("ForAnyValue:StringEquals", "aws:TagKeys", tag)),
    ],
    ["without aws:SourceVpce", [having("Null", "aws:SourceVpce", "true")]],
    [
      "over plain HTTP from the address 10.0.0.0",
      [
        having("Bool", "aws:SecureTransport", "false"),
        having("IpAddress", "aws:SourceIp", "10.0.0.0/8"),
      ],
    ],
  ];
  for (const [words, likes] of circumstances) {
    it(`says "${words}"`, () => {
      assert.equal(saidOf(...likes), `an anonymous caller ${does} ${words}`);
    });
  }

  const secrets = ["aws:Referer", "aws:UserAgent", "sts:ExternalId", "aws:PrincipalTag/pass"];
  for (const key of secrets) {
    it(`names ${key}, but never its value, which may be a secret`, () => {
      const [said, name] = [saidOf(having("StringEquals", key, "s3cr3t")), key.toLowerCase()];
      assert.equal(said, `${said.split(" does ")[0]} ${does} with a certain ${name}`);
    });
  }

  it("names the token of an identity provider by its subject", () =>
    assert.equal(
      saidOf(having("StringEquals", "example.com:sub", "repo:school/classroom")),
      `an anonymous caller ${does} with example.com:sub "repo:school/classroom"`,
    ));

  it("says nothing of what is so of nearly every request", () => {
    const https = having("Bool", "aws:SecureTransport", "true");
    const region = having("StringEquals", "aws:RequestedRegion", "us-east-1");
    assert.equal(saidOf(https, region), `an anonymous caller ${does}`);
  });

  const policy = (name: string, ...statements: object[]): Document => ({
    name,
    kind: "resource",
    content: { Statement: statements.map((members) => ({ ...statement, ...members })) },
  });

  function sentence(question: Question): string {
    const answer = decide(question);
    return answer.answer === "found" ? answer.sentence : answer.answer;
  }

  const anyone = `an anonymous caller ${does}`;
  const allowed = `${anyone}: allowed by statement 1 of the new policy, denied by none`;

  it("writes a condition key that AWS's table lacks as the document writes it", () => {
    const keys = { "x:First": "a", "x:Second": "b" };
    assert.equal(
      sentence({ grantedBy: [policy("box policy", { Condition: { StringEquals: keys } })] }),
      `${anyone} with a certain x:First and a certain x:Second: allowed by statement 1 of the ` +
        "box policy, denied by none",
    );
    const absent = policy("endpoint policy", { Condition: { Null: { "x:Third": "true" } } });
    const where = [having("Null", "X:third", "true")];
    assert.equal(
      sentence({ grantedBy: [bucket, absent], where }),
      `${anyone} without x:Third: allowed by statement 1 of the bucket policy, allowed by ` +
        "statement 1 of the endpoint policy, denied by none",
    );
  });

  it("names the caller unless every document is one that the caller holds", () => {
    const { Principal: _, ...held } = statement;
    const identity: Document = { name: "a policy", kind: "identity", content: { Statement: held } };
    assert.equal(
      sentence({ grantedBy: [identity] }),
      `whoever holds it ${does}: allowed by statement 1 of the a policy, denied by none`,
    );
    assert.equal(
      sentence({ grantedBy: [identity, bucket] }),
      `the role arn:aws:iam::444455556666:role/example ${does}: allowed by statement 1 of the a ` +
        "policy, allowed by statement 1 of the bucket policy, denied by none",
    );
  });

  it("lists every statement that allows", () => {
    assert.equal(
      sentence({ grantedBy: [policy("new policy", { Sid: "A" }, {}, { Action: "s3:*" })] }),
      `${anyone}: allowed by statements "A", 2 and 3 of the new policy, denied by none`,
    );
  });

  it("tells documents that do not allow from documents that deny", () => {
    const wide = policy("new policy", {});
    const silent = policy("old policy", { Action: "s3:PutObject" });
    const denying = policy("older policy", {}, { Sid: "No", Effect: "Deny", Action: "s3:*" });
    assert.equal(
      sentence({ grantedBy: [wide], notGrantedBy: [silent] }),
      `${allowed}, not allowed by the old policy`,
    );
    assert.equal(
      sentence({ grantedBy: [wide], notGrantedBy: [silent, denying] }),
      `${allowed}, not allowed by the old policy, denied by statement "No" of the older policy`,
    );
    assert.equal(
      sentence({ grantedBy: [wide], notDeniedBy: [silent, bucket, wide] }),
      `${allowed}, not denied by the old policy, the bucket policy and the new policy`,
    );
    assert.equal(
      sentence({ notDeniedBy: [wide], where: [{ Action: "s3:GetObject" }] }),
      "an anonymous caller does s3:GetObject on arn:aws:s3:::example-bucket/example: not denied by the new policy",
    );
  });
});
