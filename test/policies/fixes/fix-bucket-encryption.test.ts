// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixBucketEncryption as fix } from "../../../policies/fixes/fix-bucket-encryption";
import { optionsOf } from "../../../policies/framework/configuration";
import { from } from "../../../policies/framework/rule";
import { requireBucketEncryption } from "../../../policies/rules/buckets/require-bucket-encryption";
import { fixed } from "../../support/pack/fixed";
import type { Program } from "../../support/pack/program";
import { assertCompliant } from "../../support/pack/verdicts";

type Block = Readonly<Record<string, unknown>>;

const frankfurt = "arn:aws:kms:eu-central-1:111122223333:key/eu";
const configuration = {
  keys: ["arn:aws:kms:us-west-1:111122223333:key/us", frankfurt],
  exemptions: [],
};
const split =
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

const byDefault = (block: Block) => ({ applyServerSideEncryptionByDefault: block });
const spellings: Readonly<Record<string, (block: Block) => Block>> = {
  [split]: (block) => ({ bucket: "class", rules: [byDefault(block)] }),
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2": (
    block,
  ) => ({ bucket: "class", rules: [byDefault(block)] }),
  "aws:s3/bucket:Bucket": (block) => ({
    bucket: "class",
    serverSideEncryptionConfiguration: { rule: byDefault(block) },
  }),
  "aws:s3/bucketV2:BucketV2": (block) => ({
    bucket: "class",
    serverSideEncryptionConfigurations: [
      { rules: [{ applyServerSideEncryptionByDefaults: [block] }] },
    ],
  }),
  "aws-native:s3:Bucket": (block) => ({
    bucketName: "class",
    bucketEncryption: {
      serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: block }],
    },
  }),
};
/** Resources of aws-native have no region of their own. */
const program = (type: string, block: Block, region: string | null = "eu-central-1"): Program => {
  const isNative = type.startsWith("aws-native:");
  const placed = { ...(region && { region }) };
  return {
    provider: { type: "pulumi:providers:aws-native", properties: placed },
    it: {
      type,
      properties: { ...spellings[type]?.(block), ...(!isNative && placed) },
      ...(isNative && { options: { provider: from("provider") } }),
    },
  };
};

describe("fix-bucket-encryption", () => {
  for (const [type, make] of Object.entries(spellings)) {
    it(`gives ${type} with AES256 the key of its region, which its rule then accepts`, async () => {
      const changed = await fixed(fix, program(type, { sseAlgorithm: "AES256" }), configuration);
      const expected = make({ sseAlgorithm: "aws:kms", kmsMasterKeyId: frankfurt });
      const placed = type.startsWith("aws-native:") ? {} : { region: "eu-central-1" };
      assert.deepEqual(changed, { it: { ...expected, ...placed } });
      await assertCompliant(requireBucketEncryption, { it: { type, properties: expected } });
    });
  }

  const blocks: [string, Block][] = [
    ["a key", { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/other" }],
    ["the key that AWS manages", { sseAlgorithm: "aws:kms" }],
    ["an algorithm that is not known", { sseAlgorithm: from("elsewhere.algorithm") }],
    ["a key that is not known", { sseAlgorithm: "AES256", kmsMasterKeyId: from("elsewhere.key") }],
    ["no algorithm", {}],
  ];
  for (const [what, block] of blocks) {
    it(`leaves a block with ${what}`, async () => {
      const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
      const unchanged = { elsewhere, ...program(split, block) };
      assert.deepEqual(await fixed(fix, unchanged, configuration), {});
    });
  }

  it("leaves a bucket in a region that has no key, or in one that is not known", async () => {
    const aes = { sseAlgorithm: "AES256" };
    assert.deepEqual(await fixed(fix, program(split, aes, "eu-west-1"), configuration), {});
    assert.deepEqual(await fixed(fix, program(split, aes, null), configuration), {});
    assert.deepEqual(await fixed(fix, program(split, aes)), {});
  });

  it("waits for keys, and to hear what receives access logs", async () => {
    const aes = program(split, { sseAlgorithm: "AES256" });
    const { keys, exemptions } = configuration;
    assert.deepEqual(await fixed(fix, aes, { keys }), {});
    assert.deepEqual(await fixed(fix, aes, { exemptions }), {});
  });

  const alias = (name: string) => `arn:aws:kms:eu-central-1:111122223333:alias/${name}`;
  for (const key of [alias("aws/s3"), "alias/aws/s3", alias("aws/"), "key/eu", ""]) {
    it(`refuses '${key}' for a key, which its rule would not take or which has no region`, async () => {
      const keys = [frankfurt, key];
      assert.deepEqual(optionsOf(fix, { keys, exemptions: [] }), {
        problem: `'keys[1]' must be the ARN of a customer-managed key, got "${key}". (configuration of fix-bucket-encryption)`,
      });
      const aes = program(split, { sseAlgorithm: "AES256" });
      assert.deepEqual(await fixed(fix, aes, { keys, exemptions: [] }), {});
    });
  }

  it("takes the alias of a customer, whatever it begins with, and a key in China", async () => {
    for (const name of ["a", "aw", "aws", "awsome", "recordings", "my/aws/key"]) {
      const changed = await fixed(fix, program(split, { sseAlgorithm: "AES256" }), {
        keys: [alias(name)],
        exemptions: [],
      });
      assert.ok(JSON.stringify(changed).includes(`alias/${name}"`));
    }
    const keys = ["arn:aws-cn:kms:cn-north-1:111122223333:key/cn"];
    const changed = await fixed(fix, program(split, { sseAlgorithm: "AES256" }, "cn-north-1"), {
      keys,
      exemptions: [],
    });
    assert.deepEqual(Object.keys(changed), ["it"]);
  });

  it("leaves a bucket without a block, which it cannot make", async () => {
    const properties = { bucket: "class", region: "eu-central-1" };
    const files = { type: "aws:s3/bucket:Bucket", properties };
    assert.deepEqual(await fixed(fix, { files }, configuration), {});
  });
});
