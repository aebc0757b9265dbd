// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { globMatches, urnMatches } from "../../../policies/framework/urn-patterns";

const bucket = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::files";
const inside =
  "urn:pulumi:prod::shop::acme:index:Site$acme:index:Files$aws:s3/bucket:Bucket::files";
const pretender = "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::mine::files";

describe("policies/framework/urn-patterns", () => {
  const cases: readonly (readonly [pattern: string, urn: string, matches: boolean])[] = [
    [bucket, bucket, true],
    ["*", bucket, true],
    ["**", bucket, true],
    ["files", bucket, false],
    ["*files", bucket, true],
    ["*::files", bucket, true],
    ["**::files", bucket, true],
    ["**::fil?s", bucket, true],
    ["**::other", bucket, false],
    ["*aws:s3/*::files", bucket, true],
    ["**::aws:sqs/*::files", bucket, false],
    ["**::shop::aws:s3/bucket:Bucket::files", bucket, true],
    ["**::other::aws:s3/bucket:Bucket::files", bucket, false],
    ["urn:pulumi:prod::*::file?", bucket, true],
    ["urn:pulumi:prod::*::*::files", bucket, true],
    ["urn:pulumi:test::*::*::files", bucket, false],
    ["urn:pulumi:*::files", bucket, true],
    ["urn:pulumi:*$aws:s3/bucket:Bucket::*", inside, true],
    // A resource's own type, whatever it is inside of, and the types that it is inside of.
    ["*$aws:s3/bucket:Bucket::files", inside, true],
    ["**::aws:s3/bucket:Bucket::files", inside, false],
    ["*$acme:index:Files$aws:s3/bucket:Bucket::files", inside, true],
    ["**::acme:index:Site$*$aws:s3/bucket:Bucket::files", inside, true],
    ["**::acme:index:Site$aws:s3/bucket:Bucket::files", inside, false],
    ["**::acme:index:Site$*::files", bucket, false],
    ["**::acme:index:Site$acme:index:Files$*::files", inside, true],
    // A name with `::` in it is a name of its own.
    ["**::files", pretender, false],
    ["files", pretender, false],
    ["*files", pretender, true],
    [pretender, pretender, true],
    ["*::Bucket::mine::files", pretender, false],
    ["**::files", "no URN at all", false],
  ];
  for (const [pattern, urn, matches] of cases) {
    it(`${matches ? "takes" : "does not take"} '${urn}' for '${pattern}'`, () => {
      assert.equal(urnMatches(pattern, urn), matches);
    });
  }

  it("ends with a pattern that a regular expression would never end with", () => {
    assert.equal(globMatches(`${"*a".repeat(50)}b`, "a".repeat(100_000)), false);
  });
});
