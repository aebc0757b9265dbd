// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { parseSecret } from "../../../../components/token-service/runtime/certificate";
import { certificate, otherCertificate } from "../../../support/token-service/vectors";

const primary = certificate;
const secondary = otherCertificate;

describe("certificate", () => {
  for (const [title, secret, value] of [
    ["the primary certificate when it is alone", { primary }, primary],
    ["the primary certificate unless told otherwise", { primary, secondary }, primary],
    ["the primary certificate when told so", { primary, secondary, signWith: "primary" }, primary],
    [
      "the secondary certificate when told so",
      { primary, secondary, signWith: "secondary" },
      secondary,
    ],
    [
      "a certificate as written, in either case",
      { primary: primary.toUpperCase() },
      primary.toUpperCase(),
    ],
  ] as const) {
    it(`signs with ${title}`, () => {
      assert.deepEqual(parseSecret(JSON.stringify(secret)), { value });
    });
  }

  const notObject = "The secret must be one JSON object without duplicate members.";
  const badPrimary = "The secret's 'primary' must be 32 hexadecimal characters.";
  for (const [title, text, message] of [
    ["a bare certificate", primary, notObject],
    ["an empty text", "", notObject],
    ["an array", `["${primary}"]`, notObject],
    ["a member twice", `{"primary":"${primary}","primary":"${secondary}"}`, notObject],
    ["no primary", JSON.stringify({ secondary, signWith: "secondary" }), badPrimary],
    ["a primary of the wrong length", JSON.stringify({ primary: primary.slice(1) }), badPrimary],
    ["a primary with a line end", JSON.stringify({ primary: `${primary}\n` }), badPrimary],
    ["a primary that is null", JSON.stringify({ primary: null }), badPrimary],
    [
      "a secondary that is no certificate",
      JSON.stringify({ primary, secondary: "" }),
      "The secret's 'secondary' must be 32 hexadecimal characters.",
    ],
    [
      "a secondary that is not there",
      JSON.stringify({ primary, signWith: "secondary" }),
      "The secret's 'signWith' names a certificate that is not there.",
    ],
    [
      "another word for who signs",
      JSON.stringify({ primary, secondary, signWith: "Secondary" }),
      "The secret's 'signWith' must be primary or secondary.",
    ],
    [
      "null for who signs",
      JSON.stringify({ primary, signWith: null }),
      "The secret's 'signWith' must be primary or secondary.",
    ],
    [
      "a misspelt member",
      JSON.stringify({ primary, secondary, signwith: "secondary" }),
      "The secret may have the members primary, secondary, signWith and no other.",
    ],
  ] as const) {
    it(`refuses ${title}`, () => {
      assert.throws(() => parseSecret(text), { name: "SecretFormatError", message });
    });
  }
});
