// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide, type RequestLike } from "../../../policies/access";

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
  const answer = decide({ grantedBy: [bucket], where });
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
});
