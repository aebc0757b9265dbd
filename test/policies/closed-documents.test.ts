// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { check, type Document, notPublic } from "../../policies/access";
import { namesEveryCaller, namesEveryNetwork } from "../../policies/closed-documents";
import { onlyThroughNamedNetworks } from "../../policies/tokens/confinement";

const statement = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/backend" },
  Action: "execute-api:Invoke",
  Resource: "*",
};
const policy = (...statements: object[]): Document => ({
  name: "policy",
  kind: "resource",
  content: {
    Version: "2012-10-17",
    Statement: statements.map((more) => ({ ...statement, ...more })),
  },
});
const deny = { Effect: "Deny", Principal: "*" };
const through = (value: string | string[], operator = "StringEquals") => ({
  Condition: { [operator]: { "AWS:sourceVpce": value } },
});

describe("closed-documents", () => {
  const callers: [string, Document, boolean][] = [
    ["a role", policy({}), true],
    [
      "an account and a service",
      policy({ Principal: { AWS: "111122223333", Service: "s" } }),
      true,
    ],
    ["a role, and nobody at all", policy({}, deny), true],
    ["everyone", policy({}, { Principal: "*" }), false],
    ["everyone in a list", policy({ Principal: { AWS: ["111122223333", "*"] } }), false],
    ["everyone but one", policy({ Principal: undefined, NotPrincipal: { AWS: "1" } }), false],
    [
      "whom a provider signed in",
      policy({ Principal: { Federated: "accounts.google.com" } }),
      false,
    ],
  ];
  for (const [who, document, expected] of callers) {
    it(`${expected ? "sees" : "does not claim"} that a document names every caller: ${who}`, () => {
      assert.equal(namesEveryCaller(document), expected);
      // What is seen at a glance is what the question answers.
      assert.ok(!expected || check(notPublic({ documents: [document] })).holds === true);
    });
  }

  const networks: [string, Document, boolean][] = [
    ["an endpoint", policy(through("vpce-0123456789abcdef0")), true],
    ["several", policy(through(["vpce-1", "vpce-2"])), true],
    ["an endpoint, and nobody at all", policy(through("vpce-1"), deny), true],
    ["none", policy({}), false],
    ["an endpoint, or none", policy(through("vpce-1", "StringEqualsIfExists")), false],
    ["any endpoint", policy(through("vpce-*", "StringLike")), false],
    ["one of two statements", policy(through("vpce-1"), {}), false],
  ];
  for (const [which, document, expected] of networks) {
    it(`${expected ? "sees" : "does not claim"} that a document names every network: ${which}`, () => {
      assert.equal(namesEveryNetwork(document), expected);
      assert.ok(!expected || check(onlyThroughNamedNetworks(document)).holds === true);
    });
  }

  it("claims nothing of a document that is none", () => {
    const document = { ...policy({}), content: "{" };
    assert.equal(namesEveryCaller(document), false);
    assert.equal(namesEveryNetwork(document), false);
  });
});
