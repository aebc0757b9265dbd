// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  dataCenterFacts,
  dataCenters,
  isDataCenter,
  servingProblem,
} from "../../../components/regions/data-centers";

describe("data centres", () => {
  it("are spelled as in the Classroom SDK and in REST paths", () => {
    assert.deepEqual(
      dataCenters.map((dataCenter) => [dataCenter, dataCenterFacts(dataCenter).restSegment]),
      [
        ["CN", "cn"],
        ["AP", "ap"],
        ["EU", "eu"],
        ["NA", "na"],
      ],
    );
    assert.deepEqual(["EU", "eu", "JP", undefined].map(isDataCenter), [true, false, false, false]);
  });

  it("have networks that can be peered with each other", () => {
    const blocks = dataCenters.map((dataCenter) => dataCenterFacts(dataCenter).cidrBlock);
    assert.equal(new Set(blocks).size, dataCenters.length);
    assert.ok(blocks.every((block) => /^10\.64\.\d\.0\/24$/.test(block)));
  });

  it("are served by their nearest AWS region", () => {
    for (const dataCenter of dataCenters) {
      const { nearestAwsRegion } = dataCenterFacts(dataCenter);
      assert.equal(nearestAwsRegion && servingProblem(dataCenter, nearestAwsRegion), undefined);
    }
  });

  for (const [dataCenter, awsRegion] of [
    ["CN", "cn-northwest-1"],
    ["AP", "ap-south-1"],
    ["EU", "eu-west-3"],
    ["NA", "ca-west-1"],
  ] as const) {
    it(`${dataCenter} is served by ${awsRegion.replace(/-\d$/, "")}`, () => {
      assert.equal(servingProblem(dataCenter, awsRegion), undefined);
    });
  }

  for (const [dataCenter, awsRegion, rule] of [
    ["CN", "ap-east-1", "cn-north-1 or cn-northwest-1"],
    ["AP", "me-south-1", "a region of Asia Pacific (ap-…)"],
    ["EU", "eusc-de-east-1", "a region of Europe (eu-…)"],
    ["EU", "eu-central", "a region of Europe (eu-…)"],
    [
      "NA",
      "us-gov-west-1",
      "us-east-1, us-east-2, us-west-1, us-west-2, ca-central-1 or ca-west-1",
    ],
    ["NA", "mx-central-1", "us-east-1, us-east-2, us-west-1, us-west-2, ca-central-1 or ca-west-1"],
  ] as const) {
    it(`${dataCenter} is not served by ${awsRegion.replace(/-\d$/, "")}`, () => {
      assert.equal(
        servingProblem(dataCenter, awsRegion),
        `must be ${rule} to serve data centre ${dataCenter}, got "${awsRegion}"`,
      );
    });
  }
});
