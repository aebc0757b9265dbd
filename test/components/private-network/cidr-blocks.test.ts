// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  cidrBlockProblem,
  subnetCidrBlocks,
} from "../../../components/private-network/cidr-blocks";

describe("subnetCidrBlocks", () => {
  it("takes the first quarters of the range", () => {
    assert.deepEqual(subnetCidrBlocks("10.64.2.0/24", 2), ["10.64.2.0/26", "10.64.2.64/26"]);
    assert.deepEqual(subnetCidrBlocks("10.0.0.0/16", 4), [
      "10.0.0.0/18",
      "10.0.64.0/18",
      "10.0.128.0/18",
      "10.0.192.0/18",
    ]);
    assert.deepEqual(subnetCidrBlocks("192.168.255.192/26", 2), [
      "192.168.255.192/28",
      "192.168.255.208/28",
    ]);
  });
});

describe("cidrBlockProblem", () => {
  for (const block of ["10.0.0.0/16", "10.64.1.0/24", "192.168.0.64/26"]) {
    it(`accepts ${block} as it is written`, () => {
      assert.equal(cidrBlockProblem(block), undefined);
    });
  }

  for (const [why, block] of [
    ["too large for a VPC", "10.0.0.0/15"],
    ["too small for the subnets", "10.0.0.0/27"],
    ["not its first address", "10.0.0.1/24"],
    ["no address", "10.0.0.256/24"],
    ["of another family", "fd00::/56"],
    ["no range", "10.0.0.0"],
  ] as const) {
    it(`refuses a range that is ${why}`, () => {
      assert.equal(
        cidrBlockProblem(block),
        "'cidrBlock' must be an IPv4 range of /16 to /26 that begins at its first address, " +
          `got "${block}". Write one like 10.0.0.0/24.`,
      );
    });
  }
});
