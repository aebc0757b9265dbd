// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide } from "../../../policies/access";
import { readDocument } from "../../../policies/access/documents";
import { evaluate } from "../../../policies/access/evaluation";
import {
  type Answer,
  federated,
  members,
  NOT_PRINCIPALS,
  PRINCIPALS,
  role,
  root,
  session,
  strangers,
  user,
} from "../../support/access/named-callers";
import { caller, exactly } from "../../support/access/pinned";

const none = ["no", "no", "no", "no"] as const;

function documentOf(element: "Principal" | "NotPrincipal", value: unknown): Document {
  const statement = { Effect: "Allow", [element]: value, Action: "*", Resource: "*" };
  return { name: "policy", kind: "resource", content: { Statement: statement } };
}

function decided(document: Document, text: string): Answer {
  const answers = { found: "yes", none: "no", undecided: "?" } as const;
  return answers[decide({ grantedBy: [document], where: exactly(caller(text)) }).answer];
}

function evaluated(document: Document, text: string): Answer {
  const request = { caller: caller(text), action: "s3:GetObject", resource: "*", context: {} };
  const { allows } = evaluate(readDocument(document), request);
  return allows === undefined ? "?" : allows ? "yes" : "no";
}

describe("principals", () => {
  for (const [element, rows] of [
    ["Principal", PRINCIPALS],
    ["NotPrincipal", NOT_PRINCIPALS],
  ] as const) {
    for (const row of rows) {
      it(`${element} names ${row.shows}`, () => {
        const document = documentOf(element, row.element);
        const expected = [...row.members, ...(row.strangers ?? none)];
        const callers = [...members, ...strangers];
        assert.deepEqual(
          callers.map((text) => decided(document, text)),
          expected,
          "decided",
        );
        assert.deepEqual(
          callers.map((text) => evaluated(document, text)),
          expected,
          "evaluated",
        );
      });
    }
  }

  it("cannot tell whose a canonical user id is, only that it is an account's", () => {
    const document = documentOf("Principal", { CanonicalUser: "79a59df9" });
    assert.equal(decided(document, user), "yes");
    assert.equal(decided(document, "anonymous"), "no");
    assert.equal(decided(document, "service lambda.amazonaws.com"), "no");
    const others = { CanonicalUser: "852b113e" };
    const both = { grantedBy: [document], where: [{ Principal: others }] };
    assert.deepEqual(decide(both), { answer: "none" });
  });

  it("knows the users by which CloudFront reads buckets", () => {
    const name = "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE";
    const answer = decide({ grantedBy: [documentOf("Principal", { AWS: name })] });
    assert.equal(answer.answer, "found");
    assert.deepEqual(answer.answer === "found" && answer.request.caller, { kind: "user", name });
  });

  it("names what it does not understand", () => {
    const because = (element: "Principal" | "NotPrincipal", value: unknown, who = user) => {
      const answer = decide({
        grantedBy: [documentOf(element, value)],
        where: exactly(caller(who)),
      });
      return answer.answer === "undecided" ? answer.because : answer.answer;
    };
    assert.deepEqual(because("NotPrincipal", { AWS: "111122223333" }), [
      "Not understood: NotPrincipal that lists a caller in part.",
    ]);
    assert.deepEqual(because("Principal", { AWS: user }, federated), [
      `Not understood: whether a federated user acts for ${user}.`,
    ]);
  });

  it("keeps apart what it does not understand of different principals", () => {
    const answer = (element: "Principal" | "NotPrincipal", ...values: [object, object]) => {
      const [Allow, Deny] = values.map((value) => ({
        [element]: value,
        Action: "*",
        Resource: "*",
      }));
      const Statement = [
        { Effect: "Allow", ...Allow },
        { Effect: "Deny", ...Deny },
      ];
      const document: Document = { name: "policy", kind: "resource", content: { Statement } };
      return decide({ grantedBy: [document], where: exactly(caller(user)) }).answer;
    };
    assert.equal(answer("NotPrincipal", { AWS: root }, { AWS: user }), "undecided");
    assert.equal(answer("NotPrincipal", { AWS: root }, { AWS: root }), "none");
  });

  it("finds somebody of an account that nobody else is named by", () => {
    const found = (AWS: string) => {
      const answer = decide({ grantedBy: [documentOf("Principal", { AWS })] });
      return answer.answer === "found" ? answer.request.caller.name : answer.answer;
    };
    assert.equal(found("210987654321"), "arn:aws:iam::210987654321:role/example");
    assert.equal(found(session), "arn:aws:iam::111122223333:role/app");
    const { answer, ...rest } = decide({ grantedBy: [documentOf("Principal", { AWS: role })] });
    const { caller } = "request" in rest ? rest.request : {};
    assert.deepEqual([answer, caller], ["found", { kind: "role", name: role, session: "session" }]);
    assert.equal(
      found("arn:aws-us-gov:iam::210987654321:root"),
      "arn:aws-us-gov:iam::210987654321:role/example",
    );
  });

  it("names nobody by a session that has no name", () => {
    const document = documentOf("Principal", { AWS: session.replace("/one", "") });
    assert.deepEqual(decide({ grantedBy: [document] }), { answer: "none" });
  });
});
