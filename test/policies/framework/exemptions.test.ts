// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Exemption } from "../../../policies/framework/configuration";
import { exemptionFor, hasExpired } from "../../../policies/framework/exemptions";
import { violation } from "../../../policies/framework/finding";

const urn = (name: string) => `urn:pulumi:prod::shop::acme:Store$aws:s3/bucket:Bucket::${name}`;
const resource = (name: string) => ({ type: "t", name, urn: urn(name), props: {} });
const exemption = (glob: string, expires = "2026-12-31"): Exemption => ({
  urn: glob,
  reason: "because",
  expires,
});

/** The URN pattern of the exemption that covers a violation of 'files', which belongs to 'owner'. */
function covering(exemptions: readonly Exemption[]): string | undefined {
  const finding = violation(resource("files"), "p", "is bad", "be good", { of: resource("owner") });
  return exemptionFor(finding, exemptions, "2026-06-15")?.urn;
}

describe("exemptions", () => {
  const globs: [string, boolean][] = [
    [urn("files"), true],
    ["*::files", true],
    ["*", true],
    ["urn:pulumi:prod::*::file?", true],
    ["urn:pulumi:*$aws:s3/bucket:Bucket::*", true],
    [urn("owner"), true],
    ["*::file", false],
    ["files", false],
    ["*::file??", false],
    ["urn:pulumi:dev::*", false],
    ["*::FILES", false],
    ["*::f.les", false],
    ["*::(files|logs)", false],
    ["*[a-z]", false],
  ];
  for (const [glob, covers] of globs) {
    it(`${covers ? "covers" : "does not cover"} it with ${glob}`, () => {
      assert.equal(covering([exemption(glob)]), covers ? glob : undefined);
    });
  }

  it("prefers one that still holds to one that has expired, in any order", () => {
    const exemptions = [exemption("*", "2026-01-01"), exemption("*::files", "2026-12-31")];
    assert.equal(covering(exemptions), "*::files");
    assert.equal(covering([...exemptions].reverse()), "*::files");
  });

  it("still names one that has expired when there is no other", () => {
    assert.equal(covering([exemption("*::logs"), exemption("*::files", "2020-01-01")]), "*::files");
  });

  it("holds through its last day", () => {
    assert.equal(hasExpired(exemption("*", "2026-06-15"), "2026-06-15"), false);
    assert.equal(hasExpired(exemption("*", "2026-06-15"), "2026-06-16"), true);
  });
});
