// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  hasInnerWildcard,
  isEverything,
  isWholeArn,
  piecesOf,
  plainText,
  resolved,
  variablesIn,
} from "../../../policies/access/texts";
import { variable } from "../../support/access/policy-variables";

const arn = (text: string) => piecesOf(text, "arn", true);
const only = (text: string) => variablesIn(piecesOf(text, "glob", true));

describe("texts", () => {
  it("takes nothing but stars for everything, and six parts for an ARN", () => {
    assert.deepEqual(["*", "***"].map(isEverything), [true, true]);
    assert.deepEqual(["", "*a", "a*", "?"].map(isEverything), [false, false, false, false]);
    const whole = ["arn:aws:s3:::box", "arn:::::", "arn:a:b:c:d:e:f", "arn:*:*:*:*:*"];
    const other = [
      "arn:aws:s3",
      "*",
      "a:aws:s3:::box",
      "xarn:aws:s3:::box",
      "*:*:*:*:*:*",
      "ar?:::::",
    ];
    assert.deepEqual(
      [...whole, ...other].filter((text) => isWholeArn(arn(text))),
      whole,
    );
  });

  it("counts no colon of a variable among those of an ARN", () => {
    assert.equal(isWholeArn(arn(`arn:aws:s3:::${variable("aws:username")}`)), true);
    assert.equal(isWholeArn(arn(`arn:aws:s3::${variable("aws:username")}`)), false);
  });

  it("tells wildcards that could cross a colon from those that could not", () => {
    const inner = ["arn:aws:s3:*:::box", "arn:*:s3:::box", "arn:aws:sqs:*:1:*"];
    const outer = [
      "arn:aws:s3:::box",
      "arn:aws:s3:::*",
      "arn:aws:s3:::a:*",
      "arn:aws:s3:::?",
      `arn:aws:s3:${variable("*")}::box`,
    ];
    assert.deepEqual(
      [...inner, ...outer].filter((text) => hasInnerWildcard(arn(text))),
      inner,
    );
  });

  it("tells variables from escapes, and from what only looks like one", () => {
    const name = variable("aws:username");
    assert.deepEqual(only(`a/${name}/*`), [{ written: name, key: "aws:username" }]);
    assert.deepEqual(only(`${variable("*")}${variable("?")}${variable("$")}`), []);
    assert.deepEqual(only("a$b{c}"), []);
    assert.deepEqual(variablesIn(piecesOf(name, "glob", false)), []);
  });

  it("reads the default of a variable", () => {
    const written = variable("aws:PrincipalTag/team, 'company-wide'");
    assert.deepEqual(only(written), [
      { written, key: "aws:PrincipalTag/team", byDefault: "company-wide" },
    ]);
    assert.deepEqual(only(variable("aws:username, ''"))[0]?.byDefault, "");
  });

  for (const inner of ["", "username", "aws:username, company-wide", "aws:a, 'b", "aws:{a"]) {
    it(`knows no key of the variable ${variable(inner)}`, () => {
      assert.deepEqual(only(variable(inner)), [{ written: variable(inner), key: undefined }]);
    });
  }

  it("takes a variable without an end for one that cannot be read, in time", () => {
    assert.deepEqual(only("a${aws:username"), [{ written: "${aws:username", key: undefined }]);
    assert.equal(only("${".repeat(200_000)).length, 1);
    assert.equal(only(`\${${" ,".repeat(100_000)}}`).length, 1);
  });

  it("writes the value of a variable as it is, wildcards and all", () => {
    const pieces = piecesOf(`a/${variable("aws:username")}`, "glob", true);
    assert.equal(plainText(pieces), undefined);
    assert.equal(plainText(resolved(pieces, () => "b*")), "a/b*");
    assert.deepEqual(
      resolved(pieces, () => undefined),
      pieces,
    );
  });
});
