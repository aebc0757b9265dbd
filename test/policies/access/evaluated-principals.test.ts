// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { isNamed, type OwnValues, ownValues } from "../../../policies/access/evaluated-principals";
import type { Principal } from "../../../policies/access/statements";
import { federated, role, root, session, user } from "../../support/access/named-callers";
import { caller } from "../../support/access/pinned";

const account = "111122223333";
const service = "service lambda.amazonaws.com";
const identity = "identity accounts.google.com";

function requestBy(text: string, canonicalUser?: string) {
  return {
    caller: caller(text),
    action: "s3:GetObject",
    resource: "*",
    context: {},
    ...(canonicalUser !== undefined && { canonicalUser }),
  };
}

function isNamedBy(type: Principal["type"], value: string, text: string, negated = false) {
  return isNamed({ negated, items: [{ type, value }] }, requestBy(text));
}

describe("evaluated-principals: what a caller's own keys hold", () => {
  const keys = [
    "aws:principalarn",
    "aws:principalaccount",
    "kms:calleraccount",
    "aws:principalisawsservice",
    "aws:principalservicename",
    "aws:username",
    "aws:principaltype",
  ];
  const team = user.replace("alice", "team/alice");
  const rows: readonly [string, readonly OwnValues[]][] = [
    ["anonymous", [[], ["anonymous"], ["anonymous"], [], [], [], ["Anonymous"]]],
    [root, [[root], [account], [account], ["false"], [], [], ["Account"]]],
    [team, [[team], [account], [account], ["false"], [], ["alice"], ["User"]]],
    [`${role} one`, [[role], [account], [account], ["false"], [], [], ["AssumedRole"]]],
    [federated, [[federated], [account], [account], ["false"], [], [], ["FederatedUser"]]],
    [service, [null, null, null, ["true"], ["lambda.amazonaws.com"], [], null]],
    [identity, [[], null, null, [], [], [], null]],
  ];
  for (const [text, values] of rows) {
    it(`knows, or knows that nobody knows, the values of ${text}`, () => {
      assert.deepEqual(
        keys.map((key) => ownValues(key, requestBy(text))),
        values,
      );
    });
  }

  it("leaves other keys to the request", () => {
    for (const key of ["aws:sourcevpce", "aws:PrincipalArn", "constructor"]) {
      assert.equal(ownValues(key, requestBy("anonymous")), undefined);
    }
  });
});

describe("evaluated-principals: whom a principal names", () => {
  const rows: readonly [Principal["type"], string, string, boolean | undefined][] = [
    ["AWS", "*", "anonymous", true],
    ["AWS", account, user, true],
    ["AWS", root, user, true],
    ["AWS", root.replace(":aws:", ":aws-cn:"), user, false],
    ["AWS", account, user.replace(":aws:", ":aws-cn:"), true],
    ["AWS", "123456789012", user, false],
    ["AWS", account, service, false],
    ["AWS", account, `identity arn:aws:iam::${account}:saml-provider/x`, false],
    ["AWS", "AROAEXAMPLE123456789", user, false],
    ["AWS", `${account}0`, user, undefined],
    ["AWS", user, user, true],
    ["AWS", user, federated, undefined],
    ["AWS", user, federated.replace("1111", "2222"), false],
    ["AWS", user.replace(":aws:", ":aws-cn:"), federated, false],
    ["AWS", role, federated, false],
    ["AWS", "arn:aws:iam::cloudfront:user/E1", "arn:aws:iam::cloudfront:user/E1", true],
    ["AWS", "arn:aws:iam::111122223333:user/a*", user, undefined],
    ["AWS", "arn:aws:iam::111122223333:user/alic?", user, undefined],
    ["AWS", "arn:aws:s3:::box", user, undefined],
    ["AWS", "arn:aws:iam::111122223333:user/", user, undefined],
    ["AWS", `x${user}`, user, undefined],
    ["AWS", role, `${role} one`, true],
    ["AWS", session, `${role} one`, true],
    ["AWS", session, `${role} two`, false],
    ["AWS", session, `${role}s one`, false],
    ["AWS", session.replace("1111", "2222"), `${role} one`, false],
    ["AWS", session.replace(":aws:", ":aws-cn:"), `${role} one`, false],
    ["AWS", session, user, false],
    ["AWS", session.replace(":sts:", ":iam:"), `${role} one`, undefined],
    ["Service", "lambda.amazonaws.com", service, true],
    ["Service", "sns.amazonaws.com", service, false],
    ["Service", "lambda.amazonaws.com", "identity lambda.amazonaws.com", false],
    ["Service", "*.amazonaws.com", service, undefined],
    ["Service", "lambda.amazonaws.co?", service, undefined],
    ["Service", "*", user, false],
    ["Federated", "accounts.google.com", identity, true],
    ["Federated", "accounts.google.com", "service accounts.google.com", false],
    ["Federated", "*", identity, undefined],
  ];
  for (const [type, value, text, expected] of rows) {
    it(`answers ${expected} for ${type} ${value} and ${text} as the caller`, () => {
      assert.equal(isNamedBy(type, value, text), expected);
    });
  }

  it("names a canonical user by the id of the request", () => {
    const named = (id?: string) =>
      isNamed(
        { negated: false, items: [{ type: "CanonicalUser", value: "79a59df9" }] },
        requestBy(user, id),
      );
    assert.deepEqual([named("79a59df9"), named("852b113e"), named()], [true, false, false]);
  });

  it("leaves out with NotPrincipal whom it names wholly, and perhaps whom it names in part", () => {
    const leaves = (text: string, ...values: string[]) =>
      isNamed(
        { negated: true, items: values.map((value) => ({ type: "AWS" as const, value })) },
        requestBy(text),
      );
    assert.equal(leaves(user, "*"), false);
    assert.equal(leaves(root, account), false);
    assert.equal(leaves(user, account), undefined);
    assert.equal(leaves(user, account, user), false);
    assert.equal(leaves(user, user), undefined);
    assert.equal(leaves(federated, account, federated), false);
    assert.equal(leaves(`${role} one`, account, role), undefined);
    assert.equal(leaves(`${role} one`, account, role, session), false);
    assert.equal(leaves(`${role} one`, role, session), undefined);
    assert.equal(leaves(`${role} one`, account, session), undefined);
    assert.equal(leaves("anonymous", account), true);
    assert.equal(leaves(user, "arn:aws:iam::111122223333:user/a*"), undefined);
    assert.equal(isNamedBy("Service", "lambda.amazonaws.com", service, true), false);
    assert.equal(isNamedBy("Federated", "accounts.google.com", identity, true), false);
    assert.equal(isNamedBy("Service", "*", service, true), undefined);
  });
});
