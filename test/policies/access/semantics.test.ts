// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide } from "../../../policies/access";
import { variable } from "../../support/access/policy-variables";

function policy(...statements: object[]): Document {
  const Statement = statements.map((members) => ({
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    ...members,
  }));
  return { name: "policy", kind: "resource", content: { Version: "2012-10-17", Statement } };
}

let services = 0;

/** A service that nothing was asked about before, since the formulas of actions are cached. */
function newService(): string {
  services += 1;
  return `service${services}`;
}

function answer(...statements: object[]): string {
  return decide({ grantedBy: [policy(...statements)] }).answer;
}

describe("semantics", () => {
  it("compares actions in any case, with wildcards", () => {
    const found = (Action: string, where: string) => {
      const asked = decide({ grantedBy: [policy({ Action })], where: [{ Action: where }] });
      return asked.answer === "found" ? asked.request.action : asked.answer;
    };
    const [one, other] = [newService(), newService()];
    assert.equal(found(`${one}:Get*`, "*"), `${one}:Getexample`);
    assert.equal(found(`${one}:Ge?Object`, `${one}:GetObject`), `${one}:GetObject`);
    assert.equal(
      found(`${one}:G*t*`, `${one.toUpperCase()}:getobject`),
      `${one.toUpperCase()}:getobject`,
    );
    assert.equal(found(`${one}:Get*`, `${one}:Put*`), "none");
    assert.equal(found(`${one}:GetObject`, `${other}:GetObject`), "none");
  });

  it("reads no escape in an action, since AWS has them in resources and conditions only", () => {
    const Action = `${newService()}:Get${variable("*")}`;
    const answer = decide({ grantedBy: [policy({ Action })] });
    assert.equal(
      answer.answer === "found" && answer.request.action,
      Action.replace("*", "example"),
    );
  });

  it("means the same by an action however often it is asked", () => {
    const Action = `${newService()}:GetObject`;
    for (const expected of ["none", "none"]) {
      assert.equal(answer({ Action }, { Effect: "Deny", Action }), expected);
    }
  });

  it("keeps apart what it does not understand of different resources", () => {
    const home = (bucket: string) => `arn:aws:s3:::${bucket}/${variable("aws:username")}/*`;
    const deny = (Resource: string) => ({ Effect: "Deny", Resource });
    const odd = (bucket: string) => `arn:aws:s3:::${bucket}/${variable("username")}/*`;
    assert.equal(answer({ Resource: home("box") }, deny(home("box"))), "none");
    assert.equal(answer({ Resource: home("box") }, deny(home("bag"))), "found");
    assert.equal(answer({ Resource: odd("b?x") }, deny(odd("b?x"))), "none");
    assert.equal(answer({ Resource: odd("b?x") }, deny(odd("*"))), "undecided");
  });

  it("takes a denial for no grant, and no grant for no denial", () => {
    assert.equal(answer({ Effect: "Deny", Action: "s3:*" }), "none");
    const notDeniedBy = [policy({ Action: "s3:*" })];
    assert.equal(decide({ notDeniedBy, where: [{ Action: "sqs:*" }] }).answer, "found");
  });
});
