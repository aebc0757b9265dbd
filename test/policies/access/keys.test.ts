// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { decide, type RequestLike } from "../../../policies/access";

const everything = {
  name: "policy",
  kind: "resource" as const,
  content: { Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } },
};

/** Whether there is a request that is like all of these. */
function isPossible(...where: RequestLike[]): boolean {
  const { answer } = decide({ grantedBy: [everything], where });
  assert.notEqual(answer, "undecided");
  return answer === "found";
}

const present = (key: string): RequestLike => ({ Condition: { Null: { [key]: "false" } } });
const absent = (key: string): RequestLike => ({ Condition: { Null: { [key]: "true" } } });
const by = (...kinds: NonNullable<RequestLike["Callers"]>): RequestLike => ({ Callers: kinds });

describe("keys", () => {
  for (const key of [
    "aws:SecureTransport",
    "aws:CurrentTime",
    "aws:EpochTime",
    "aws:RequestedRegion",
  ]) {
    it(`is always there: ${key}`, () => {
      assert.ok(isPossible(present(key)));
      assert.ok(!isPossible(absent(key)));
    });
  }

  for (const [one, other] of [
    ["aws:SourceVpce", "aws:SourceIp"],
    ["aws:SourceVpc", "aws:SourceIp"],
    ["aws:VpcSourceIp", "aws:SourceIp"],
  ] as const) {
    it(`never come together: ${one} and ${other}`, () => {
      assert.ok(!isPossible(present(one), present(other)));
      assert.ok(isPossible(present(one), absent(other)));
      assert.ok(isPossible(absent(one), present(other)));
      assert.ok(isPossible(absent(one), absent(other)));
    });
  }

  for (const [one, other] of [
    ["aws:SourceVpce", "aws:SourceVpc"],
    ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths"],
  ] as const) {
    it(`come together: ${one} and ${other}`, () => {
      assert.ok(isPossible(present(one), present(other)));
      assert.ok(!isPossible(present(one), absent(other)));
      assert.ok(!isPossible(absent(one), present(other)));
    });
  }

  for (const network of ["aws:SourceVpce", "aws:SourceVpc"]) {
    it(`has an address in the network only with ${network}`, () => {
      assert.ok(!isPossible(present("aws:VpcSourceIp"), absent(network)));
      assert.ok(isPossible(present("aws:VpcSourceIp"), present(network)));
      assert.ok(isPossible(absent("aws:VpcSourceIp"), present(network)));
    });
  }

  it("has an age of MFA only where MFA was used", () => {
    const used = (value: string) => ({
      Condition: { Bool: { "aws:MultiFactorAuthPresent": value } },
    });
    assert.ok(isPossible(present("aws:MultiFactorAuthAge"), used("true")));
    assert.ok(!isPossible(present("aws:MultiFactorAuthAge"), used("false")));
    assert.ok(!isPossible(present("aws:MultiFactorAuthAge"), absent("aws:MultiFactorAuthPresent")));
    assert.ok(isPossible(absent("aws:MultiFactorAuthAge"), used("true")));
  });

  it("has an organization only for callers that AWS knows", () => {
    for (const key of ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths"]) {
      assert.ok(!isPossible(present(key), by("anonymous", "identity")));
      assert.ok(isPossible(present(key), by("role")));
      assert.ok(isPossible(absent(key), by("anonymous")));
    }
  });

  it("has tags only of callers that sign, services among them", () => {
    assert.ok(!isPossible(present("aws:PrincipalTag/team"), by("anonymous", "identity")));
    assert.ok(isPossible(present("aws:PrincipalTag/team"), by("service")));
    assert.ok(isPossible(present("aws:principaltag/team"), by("user")));
  });

  it("lists the names of a service for services only", () => {
    const key = "aws:PrincipalServiceNamesList";
    assert.ok(isPossible(present(key), by("service")));
    assert.ok(!isPossible(present(key), by("anonymous", "identity", "root", "user", "role")));
  });

  it("has one time, which is now or later", () => {
    const at = (value: string) => ({ Condition: { DateEquals: { "aws:CurrentTime": value } } });
    const now = new Date("2026-03-01T12:00:00.500Z");
    const answer = (value: string) =>
      decide({ grantedBy: [everything], where: [at(value)] }, { now });
    assert.deepEqual(answer("2026-03-01T11:59:59Z"), {
      answer: "none",
      from: "2026-03-01T12:00:00Z",
    });
    assert.equal(answer("2026-03-01T12:00:00Z").answer, "found");
    assert.equal(answer("2036-03-01").answer, "found");
  });

  const own: readonly [string, readonly string[], readonly string[]][] = [
    ["aws:PrincipalArn", ["root", "user", "role", "federated-user"], ["anonymous", "identity"]],
    ["aws:PrincipalAccount", ["root", "user", "role", "federated-user", "anonymous"], []],
    [
      "aws:PrincipalIsAWSService",
      ["root", "user", "role", "federated-user", "service"],
      ["anonymous", "identity"],
    ],
    [
      "aws:PrincipalServiceName",
      ["service"],
      ["root", "user", "role", "federated-user", "anonymous", "identity"],
    ],
    [
      "aws:username",
      ["user"],
      ["root", "role", "federated-user", "service", "anonymous", "identity"],
    ],
    ["aws:userid", ["root", "user", "role", "federated-user", "anonymous"], []],
    ["aws:PrincipalType", ["root", "user", "role", "federated-user", "anonymous"], []],
  ];
  for (const [key, holders, others] of own) {
    it(`follows from the caller: ${key}`, () => {
      for (const kind of [...holders, ...others] as NonNullable<RequestLike["Callers"]>) {
        assert.equal(isPossible(present(key), by(kind)), holders.includes(kind), kind);
        assert.equal(isPossible(absent(key), by(kind)), !holders.includes(kind), kind);
      }
    });
  }

  it("does not know the ARN of a service, nor the account of who has none", () => {
    const asked = (key: string, kind: "service" | "identity") =>
      decide({ grantedBy: [everything], where: [present(key), by(kind)] });
    const name = (what: string) =>
      `Not understood: whether a caller that is no principal of an account ${what}.`;
    assert.deepEqual(asked("aws:PrincipalArn", "service"), {
      answer: "undecided",
      kind: "undecidable",
      because: [name("has an aws:PrincipalArn")],
    });
    assert.deepEqual(asked("aws:PrincipalAccount", "identity"), {
      answer: "undecided",
      kind: "undecidable",
      because: [name("has an account")],
    });
    assert.deepEqual(asked("aws:PrincipalType", "service"), {
      answer: "undecided",
      kind: "undecidable",
      because: [name("has a type")],
    });
  });

  const values: readonly [object, readonly NonNullable<RequestLike["Callers"]>[number][]][] = [
    [{ StringEquals: { "aws:PrincipalType": "Account" } }, ["root"]],
    [{ StringEquals: { "aws:PrincipalType": "User" } }, ["user"]],
    [{ StringEquals: { "aws:PrincipalType": "AssumedRole" } }, ["role"]],
    [{ StringEquals: { "aws:PrincipalType": "FederatedUser" } }, ["federated-user"]],
    [{ StringLike: { "aws:PrincipalType": "A*" } }, ["root", "role", "anonymous"]],
    [{ StringEquals: { "aws:PrincipalAccount": "anonymous" } }, ["anonymous"]],
    [{ Bool: { "aws:PrincipalIsAWSService": "true" } }, ["service"]],
    [
      { Bool: { "aws:PrincipalIsAWSService": "false" } },
      ["root", "user", "role", "federated-user"],
    ],
    [{ StringLike: { "aws:PrincipalServiceName": "*.amazonaws.com" } }, ["service"]],
    [{ StringLike: { "aws:username": "a*" } }, ["user"]],
    [{ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } }, ["role"]],
    [{ ArnLike: { "aws:PrincipalArn": "arn:aws:sts::*:*" } }, ["federated-user"]],
    [{ StringLike: { "aws:PrincipalArn": "arn:*:root" } }, ["root"]],
  ];
  for (const [condition, kinds] of values) {
    it(`is the key of ${kinds.join(", ")}: ${JSON.stringify(condition)}`, () => {
      const all = [
        "anonymous",
        "root",
        "user",
        "role",
        "federated-user",
        "service",
        "identity",
      ] as const;
      const Condition = condition as RequestLike["Condition"];
      const answers = all.map((kind) =>
        decide({ grantedBy: [everything], where: [{ ...(Condition && { Condition }) }, by(kind)] }),
      );
      assert.deepEqual(
        all.filter((_, index) => answers[index]?.answer === "found"),
        all.filter((kind) => kinds.includes(kind)),
      );
      const reasons = answers.flatMap((each) => ("because" in each ? each.because : []));
      assert.deepEqual(
        reasons.filter((reason) => !reason.startsWith("Not understood:")),
        [],
      );
    });
  }

  it("has a user's name without its path", () => {
    const user = (name: string) => ({
      Condition: { StringEquals: { "aws:PrincipalArn": `arn:aws:iam::111122223333:user/${name}` } },
    });
    const named = (name: string) => ({ Condition: { StringEquals: { "aws:username": name } } });
    assert.ok(isPossible(by("user"), user("alice"), named("alice")));
    assert.ok(isPossible(by("user"), user("team/alice"), named("alice")));
    assert.ok(!isPossible(by("user"), user("team/alice"), named("team/alice")));
    assert.ok(!isPossible(by("user"), user("malice"), named("alice")));
  });
});
