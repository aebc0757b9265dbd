// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash, randomUUID } from "node:crypto";
import { personalDataIn } from "../../../policies/predicates/personal-data";

/** Made up: published examples, and numbers computed to have the right check digits. */
const personal: Record<string, readonly string[]> = {
  "an e-mail address": [
    "jane.doe@example.com",
    "owner jane@school.example.org",
    "JANE+class@Example.CO.UK",
    "mailto:jane.doe@example.com",
    "user/jane.doe@example.com",
    "owner:jane.doe@example.org",
    "jane@school.io, ask her",
    "jane@next.co.uk",
    "jane@163.com",
    "https://example.org?teacher=jane@example.org",
    "digit@example.org",
  ],
  "a telephone number": [
    "+49 30 901820",
    "call +1 (202) 555-0143",
    "+4915112345678",
    "+1234 5678",
    "+123 456 789 012 345",
    "(202) 555-0143",
    "202-555-0143",
    "of-202-555-0143",
    "call 202-555-0143",
    "builder-202-555-0143",
    "phone:202-555-0143",
  ],
  "a social security number": ["078-05-1120", "ssn 219-09-9999", "ticketing-219-09-9999"],
  "a Chinese resident number": ["11010519491231002X"],
  "a Brazilian taxpayer number": ["529.982.247-25"],
  "an Italian tax code": ["RSSMRA85T10A562S"],
  "a British national insurance number": ["AB 12 34 56 C", "AB123456C"],
  "a Spanish identity number": ["12345678Z", "X1234567L", "Y1234567X", "Z1234567R"],
};

const machines = [
  "",
  "classroom-platform",
  "eu-recordings-81a5ede",
  "arn:aws:iam::111122223333:role/backend",
  "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  "111122223333.dkr.ecr.eu-central-1.amazonaws.com/tokens@sha256:0a1b2c3d",
  "git@github.com:org/repository.git",
  "ssh://git@github.com/org/repository.git",
  "@pulumi/aws@7.48.0",
  "10.0.0.0/16",
  "192.168.100.200",
  "2026-11-24",
  "2026-11-24T15:30:00+0100",
  "v1.2.3-45",
  "123456789012",
  "1700000000000",
  "rate(5 minutes)",
  "cron(0 12 * * ? *)",
  "100-200-3000",
  "1-202-555-0143-7",
  "https://registry.example.org/typescript@latest.io",
  "pkg@latest.io",
  "eslint@next.js",
  "https://oauth2@git.example.com/repository",
  "https://oauth2:token@git.example.com/repository",
  "build-415-555-2671",
  "Release 415-555-2671",
  "job #415-555-2671",
  "ticket-219-09-9999",
  "icon@2x.png",
  "archive@2026.11.24.zip",
  "registry/package@v1.2.io",
  "4-078-05-1120",
  "000-12-3456",
  "111.111.111-11",
  "529.982.247-24",
  "110105194912310021",
  "12345678A",
  "Y1234567L",
  "+1 (23) 45-67",
  "+1234567890123456",
  "ABCDEF12G34H567",
  "vpce-0123456789abcdef0",
];

describe("personal-data", () => {
  for (const [kind, texts] of Object.entries(personal)) {
    for (const text of texts) {
      it(`is ${kind} in '${text}'!`, () => assert.equal(personalDataIn(text), kind));
    }
  }

  for (const text of machines) {
    it(`is none in what a machine is called by: '${text}'!`, () =>
      assert.equal(personalDataIn(text), undefined));
  }

  it("is none in random ids and hashes, a thousand of each", () => {
    const ids = Array.from({ length: 1000 }, (_, index) => [
      randomUUID(),
      createHash("sha256").update(String(index)).digest("hex"),
      createHash("md5").update(String(index)).digest("base64url"),
    ]).flat();
    assert.deepEqual(
      ids.filter((id) => personalDataIn(id) !== undefined),
      [],
    );
  });
});
