// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  type Caller,
  callerOf,
  callerShapes,
  textOfCaller,
} from "../../../policies/access/callers";
import { matches } from "../../../policies/access/patterns";
import type { CallerKind } from "../../../policies/access/statements";

const CALLERS: readonly (readonly [text: string, CallerKind, name: string, session?: string])[] = [
  ["anonymous", "anonymous", "anonymous"],
  ["arn:aws:iam::111122223333:root", "root", "arn:aws:iam::111122223333:root"],
  ["arn:aws:iam::111122223333:user/a", "user", "arn:aws:iam::111122223333:user/a"],
  [
    "arn:aws:iam::cloudfront:user/An Identity E1",
    "user",
    "arn:aws:iam::cloudfront:user/An Identity E1",
  ],
  ["arn:aws:iam::111122223333:role/p/a\none", "role", "arn:aws:iam::111122223333:role/p/a", "one"],
  [
    "arn:aws:sts::111122223333:federated-user/b",
    "federated-user",
    "arn:aws:sts::111122223333:federated-user/b",
  ],
  ["service\nlambda.amazonaws.com", "service", "lambda.amazonaws.com"],
  [
    "identity\narn:aws:iam::111122223333:saml-provider/x",
    "identity",
    "arn:aws:iam::111122223333:saml-provider/x",
  ],
];

function isCaller(text: string, partitions: readonly string[] = ["aws"]): boolean {
  return callerShapes(partitions).some((shape) => matches(shape, text));
}

let asked = 0;

/** Whether it is a caller of a partition that nobody asked for before, of which nothing is kept. */
function isCallerElsewhere(text: string): boolean {
  asked += 1;
  const partition = `aws-new-${asked}`;
  return isCaller(text.replace("arn:aws:", `arn:${partition}:`), [partition]);
}

describe("callers", () => {
  for (const [text, kind, name, session] of CALLERS) {
    it(`reads and writes ${JSON.stringify(text)}`, () => {
      const caller: Caller = { kind, name, ...(session !== undefined && { session }) };
      assert.deepEqual(callerOf(text), caller);
      assert.equal(textOfCaller(caller), text);
      assert.ok(isCaller(text));
      assert.ok(isCallerElsewhere(text));
    });
  }

  it("gives a role a session, since none acts without", () => {
    const name = "arn:aws:iam::111122223333:role/a";
    assert.equal(textOfCaller({ kind: "role", name }), `${name}\nsession`);
  });

  it("takes nothing else for a caller", () => {
    for (const text of [
      "",
      "nobody",
      "arn:aws:iam::111122223333:role/a",
      "arn:aws:iam::11112222333:root",
      "arn:aws:iam::1111222233334:root",
      "arn:aws:iam::111122223333:user/",
      "arn:aws:iam::111122223333:user/a:b",
      "arn:aws:iam::cloudfront:root",
      "arn:aws:iam::111122223333:group/a",
      "arn:aws:sts::111122223333:assumed-role/a/b",
      "arn:aws:sts::111122223333:federated-user/a/b",
      "arn:aws:sts::111122223333:federated-user/a:b",
      "arn:aws:sts::111122223333:root",
      "arn:aws:sts::111122223333:user/a",
      "arn:aws:iam::111122223333:role/a:b\nc",
      "arn:aws:iam::111122223333:role/a\nb\nc",
      "service\na/b",
      "service\na b",
      "identity\na\nb",
      "arn:aws:iam::111122223333:role/a\n",
      "arn:aws:iam::111122223333:role/a\nb/c",
      "service\n",
      "identity\n",
    ]) {
      assert.ok(!isCaller(text), text);
      assert.ok(!isCallerElsewhere(text), text);
    }
  });

  it("knows the partitions that it is told, each time", () => {
    const china = "arn:aws-cn:iam::111122223333:root";
    for (const partitions of [["aws"], ["aws-cn"], ["aws", "aws-cn"], ["aws"], ["aws-cn"]]) {
      assert.equal(isCaller(china, partitions), partitions.includes("aws-cn"));
      assert.equal(isCaller(china.replace("-cn", ""), partitions), partitions.includes("aws"));
    }
    for (let index = 0; index < 40; index += 1) {
      assert.ok(isCaller(china.replace("cn", `made-up-${index}`), [`aws-made-up-${index}`]));
    }
  });
});
