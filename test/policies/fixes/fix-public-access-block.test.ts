// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixPublicAccessBlock as fix } from "../../../policies/fixes/fix-public-access-block";
import { requirePublicAccessBlock } from "../../../policies/rules/buckets/require-public-access-block";
import { allSwitchesOn } from "../../support/components/closed-bucket";
import { fixSpec } from "../../support/pack/fix-spec";
import { fixed } from "../../support/pack/fixed";
import { from, one, UNKNOWN } from "../../support/pack/program";

const block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const native = "aws-native:s3:Bucket";
const configuration = { exemptions: [] };
const unknownSwitch = { ...allSwitchesOn, blockPublicAcls: from("elsewhere.on") };

const { changes, leaves } = fixSpec(fix, { configuration });
const accepted = fixSpec(fix, { configuration, acceptedBy: requirePublicAccessBlock });

describe("fix-public-access-block", () => {
  for (const type of [block, "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"]) {
    accepted.changes({
      [`a ${type} with switches that are off or missing`]: [
        one(type, { blockPublicAcls: true, blockPublicPolicy: false }),
        allSwitchesOn,
      ],
    });
  }

  it("changed: a block of aws-native; a bucket without one is left", async () => {
    const files = {
      type: native,
      properties: { publicAccessBlockConfiguration: { blockPublicAcls: false } },
    };
    assert.deepEqual(await fixed(fix, { files, other: { type: native } }, configuration), {
      files: { bucketName: "files-4f2c1d9", publicAccessBlockConfiguration: allSwitchesOn },
    });
  });

  changes({
    "a block with one switch off, whose unknown switch stays unknown": [
      one(block, { ...unknownSwitch, blockPublicPolicy: false }),
      { ...allSwitchesOn, blockPublicAcls: UNKNOWN },
    ],
  });

  leaves({ "a block whose only other switch is not known": one(block, unknownSwitch) });

  const site = one(block, { bucket: "site" });

  fixSpec(fix).leaves({ "a block, until the configuration names the exemptions": site });

  fixSpec(fix, {
    configuration: {
      exemptions: [{ urn: "*::it", reason: "our web site", expires: "2026-12-31" }],
    },
  }).leaves({ "a block that is exempted": site });
});
