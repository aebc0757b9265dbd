// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixBucketEncryption as fix } from "../../../policies/fixes/fix-bucket-encryption";
import { optionsOf } from "../../../policies/framework/configuration";
import { requireBucketEncryption } from "../../../policies/rules/buckets/require-bucket-encryption";
import { fixSpec } from "../../support/pack/fix-spec";
import { from, one, type Program } from "../../support/pack/program";

type Block = Readonly<Record<string, unknown>>;

const frankfurt = "arn:aws:kms:eu-central-1:111122223333:key/eu";
const keys = ["arn:aws:kms:us-west-1:111122223333:key/us", frankfurt];
const exemptions: readonly unknown[] = [];
const configuration = { keys, exemptions };
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
const program = (type: string, block: Block, region: string | null = "eu-central-1"): Program => {
  const isNative = type.startsWith("aws-native:");
  const placed = { ...(region && { region }) };
  return {
    provider: { type: "pulumi:providers:aws-native", properties: placed },
    it: {
      type,
      properties: { ...spellings[type]?.(block), ...(!isNative && placed) },
      // Resources of aws-native have no region of their own.
      ...(isNative && { options: { provider: from("provider") } }),
    },
  };
};
const encrypted = (region: string, kmsMasterKeyId: string) => ({
  ...spellings[split]?.({ sseAlgorithm: "aws:kms", kmsMasterKeyId }),
  region,
});
const aes = { sseAlgorithm: "AES256" };
const bucket = program(split, aes);

const { changes, leaves } = fixSpec(fix, { configuration, acceptedBy: requireBucketEncryption });
const withKeys = (keys: readonly string[]) => fixSpec(fix, { configuration: { keys, exemptions } });

describe("fix-bucket-encryption", () => {
  for (const [type, make] of Object.entries(spellings)) {
    changes({
      [`${type} with AES256, to the key of its region`]: [
        program(type, aes),
        {
          ...make({ sseAlgorithm: "aws:kms", kmsMasterKeyId: frankfurt }),
          ...(!type.startsWith("aws-native:") && { region: "eu-central-1" }),
        },
      ],
    });
  }

  leaves({
    "a block with a key": program(split, {
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: "alias/other",
    }),
    "a block with the key that AWS manages": program(split, { sseAlgorithm: "aws:kms" }),
    "a block with an algorithm that is not known": program(split, {
      sseAlgorithm: from("elsewhere.algorithm"),
    }),
    "a block with a key that is not known": program(split, {
      ...aes,
      kmsMasterKeyId: from("elsewhere.key"),
    }),
    "a block without an algorithm": program(split, {}),
    "a bucket in a region that has no key": program(split, aes, "eu-west-1"),
    "a bucket in a region that is not known": program(split, aes, null),
    "a bucket without a block, which the fix cannot make": one("aws:s3/bucket:Bucket", {
      bucket: "class",
      region: "eu-central-1",
    }),
  });

  fixSpec(fix).leaves({ "a bucket, without configuration": bucket });

  fixSpec(fix, { configuration: { keys } }).leaves({
    "a bucket, until the configuration names the exemptions": bucket,
  });

  fixSpec(fix, { configuration: { exemptions } }).leaves({
    "a bucket, until the configuration names keys": bucket,
  });

  const alias = (name: string) => `arn:aws:kms:eu-central-1:111122223333:alias/${name}`;

  for (const key of [alias("aws/s3"), "alias/aws/s3", alias("aws/"), "key/eu", ""]) {
    it(`refuses '${key}' as a key: its rule would reject it, or it has no region`, () => {
      assert.deepEqual(optionsOf(fix, { keys: [frankfurt, key], exemptions }), {
        problem:
          `'keys[1]' must be the ARN of a customer-managed key, got "${key}". ` +
          "(configuration of fix-bucket-encryption)",
      });
    });

    withKeys([frankfurt, key]).leaves({
      [`a bucket, where '${key}' is configured as a key`]: bucket,
    });
  }

  for (const name of ["a", "aw", "aws", "awsome", "recordings", "my/aws/key"]) {
    withKeys([alias(name)]).changes({
      [`a bucket, to the customer's alias '${name}'`]: [
        bucket,
        encrypted("eu-central-1", alias(name)),
      ],
    });
  }

  const inChina = "arn:aws-cn:kms:cn-north-1:111122223333:key/cn";

  withKeys([inChina]).changes({
    "a bucket in China": [program(split, aes, "cn-north-1"), encrypted("cn-north-1", inChina)],
  });
});
