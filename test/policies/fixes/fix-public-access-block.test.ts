// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixPublicAccessBlock as fix } from "../../../policies/fixes/fix-public-access-block";
import { from } from "../../../policies/framework/rule";
import { requirePublicAccessBlock } from "../../../policies/rules/buckets/require-public-access-block";
import { allSwitchesOn } from "../../support/components/closed-bucket";
import { fixed } from "../../support/pack/fixed";
import { UNKNOWN } from "../../support/pack/program";
import { assertCompliant } from "../../support/pack/verdicts";

const block = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";

const configuration = { exemptions: [] };

describe("fix-public-access-block", () => {
  for (const type of [block, "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock"]) {
    it(`switches on what is off or missing in ${type}, which the rule then accepts`, async () => {
      const properties = { blockPublicAcls: true, blockPublicPolicy: false };
      const changed = await fixed(fix, { it: { type, properties } }, configuration);
      assert.deepEqual(changed, { it: allSwitchesOn });
      await assertCompliant(requirePublicAccessBlock, { it: { type, properties: allSwitchesOn } });
    });
  }

  it("switches on what is off in a block of aws-native, and makes no block", async () => {
    const files = {
      type: "aws-native:s3:Bucket",
      properties: { publicAccessBlockConfiguration: { blockPublicAcls: false } },
    };
    assert.deepEqual(await fixed(fix, { files, other: { type: files.type } }, configuration), {
      files: { bucketName: "files-4f2c1d9", publicAccessBlockConfiguration: allSwitchesOn },
    });
  });

  it("waits to hear what is exempted, and leaves that open", async () => {
    const program = { site: { type: block, properties: { bucket: "site" } } };
    assert.deepEqual(await fixed(fix, program), {});
    const exemption = { urn: "*::site", reason: "our web site", expires: "2026-12-31" };
    assert.deepEqual(await fixed(fix, program, { exemptions: [exemption] }), {});
  });

  it("leaves a switch that is not known, and a block that is on", async () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const open = { ...allSwitchesOn, blockPublicAcls: from("elsewhere.on") };
    assert.deepEqual(
      await fixed(fix, { elsewhere, it: { type: block, properties: open } }, configuration),
      {},
    );
    const half = { ...open, blockPublicPolicy: false };
    assert.deepEqual(
      await fixed(fix, { elsewhere, it: { type: block, properties: half } }, configuration),
      {
        it: { ...allSwitchesOn, blockPublicAcls: UNKNOWN },
      },
    );
  });
});
