// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Request } from "../../../policies/access";
import { callerOf } from "../../../policies/access/callers";
import { type Document, readDocument } from "../../../policies/access/documents";
import { evaluate } from "../../../policies/access/evaluation";
import { attributeOf } from "../../../policies/access/keys";
import { BOUNDARIES, type Boundary } from "../../support/access/boundaries";
import { questionOf } from "../../support/access/boundary-questions";
import { CONDITIONS } from "../../support/access/evaluated-conditions";
import { variable } from "../../support/access/policy-variables";
import { RandomNumbers } from "../../support/access/random-numbers";
import { RandomQuestions } from "../../support/access/random-questions";
import { RandomRequests } from "../../support/access/random-requests";
import { isFit, isGranted, simulated } from "../../support/access/simulator";

const SEED = 20261124;
const DOCUMENTS = Number(process.env.SIMULATED_DOCUMENTS ?? 200);

function evaluated(boundary: Boundary): boolean | undefined {
  const [document] = questionOf(boundary).grantedBy ?? [];
  const request = {
    caller: callerOf("arn:aws:iam::111122223333:role/app\none"),
    action: "s3:GetObject",
    resource: "*",
    context: { [attributeOf(boundary.key)]: boundary.given },
  };
  return evaluate(readDocument(document as Document), request).allows;
}

/** Requests that we understand and the simulator may be asked; refusals are many and alike, so most are left out. */
function worthwhile(
  document: Document,
  requests: RandomRequests,
  random: RandomNumbers,
): readonly Request[] {
  const read = readDocument(document);
  return Array.from({ length: 40 }, () => simulated(requests.request())).filter((request) => {
    const { allows, denies } = evaluate(read, request);
    const isKnown = allows !== undefined && denies !== undefined;
    return isKnown && (allows || denies || random.chance(0.05)) && isFit(document, request);
  });
}

describe("evaluation", () => {
  it("draws the bounds of every operator where the tables say", () => {
    const wrong = BOUNDARIES.filter((row) =>
      row.given.every((value) => !/^\d{10}$/.test(value)),
    ).filter((row) => evaluated(row) !== row.holds);
    assert.deepEqual(wrong, []);
  });

  it("agrees with a simulator of other people on random documents and requests", async () => {
    const random = new RandomNumbers(SEED);
    const questions = new RandomQuestions(random);
    const requests = new RandomRequests(random);
    const compared = { granted: 0, refused: 0 };
    for (let count = 0; count < DOCUMENTS; count += 1) {
      const document = questions.document(0);
      const read = readDocument(document);
      for (const request of worthwhile(document, requests, random)) {
        const { allows, denies } = evaluate(read, request);
        const granted = allows === true && !denies;
        const message = JSON.stringify({ document, request });
        assert.equal(granted, await isGranted(document, request), message);
        compared[granted ? "granted" : "refused"] += 1;
      }
    }
    assert.ok(
      Math.min(compared.granted, compared.refused) > DOCUMENTS / 20,
      JSON.stringify(compared),
    );
  });

  it("lets nobody without an account hold an identity's policy", () => {
    const content = { Statement: { Effect: "Allow", Action: "*", Resource: "*" } };
    const allowed = (caller: string, kind: Document["kind"]) => {
      const request = {
        caller: callerOf(caller),
        action: "s3:GetObject",
        resource: "*",
        context: {},
      };
      const document = { name: "policy", kind, content };
      return evaluate(readDocument(document), request).allows;
    };
    for (const caller of ["anonymous", "service\nsns.amazonaws.com", "identity\nexample.com"]) {
      assert.equal(allowed(caller, "identity"), false, caller);
    }
    assert.equal(allowed("arn:aws:iam::111122223333:user/a", "identity"), true);
  });

  it("names the statements that match", () => {
    const statement = { Principal: "*", Action: "*", Resource: "*" };
    const content = {
      Statement: [
        { Sid: "A", Effect: "Allow", ...statement },
        { Effect: "Allow", ...statement, Action: "sqs:*" },
        { Sid: "D", Effect: "Deny", ...statement },
      ],
    };
    const request = {
      caller: callerOf("anonymous"),
      action: "s3:GetObject",
      resource: "*",
      context: {},
    };
    assert.deepEqual(evaluate(readDocument({ name: "p", kind: "resource", content }), request), {
      allows: true,
      denies: true,
      allowedBy: ['"A"'],
      deniedBy: ['"D"'],
    });
  });
});

describe("evaluation: of one statement", () => {
  const arn = "arn:aws:s3:::box/a:111122223333:b";

  function truth(
    members: object,
    context: Request["context"] = {},
    Version = "2012-10-17",
  ): boolean | undefined {
    const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...members };
    const content = { Version, Statement: statement };
    const caller = callerOf("service\nlambda.amazonaws.com");
    const request = { caller, action: "s3:GetObject", resource: arn, context };
    return evaluate(readDocument({ name: "policy", kind: "resource", content }), request).allows;
  }

  const name = variable("aws:username");
  const elements: readonly [object, boolean | undefined][] = [
    [{ Action: "S3:get*" }, true],
    [{ Action: "s3:Put*" }, false],
    [{ Action: undefined, NotAction: "s3:Get*" }, false],
    [{ Resource: "**" }, true],
    [{ Resource: "arn:aws:s3:::box/*" }, true],
    [{ Resource: "arn:aws:s3:::Box/*" }, false],
    [{ Resource: `arn:aws:s3:::box/${name}` }, false],
    [{ NotResource: `arn:aws:s3:::box/${name}`, Resource: undefined }, true],
    [{ Resource: `arn:aws:s3:::box/${variable("username")}` }, undefined],
    [{ Resource: `arn:aws:s3:::bag/${variable("username")}` }, false],
    [{ Resource: `arn:aws:s3:::box/${variable("aws:username, 'a'")}:111122223333:b` }, true],
    [{ Resource: ["arn:aws:s3:::box/*", `arn:aws:s3:::box/${name}`] }, true],
    [{ Resource: "arn:aws:s3:*:111122223333:*" }, undefined],
    [{ Resource: "arn:aws:sqs:*:111122223333:*" }, false],
    [{ Resource: "arn:aws:s3*" }, undefined],
    [{ Resource: "arn:aws:sqs*" }, false],
    [{ Resource: "box" }, undefined],
    [{ NotResource: "box", Resource: undefined }, undefined],
    [{ NotResource: "arn:aws:s3:::box/*", Resource: undefined }, false],
    [{ Principal: { Service: "lambda.amazonaws.com" } }, true],
    [{ Principal: { AWS: "111122223333" } }, false],
    [{ Condition: { StringEquals: { "aws:PrincipalArn": arn } } }, undefined],
    [{ Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } } }, undefined],
    [{ Condition: { Null: { "aws:PrincipalType": "true" } } }, undefined],
    [{ Condition: { StringEquals: { "aws:PrincipalServiceName": "lambda.amazonaws.com" } } }, true],
    [{ Condition: { StringEquals: { "aws:username": "a" } } }, false],
  ];
  for (const [members, expected] of elements) {
    it(`answers ${expected} to ${JSON.stringify(members)}`, () => {
      assert.equal(truth(members), expected);
    });
  }

  it("takes variables of the old version for the texts that they are", () => {
    assert.equal(truth({ Resource: `arn:aws:s3:::box/${name}` }, {}, "2008-10-17"), false);
    const Condition = { StringEquals: { "x:y": name } };
    assert.equal(truth({ Condition }, { "x:y": [name] }, "2008-10-17"), true);
    assert.equal(truth({ Condition }, { "x:y": [name] }), false);
    const either = { Condition: { StringEquals: { "x:y": ["a", name] } } };
    assert.equal(truth(either, { "x:y": ["a"] }), true);
    const not = { Condition: { StringNotEquals: { "x:y": name } } };
    assert.equal(truth(not, { "x:y": ["a"] }), true);
    const star = { Condition: { StringEquals: { "x:y": variable("*") } } };
    assert.equal(truth(star, { "x:y": ["*"] }), true);
    assert.equal(truth(star, { "x:y": ["*"] }, "2008-10-17"), false);
  });

  for (const row of CONDITIONS) {
    it(`answers ${row.holds} to ${JSON.stringify(row)}`, () => {
      const Condition = { [row.operator]: { [row.key ?? "x:y"]: row.values } };
      const context = { [attributeOf(row.key ?? "x:y")]: row.given };
      assert.equal(truth({ Condition }, row.given.length === 0 ? {} : context), row.holds);
    });
  }
});
