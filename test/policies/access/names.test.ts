// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Document } from "../../../policies/access";
import { namedCallers, namedSources } from "../../../policies/access/names";

const account = "111122223333";
const role = `arn:aws:iam::${account}:role/app`;

function policy(...statements: object[]): Document {
  const Statement = statements.map((members) => ({
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    ...members,
  }));
  return { name: "policy", kind: "resource", content: { Statement } };
}

const condition = (operator: string, key: string, ...values: string[]) => ({
  Condition: { [operator]: { [key]: values } },
});

function sourcesIn(operator: string, key: string, ...values: string[]) {
  return namedSources([policy(condition(operator, key, ...values))]);
}

describe("names: sources", () => {
  it("takes a whole text for a name, and a wildcard for none where an operator has wildcards", () => {
    const endpoints = ["vpce-1", "vpce-*"];
    const key = "aws:SourceVpce";
    assert.deepEqual(sourcesIn("StringLike", key, ...endpoints), [
      condition("StringEquals", key, "vpce-1"),
    ]);
    assert.deepEqual(sourcesIn("StringEquals", key, ...endpoints), [
      condition("StringEquals", key, ...endpoints),
    ]);
    assert.deepEqual(sourcesIn("StringLike", key, "vpce-*"), []);
  });

  it("takes the id of an organization for a name, whatever its path", () => {
    const paths = ["o-1/r-1/*", "o-2", "o-*/r-1/*", "*/r-1", "o-?"];
    assert.deepEqual(sourcesIn("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", ...paths), [
      condition("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-1/*", "o-2/*"),
    ]);
  });

  it("takes an ARN for its account's, or for a name where it has none", () => {
    const arns = [`arn:aws:sns:*:${account}:*`, "arn:aws:s3:::box", "arn:aws:s3:::box-*", "*"];
    assert.deepEqual(sourcesIn("ArnLike", "aws:SourceArn", ...arns), [
      condition("ArnLike", "aws:SourceArn", `arn:*:*:*:${account}:*`, "arn:aws:s3:::box"),
    ]);
    assert.deepEqual(sourcesIn("ArnLike", "aws:SourceArn", "arn:aws:s3:::box-*"), []);
  });

  it("takes blocks for names that can be read and leave somebody out", () => {
    const blocks = (...values: string[]) => sourcesIn("IpAddress", "aws:SourceIp", ...values);
    const named = (...values: string[]) => [condition("IpAddress", "aws:SourceIp", ...values)];
    assert.deepEqual(blocks("10.0.0.0/8", "192.0.2.1"), named("10.0.0.0/8", "192.0.2.1"));
    assert.deepEqual(blocks("10.0.0.0/8", "0.0.0.0/0"), []);
    assert.deepEqual(blocks("10.0.0.0/8", "somewhere"), []);
  });

  it("ignores the case of keys, and finds nothing in a document that cannot be read", () => {
    const document = policy(condition("StringEquals", "AWS:sourceACCOUNT", account));
    const named = condition("StringEquals", "aws:SourceAccount", account);
    assert.deepEqual(namedSources([document]), [named]);
    assert.deepEqual(namedSources([{ ...document, content: "{" }]), []);
    assert.deepEqual(namedSources([policy({}), document]), [named]);
  });
});

describe("names: callers", () => {
  const callers = (...statements: object[]) => namedCallers([policy(...statements)]);

  it("takes principals and their accounts", () => {
    assert.deepEqual(callers({ Principal: { AWS: [role, "123456789012"] } }), [
      { Principal: { AWS: [account, "123456789012", role] } },
    ]);
    const cloudfront = "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1";
    assert.deepEqual(callers({ Principal: { AWS: [cloudfront, "AROAEXAMPLE123456789"] } }), [
      { Principal: { AWS: [cloudfront, "AROAEXAMPLE123456789"] } },
    ]);
  });

  it("takes accounts that conditions name, and no caller without an account", () => {
    const accounts = (operator: string, key: string, ...values: string[]) =>
      callers(condition(operator, key, ...values));
    assert.deepEqual(accounts("StringEquals", "aws:PrincipalAccount", account, "anonymous"), [
      { Principal: { AWS: [account] } },
    ]);
    assert.deepEqual(accounts("StringLike", "kms:CallerAccount", "1111*"), []);
    assert.deepEqual(
      accounts("ArnLike", "aws:PrincipalArn", `arn:aws:iam::${account}:role/*`, "arn:aws:iam::*:*"),
      [{ Principal: { AWS: [account] } }],
    );
  });

  it("takes canonical users, but no pattern, service or identity provider", () => {
    assert.deepEqual(callers({ Principal: { CanonicalUser: ["79a59df9", "*"] } }), [
      { Principal: { CanonicalUser: ["79a59df9"] } },
    ]);
    assert.deepEqual(callers({}), []);
    assert.deepEqual(
      callers({ Principal: { Service: "sns.amazonaws.com", Federated: "accounts.google.com" } }),
      [],
    );
  });

  it("finds nobody in the policy of an identity, which names none", () => {
    const Statement = { Effect: "Allow", Action: "*", Resource: "*" };
    assert.deepEqual(namedCallers([{ name: "p", kind: "identity", content: { Statement } }]), []);
  });
});
