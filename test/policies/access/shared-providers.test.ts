// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { check, type Document, notOpenToSharedProviders } from "../../../policies/access";

const github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
const host = "token.actions.githubusercontent.com";

function trusting(...statements: object[]): Document {
  const Statement = statements.map((members) => ({
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    ...members,
  }));
  return { name: "trust policy", kind: "trust", content: { Version: "2012-10-17", Statement } };
}

function trust(Federated: string, Condition?: object): Document {
  return trusting({ Principal: { Federated }, ...(Condition && { Condition }) });
}

function isClosed(Federated: string, Condition?: object): boolean | undefined {
  return check(notOpenToSharedProviders({ documents: [trust(Federated, Condition)] })).holds;
}

describe("shared-providers", () => {
  it("finds a role that trusts everybody's provider without saying whose users", () => {
    assert.equal(isClosed(github), false);
    assert.equal(
      isClosed(github, { StringEquals: { [`${host}:aud`]: "sts.amazonaws.com" } }),
      false,
    );
    assert.equal(isClosed(github, { StringLike: { [`${host}:sub`]: "repo:*" } }), false);
    assert.equal(isClosed(github, { StringLike: { [`${host}:sub`]: "repo:agora*" } }), false);
    assert.equal(isClosed("accounts.google.com"), false);
  });

  it("lets a condition pin the users", () => {
    assert.equal(isClosed(github, { StringLike: { [`${host}:sub`]: "repo:agora/*" } }), true);
    assert.equal(
      isClosed(github, { StringEquals: { [`${host}:sub`]: "repo:agora/x:ref:refs/heads/main" } }),
      true,
    );
    assert.equal(
      isClosed(github, { StringEquals: { [`${host}:repository_owner`]: "agora" } }),
      true,
    );
    assert.equal(
      isClosed("accounts.google.com", { StringEquals: { "accounts.google.com:aud": "1234" } }),
      true,
    );
  });

  it("leaves providers alone that have one customer", () => {
    assert.equal(isClosed("arn:aws:iam::111122223333:saml-provider/corp"), true);
    assert.equal(
      isClosed("arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/AB"),
      true,
    );
  });

  it("takes the name of an owner before a wildcard for whole up to its last slash", () => {
    const sub = (value: string) => ({ StringLike: { [`${host}:sub`]: value } });
    assert.equal(isClosed(github, sub("repo:agora/classroom:ref:*")), true);
    assert.equal(isClosed(github, sub("repo:agora/class*/x")), true);
    assert.equal(isClosed(github, sub("repo:?gora/*")), false);
    assert.equal(isClosed(github, sub("*/classroom:*")), false);
  });

  it("asks for those who sign in with the provider, whoever else is trusted", () => {
    const pinned = { StringEquals: { [`${host}:sub`]: "repo:agora/classroom" } };
    const provider = { Principal: { Federated: github }, Condition: pinned };
    const documents = [trusting(provider, { Principal: { AWS: "111122223333" } })];
    assert.equal(check(notOpenToSharedProviders({ documents })).holds, true);
  });

  it("asks once for each provider that is such, and nothing where there is none", () => {
    const asked = (...documents: Document[]) => notOpenToSharedProviders({ documents }).asks.length;
    const google = { Principal: { Federated: "accounts.google.com" } };
    assert.equal(asked(trusting(google, google), trust("accounts.google.com")), 1);
    assert.equal(asked(trusting(google, { Principal: { Federated: github } })), 2);
    assert.equal(asked(trusting({ Principal: { Service: "cognito-identity.amazonaws.com" } })), 0);
    const identity = { Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" };
    assert.equal(asked({ name: "p", kind: "identity", content: { Statement: identity } }), 0);
  });

  it("says who gets in", () => {
    const { answer } = check(notOpenToSharedProviders({ documents: [trust(github)] }));
    assert.match(
      answer.answer === "found" ? answer.sentence : "",
      new RegExp(
        /^somebody whom /.source +
          /arn:aws:iam::111122223333:oidc-provider\/token\.actions\.githubusercontent\.com /
            .source +
          /signed in does sts:AssumeRoleWithWebIdentity on \S+: allowed by statement 1 /.source +
          /of the trust policy, denied by none$/.source,
      ),
    );
  });
});
