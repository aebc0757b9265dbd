// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { check, type Document } from "../../../../policies/access";
import {
  onlyForNamedCallers,
  onlyThroughNamedNetworks,
} from "../../../../policies/rules/api/confinement";

const endpoint = { "aws:SourceVpce": "vpce-0123456789abcdef0" };
const allow = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:role/backend" },
  Action: "execute-api:Invoke",
  Resource: "*",
};
const deny = { ...allow, Effect: "Deny", Principal: "*" };

function policy(...Statement: object[]): Document {
  return { name: "policy", kind: "resource", content: { Version: "2012-10-17", Statement } };
}

describe("confinement", () => {
  const networks: [string, Document, boolean][] = [
    ["an endpoint is asked for", policy({ ...allow, Condition: { StringEquals: endpoint } }), true],
    [
      "a network is asked for",
      policy({ ...allow, Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }),
      true,
    ],
    [
      "other endpoints are denied",
      policy(allow, { ...deny, Condition: { StringNotEquals: endpoint } }),
      true,
    ],
    ["no network is asked for", policy(allow), false],
    [
      "any endpoint is accepted",
      policy({ ...allow, Condition: { StringLike: { "aws:SourceVpce": "vpce-*" } } }),
      false,
    ],
    [
      "another statement allows calls from everywhere",
      policy({ ...allow, Condition: { StringEquals: endpoint } }, allow),
      false,
    ],
    [
      "a missing endpoint is accepted too",
      policy({ ...allow, Condition: { StringEqualsIfExists: endpoint } }),
      false,
    ],
  ];
  for (const [shape, document, expected] of networks) {
    it(`${expected ? "holds" : "fails"} for networks where ${shape}`, () =>
      assert.equal(check(onlyThroughNamedNetworks(document)).holds, expected));
  }

  const everyone = { ...allow, Principal: "*" };
  const callers: [string, Document, boolean][] = [
    ["a role is named", policy(allow), true],
    ["an account is named", policy({ ...allow, Principal: { AWS: "111122223333" } }), true],
    [
      "an organization is named",
      policy({ ...everyone, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      true,
    ],
    [
      "a service is named, which another rule judges",
      policy({ ...allow, Principal: { Service: "events.amazonaws.com" } }),
      true,
    ],
    ["everyone may call", policy(everyone), false],
    [
      "everyone may call through an endpoint",
      policy({ ...everyone, Condition: { StringEquals: endpoint } }),
      false,
    ],
    [
      "every AWS principal may call",
      policy({ ...everyone, Principal: { AWS: ["*"] }, Condition: { StringEquals: endpoint } }),
      false,
    ],
  ];
  for (const [shape, document, expected] of callers) {
    it(`${expected ? "holds" : "fails"} for callers where ${shape}`, () =>
      assert.equal(check(onlyForNamedCallers(document)).holds, expected));
  }
});
