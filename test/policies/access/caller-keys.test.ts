// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { decide, type RequestLike } from "../../../policies/access";

const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };

function policy(...statements: object[]) {
  const Statement = statements.map((members) => ({ ...statement, ...members }));
  return { name: "policy", kind: "resource" as const, content: { Statement } };
}

const by = (...Callers: NonNullable<RequestLike["Callers"]>): RequestLike => ({ Callers });
const having = (operator: string, key: string, ...values: string[]) => ({
  Condition: { [operator]: { [key]: values } },
});

const found = (session: string) => `arn:aws:iam::444455556666:role/example ${session}`;

/** Who is found, with the session, or why nobody knows, or "none". */
function caller(...where: RequestLike[]): string | readonly string[] {
  const answer = decide({ grantedBy: [policy({})], where });
  switch (answer.answer) {
    case "found":
      return [answer.request.caller.name, answer.request.caller.session ?? []].flat().join(" ");
    case "undecided":
      return answer.because;
    default:
      return answer.answer;
  }
}

const account = "210987654321";

describe("caller-keys", () => {
  const examples: readonly [RequestLike, string][] = [
    [
      having("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/app-*"),
      "arn:aws:iam::444455556666:role/app-example session",
    ],
    [
      having("ArnLike", "aws:PrincipalArn", `arn:aws:iam::${account}:user/team/a?`),
      `arn:aws:iam::${account}:user/team/ax`,
    ],
    [
      having("ArnLike", "aws:PrincipalArn", `arn:*:*::${account}:role/a`),
      `arn:aws:iam::${account}:role/a session`,
    ],
    [
      having("ArnEquals", "aws:PrincipalArn", `arn:aws:sts::${account}:federated-user/bob`),
      `arn:aws:sts::${account}:federated-user/bob`,
    ],
    [
      having("StringEquals", "aws:PrincipalAccount", account),
      `arn:aws:iam::${account}:role/example session`,
    ],
  ];
  for (const [like, name] of examples) {
    it(`finds a caller that looks like one: ${JSON.stringify(like.Condition)}`, () => {
      assert.equal(caller(like), name);
    });
  }

  const unknown: readonly [RequestLike, "service" | "identity" | "federated-user", string][] = [
    [
      having("StringEquals", "aws:PrincipalAccount", account),
      "service",
      `has the account ${account}`,
    ],
    [
      having("StringEquals", "aws:PrincipalAccount", account),
      "identity",
      `has the account ${account}`,
    ],
    [
      having("ArnLike", "aws:PrincipalArn", `arn:aws:iam::${account}:role/*`),
      "service",
      `has the aws:PrincipalArn arn:aws:iam::${account}:role/*`,
    ],
    [having("StringEquals", "aws:userid", "x:y"), "service", "has the aws:userid x:y"],
    [having("StringEquals", "aws:PrincipalType", "User"), "service", "is of the type User"],
    [having("StringEquals", "aws:PrincipalType", "User"), "identity", "is of the type User"],
  ];
  for (const [like, kind, what] of unknown) {
    it(`does not know of a caller of the kind ${kind} whether it ${what}`, () => {
      assert.deepEqual(caller(like, by(kind)), [
        `Not understood: whether a caller that is no principal of an account ${what}.`,
      ]);
    });
  }

  it("keeps apart what it does not know by value and by comparison", () => {
    const key = "aws:PrincipalAccount";
    const answer = (allow: object, deny: object) =>
      decide({ grantedBy: [policy(allow, { Effect: "Deny", ...deny })], where: [by("service")] })
        .answer;
    const [one, other] = [account, "123456789012"];
    assert.equal(
      answer(having("StringEquals", key, one), having("StringEquals", key, one)),
      "none",
    );
    assert.equal(
      answer(having("StringEquals", key, one), having("StringEquals", key, other)),
      "undecided",
    );
    assert.equal(
      answer(having("StringEquals", key, "*"), having("StringLike", key, "*")),
      "undecided",
    );
  });

  it("has the name of a user without its path, and of nobody else", () => {
    const team = having("StringEquals", "aws:PrincipalArn", `arn:aws:iam::${account}:user/team/a`);
    const named = (operator: string, name: string) => having(operator, "aws:username", name);
    assert.equal(caller(team, named("StringLike", "?")), `arn:aws:iam::${account}:user/team/a`);
    assert.equal(caller(team, named("StringLike", "te*")), "none");
    assert.equal(caller(named("StringEquals", "root"), by("root")), "none");
  });

  it("has the id that fits the kind of the caller", () => {
    const has = (id: string, operator = "StringLike") => having(operator, "aws:userid", id);
    const kinds = ["anonymous", "root", "user", "role", "federated-user"] as const;
    const holders = (id: string) => kinds.filter((kind) => caller(has(id), by(kind)) !== "none");
    assert.deepEqual(holders("anonymous"), ["anonymous"]);
    assert.deepEqual(holders(account), ["root"]);
    assert.deepEqual(holders(`${account}:bob`), ["federated-user"]);
    assert.deepEqual(holders("AIDAEXAMPLE"), ["user"]);
    assert.deepEqual(holders("AROAEXAMPLE"), []);
    assert.deepEqual(holders("AROAEXAMPLE:one"), ["role"]);
    assert.deepEqual(holders("AIDAEXAMPLE:one"), []);
    assert.deepEqual(holders("*:*"), ["role", "federated-user"]);
    assert.deepEqual(holders("*:one"), ["role", "federated-user"]);
    assert.deepEqual(holders("A*"), ["user", "role"]);
    assert.deepEqual(holders("*"), kinds);
    assert.equal(caller(has("AROAEXAMPLE:one", "StringEquals"), by("role")), found("one"));
  });

  it("has the name of the session in the id of a role, and in its ARN", () => {
    const app = { Principal: { AWS: `arn:aws:sts::${account}:assumed-role/app/one` } };
    const id = (session: string) => having("StringLike", "aws:userid", `AROA*:${session}`);
    assert.equal(caller(app, id("one")), `arn:aws:iam::${account}:role/app one`);
    assert.equal(caller(app, id("two")), "none");
  });

  it("takes the key of a caller that has none for absent", () => {
    const role = (operator: string) =>
      caller(having(operator, "aws:username", "alice"), by("role"));
    const anybody = found("session");
    assert.equal(role("StringEquals"), "none");
    assert.equal(role("StringNotEquals"), anybody);
    assert.equal(role("StringEqualsIfExists"), anybody);
    assert.equal(role("ForAllValues:StringEquals"), anybody);
    assert.equal(role("ForAnyValue:StringEquals"), "none");
    assert.equal(role("ForAnyValue:StringNotEquals"), "none");
    assert.deepEqual(role("ForAnyValue:StringEqualsIfExists"), [
      "Not understood: ForAnyValue with IfExists, of a key that is absent.",
    ]);
  });
});
