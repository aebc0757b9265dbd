// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type Document, decide } from "../../../policies/access";
import { readDocument } from "../../../policies/access/documents";
import { evaluate } from "../../../policies/access/evaluation";
import { caller, exactly } from "../../support/access/pinned";

const user = "arn:aws:iam::111122223333:user/alice";
const role = "arn:aws:iam::111122223333:role/path/app";
const federated = "arn:aws:sts::111122223333:federated-user/bob";
const session = "arn:aws:sts::111122223333:assumed-role/app/one";
const root = "arn:aws:iam::111122223333:root";

/** Callers of account 111122223333, in the order of the rows below. */
const members = [root, user, `${role} one`, `${role} two`, federated];
const strangers = [
  "anonymous",
  "arn:aws:iam::123456789012:role/path/app one",
  "service lambda.amazonaws.com",
  "identity accounts.google.com",
];

type Answer = "yes" | "no" | "?";

interface Row {
  readonly shows: string;
  readonly element: object | "*";
  /** Of each member, then of all strangers. */
  readonly members: readonly [Answer, Answer, Answer, Answer, Answer];
  readonly strangers?: readonly [Answer, Answer, Answer, Answer];
}

const nobody = ["no", "no", "no", "no", "no"] as const;
const everybody = ["yes", "yes", "yes", "yes", "yes"] as const;

const PRINCIPALS: readonly Row[] = [
  { shows: "everyone", element: "*", members: everybody, strangers: ["yes", "yes", "yes", "yes"] },
  {
    shows: "everyone, as AWS",
    element: { AWS: "*" },
    members: everybody,
    strangers: ["yes", "yes", "yes", "yes"],
  },
  {
    shows: "everyone, in a list",
    element: { AWS: [user, "*"] },
    members: everybody,
    strangers: ["yes", "yes", "yes", "yes"],
  },
  { shows: "an account by its number", element: { AWS: "111122223333" }, members: everybody },
  { shows: "an account by its root", element: { AWS: root }, members: everybody },
  {
    shows: "an account of another partition",
    element: { AWS: "arn:aws-cn:iam::111122223333:root" },
    members: nobody,
  },
  {
    shows: "a user, for whom a federated user may act",
    element: { AWS: user },
    members: ["no", "yes", "no", "no", "?"],
  },
  {
    shows: "a user of another name",
    element: {
      AWS: user.toUpperCase().replace("ARN:AWS:IAM", "arn:aws:iam").replace("USER", "user"),
    },
    members: ["no", "no", "no", "no", "?"],
  },
  {
    shows: "a role, whatever the session",
    element: { AWS: role },
    members: ["no", "no", "yes", "yes", "no"],
  },
  {
    shows: "a role without its path",
    element: { AWS: "arn:aws:iam::111122223333:role/app" },
    members: nobody,
  },
  {
    shows: "one session of a role, whatever its path",
    element: { AWS: session },
    members: ["no", "no", "yes", "no", "no"],
  },
  {
    shows: "a session of a role of another name",
    element: { AWS: session.replace("/app/", "/pp/") },
    members: nobody,
  },
  {
    shows: "a federated user",
    element: { AWS: federated },
    members: ["no", "no", "no", "no", "yes"],
  },
  {
    shows: "a principal that was deleted",
    element: { AWS: "AROAEXAMPLE123456789" },
    members: nobody,
  },
  {
    shows: "a pattern, which AWS does not have",
    element: { AWS: "arn:aws:iam::111122223333:user/*" },
    members: ["?", "?", "?", "?", "?"],
    strangers: ["no", "?", "no", "no"],
  },
  {
    shows: "no principal's ARN",
    element: { AWS: "arn:aws:s3:::bucket" },
    members: ["?", "?", "?", "?", "?"],
    strangers: ["no", "?", "no", "no"],
  },
  {
    shows: "a service",
    element: { Service: "lambda.amazonaws.com" },
    members: nobody,
    strangers: ["no", "no", "yes", "no"],
  },
  {
    shows: "a pattern of services",
    element: { Service: "*" },
    members: nobody,
    strangers: ["no", "no", "?", "no"],
  },
  {
    shows: "an identity provider",
    element: { Federated: ["accounts.google.com"] },
    members: nobody,
    strangers: ["no", "no", "no", "yes"],
  },
  {
    shows: "a service and a user",
    element: { Service: "lambda.amazonaws.com", AWS: user },
    members: ["no", "yes", "no", "no", "?"],
    strangers: ["no", "no", "yes", "no"],
  },
];

const all = ["yes", "yes", "yes", "yes"] as const;

const NOT_PRINCIPALS: readonly Row[] = [
  { shows: "everyone", element: "*", members: nobody },
  {
    shows: "an account, and of it the root for certain",
    element: { AWS: root },
    members: ["no", "?", "?", "?", "?"],
    strangers: all,
  },
  {
    shows: "an account by its number",
    element: { AWS: "111122223333" },
    members: ["no", "?", "?", "?", "?"],
    strangers: all,
  },
  {
    shows: "a user without the account",
    element: { AWS: user },
    members: ["yes", "?", "yes", "yes", "?"],
    strangers: all,
  },
  {
    shows: "a user and the account",
    element: { AWS: [user, root] },
    members: ["no", "no", "?", "?", "?"],
    strangers: all,
  },
  {
    shows: "a role and the account",
    element: { AWS: [role, root] },
    members: ["no", "?", "?", "?", "?"],
    strangers: all,
  },
  {
    shows: "a role, a session and the account",
    element: { AWS: [role, session, root] },
    members: ["no", "?", "no", "?", "?"],
    strangers: all,
  },
  {
    shows: "a federated user and the account",
    element: { AWS: [federated, root] },
    members: ["no", "?", "?", "?", "no"],
    strangers: all,
  },
  {
    shows: "a service",
    element: { Service: "lambda.amazonaws.com" },
    members: everybody,
    strangers: ["yes", "yes", "no", "yes"],
  },
];

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
        const expected = [...row.members, ...(row.strangers ?? ["no", "no", "no", "no"])];
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
    const because = (element: "Principal" | "NotPrincipal", value: unknown) => {
      const answer = decide({
        grantedBy: [documentOf(element, value)],
        where: exactly(caller(user)),
      });
      return answer.answer === "undecided" ? answer.because : answer.answer;
    };
    assert.deepEqual(because("Principal", { AWS: "arn:aws:iam::111122223333:user/*" }), [
      'Not understood: the principal "arn:aws:iam::111122223333:user/*".',
    ]);
    assert.deepEqual(because("NotPrincipal", { AWS: "111122223333" }), [
      "Not understood: NotPrincipal that lists a caller in part.",
    ]);
  });
});
