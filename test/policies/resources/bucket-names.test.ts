// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { bucketNameIn } from "../../../policies/resources/bucket-names";

const spellings = [
  "vault",
  "vault/a/b",
  "/vault/a\nb",
  "arn:aws:s3:::vault",
  "arn:aws-cn:s3:::vault/a",
  ...["s3", "s3a", "s3n", "s3ssl"].map((scheme) => `${scheme}://vault/a`),
];

describe("bucket-names", () => {
  for (const spelling of spellings) {
    it(`finds the name of a bucket in ${JSON.stringify(spelling)}`, () =>
      assert.equal(bucketNameIn(spelling), "vault"));
  }

  for (const other of ["", "//vault", "///"]) {
    it(`finds no name in ${JSON.stringify(other)}, which stays as it is`, () =>
      assert.equal(bucketNameIn(other), other));
  }
});
