// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { attestationsOf } from "../../stacks/attestations";

describe("attestationsOf", () => {
  const noCertificateDisabled = { by: "operator", on: "2027-12-01" };

  it("computes the last day of an attestation, over ends of months and leap years", () => {
    const expires = (maxAgeDays: number) =>
      attestationsOf({ attestations: { noCertificateDisabled, maxAgeDays } }).noCertificateDisabled;
    assert.deepEqual(expires(90), { by: "operator", on: "2027-12-01", expires: "2028-02-29" });
    assert.equal(expires(365)?.expires, "2028-11-30");
  });

  it("leaves out what is not attested", () => {
    assert.deepEqual(attestationsOf({ attestations: undefined }), {});
    assert.deepEqual(
      attestationsOf({ attestations: { noCertificateDisabled: undefined, maxAgeDays: 365 } }),
      {},
    );
  });
});
