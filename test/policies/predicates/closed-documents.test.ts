// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { check, type Document, notPublic, onBucket, tlsOnly } from "../../../policies/access";
import {
  deniesPlainHttp,
  namesEveryCaller,
  namesEveryNetwork,
} from "../../../policies/predicates/closed-documents";
import { onlyThroughNamedNetworks } from "../../../policies/rules/api/confinement";

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
const through = (value: string | string[], operator = "StringEquals", key = "AWS:sourceVpce") => ({
  Condition: { [operator]: { [key]: value } },
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
    ["a network", policy(through("vpc-1", "StringEquals", "aws:SourceVpc")), true],
    ["an account's", policy(through("vpc-1", "StringEquals", "aws:SourceVpcArn")), false],
    [
      "a tag that is called so",
      policy(through("vpc-1", "StringEquals", "aws:PrincipalTag/aws:SourceVpc")),
      false,
    ],
    ["an endpoint or something else", policy(through(["vpce-1", "any"])), false],
    ["what ends as an endpoint does", policy(through("my-vpce-1")), false],
    ["what begins as an endpoint does", policy(through("vpce-1*")), false],
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

  const arn = "arn:aws:s3:::class";
  const denied = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { "AWS:secureTransport": "false" } },
  };
  const denial = (changes: object = {}) => policy({ ...denied, ...changes });
  const tls = (value: string | string[], operator = "Bool", key = "aws:SecureTransport") => ({
    Condition: { [operator]: { [key]: value } },
  });
  const denials: [string, Document, boolean][] = [
    ["to everybody", denial(), true],
    [
      "to everybody, in a list, whatever is done",
      denial({ Principal: { AWS: ["*"] }, Action: ["*"] }),
      true,
    ],
    ["to everybody, as everything else", denial({ Condition: undefined }), true],
    ["to everybody, beside what it allows", policy(statement, denied), true],
    ["beside a statement that cannot be read", policy(denied, { Effect: "Some" }), false],
    ["or not", denial(tls(["false", "true"])), false],
    ["by a tag", denial(tls("false", "Bool", "aws:PrincipalTag/aws:SecureTransport")), false],
    ["by another key", denial(tls("false", "Bool", "aws:SecureTransportVersion")), false],
    ["for nothing that is in the bucket", denial({ Resource: arn }), false],
    ["for the bucket not", denial({ Resource: [`${arn}/*`] }), false],
    ["to one", denial({ Principal: { AWS: "111122223333" } }), false],
    ["to one service", denial({ Principal: { Service: "*" } }), false],
    ["to all but one", denial({ Principal: undefined, NotPrincipal: { AWS: "*" } }), false],
    ["for reading", denial({ Action: "s3:Get*" }), false],
    ["for all but everything", denial({ Action: undefined, NotAction: "s3:*" }), false],
    ["for other buckets", denial({ Resource: undefined, NotResource: [arn, `${arn}/*`] }), false],
    ["over TLS", denial(tls("true")), false],
    ["over anything", denial(tls("false", "BoolIfExists")), false],
    [
      "from a place",
      denial({
        Condition: {
          Bool: { "aws:SecureTransport": "false" },
          IpAddress: { "aws:SourceIp": "10.0.0.0/8" },
        },
      }),
      false,
    ],
    ["by allowing it", denial({ Effect: "Allow" }), false],
  ];
  for (const [how, document, expected] of denials) {
    it(`${expected ? "sees" : "does not claim"} that a document denies plain HTTP: ${how}`, () => {
      assert.equal(deniesPlainHttp(document, arn), expected);
      const property = tlsOnly({ documents: [document], among: onBucket(arn) });
      assert.ok(!expected || check(property).holds === true);
    });
  }

  it("claims nothing of a document that is none", () => {
    const document = { ...policy({}), content: "{" };
    assert.equal(namesEveryCaller(document), false);
    assert.equal(namesEveryNetwork(document), false);
    assert.equal(deniesPlainHttp(document, arn), false);
  });
});
