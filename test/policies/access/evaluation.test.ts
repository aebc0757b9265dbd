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

  it("does not know what AWS does not say", () => {
    const document = (members: object): Document => ({
      name: "policy",
      kind: "resource",
      content: {
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...members },
      },
    });
    const request = {
      caller: callerOf("service\nlambda.amazonaws.com"),
      action: "s3:GetObject",
      resource: "arn:aws:s3:::box/a:111122223333:b",
      context: { "aws:tagkeys": ["a"] },
    };
    for (const members of [
      { Condition: { StringEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:root" } } },
      { Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } } },
      { Condition: { Null: { "aws:PrincipalType": "true" } } },
      { Condition: { StringEquals: { "aws:TagKeys": "a" } } },
      { Condition: { StringEqualz: { "aws:SourceVpce": "vpce-1" } } },
      { Condition: { "ForAnyValue:StringEqualsIfExists": { "aws:SourceVpce": "vpce-1" } } },
      { Condition: { Null: { "aws:SourceVpce": ["true", "false"] } } },
      { Resource: "arn:aws:s3:*:111122223333:*" },
      { Resource: "box" },
      { NotResource: "box", Resource: undefined },
    ]) {
      assert.equal(
        evaluate(readDocument(document(members)), request).allows,
        undefined,
        JSON.stringify(members),
      );
    }
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
