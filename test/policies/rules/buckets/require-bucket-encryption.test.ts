// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireBucketEncryption as rule } from "../../../../policies/rules/buckets/require-bucket-encryption";
import { from, kindOf, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Block = Readonly<Record<string, unknown>>;

const encryptionTypes = [
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
] as const;
const [split] = encryptionTypes;

const key: ProgramResource = { type: "aws:kms/key:Key" };
const bucket = (properties: Block = {}): ProgramResource => ({
  type: "aws:s3/bucket:Bucket",
  properties,
});
const ruleWith = (block: Block) => ({ applyServerSideEncryptionByDefault: block });
const encryption = (named: string, block: Block, type: string = split): ProgramResource => ({
  type,
  properties: { bucket: named, rules: [ruleWith(block)] },
});
const filesWith = (block: Block, type: string = split): Program => ({
  key,
  files: bucket(),
  encryption: encryption(from("files.id"), block, type),
});

const ownKey = { sseAlgorithm: "aws:kms", kmsMasterKeyId: from("key.arn") };
const keyless = { sseAlgorithm: "aws:kms" };
const aes = { sseAlgorithm: "AES256" };

const customerKey = "a bucket must be encrypted with a customer-managed key";
const inline = "serverSideEncryptionConfiguration";
const inRule = "rules[0].applyServerSideEncryptionByDefault";
const splitOf = (name: string, of: string) =>
  `BucketServerSideEncryptionConfiguration '${name}' of Bucket '${of}'`;
const ofFiles = splitOf("encryption", "files");
const isMissing = "is missing, which leaves the objects to AWS's own keys (SSE-S3)";
const isAes = "is AES256, which means AWS's own keys (SSE-S3)";
const isKeyless = "is missing, which means the key that AWS manages (alias/aws/s3)";

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: customerKey,
});
const atFirst = ruleSpec(rule, { must: customerKey, phase: "first preview" });
const deployed = ruleSpec(rule, { must: customerKey, phase: "deployed" });
const keylessKinds = ruleSpec(rule, { must: customerKey, fix: "Use an aws.s3.Bucket." });

describe("require-bucket-encryption", () => {
  notApplicable({ "the stack has no bucket": { key } });

  describe("a bucket by itself", () => {
    atFirst.violates({
      "nothing is written, and the plug-in's block is unknown": [
        { files: bucket() },
        `Bucket 'files': '${inline}' ${isMissing}`,
      ],
    });

    deployed.violates({
      "nothing is written, and the plug-in's block is read back": [
        { files: bucket() },
        `Bucket 'files': '${inline}.rule.applyServerSideEncryptionByDefault.sseAlgorithm' ${isAes}`,
      ],
    });

    const inNative = (type: string) => (block: Block) => ({
      type,
      properties: {
        bucketEncryption: {
          serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: block }],
        },
      },
    });
    const nativePath =
      "bucketEncryption.serverSideEncryptionConfiguration[0].serverSideEncryptionByDefault";
    const spellings: [string, string, (block: Block) => ProgramResource][] = [
      [
        "Bucket",
        `${inline}.rule.applyServerSideEncryptionByDefault`,
        (block) => bucket({ [inline]: { rule: ruleWith(block) } }),
      ],
      [
        "BucketV2",
        `${inline}s[0].rules[0].applyServerSideEncryptionByDefaults[0]`,
        (block) => ({
          type: "aws:s3/bucketV2:BucketV2",
          properties: {
            [`${inline}s`]: [{ rules: [{ applyServerSideEncryptionByDefaults: [block] }] }],
          },
        }),
      ],
      ["Bucket", nativePath, inNative("aws-native:s3:Bucket")],
      ["DirectoryBucket", nativePath, inNative("aws-native:s3express:DirectoryBucket")],
    ];

    for (const [kind, path, make] of spellings) {
      complies({
        [`a ${kind} with a key of the same program inside`]: { key, files: make(ownKey) },
        [`a ${kind} with a literal key id inside`]: {
          files: make({ ...keyless, kmsMasterKeyId: "alias/classes" }),
        },
      });

      violates({
        [`a ${kind} with AES256 inside`]: [
          { files: make(aes) },
          `${kind} 'files': '${path}.sseAlgorithm' ${isAes}`,
        ],
      });
    }

    undecided({
      "the whole block comes from outside the program": [
        { files: bucket({ [inline]: from("elsewhere.encryption") }) },
        `Bucket 'files': '${inline}' is`,
      ],
    });
  });

  describe("a bucket and its split encryption", () => {
    for (const type of encryptionTypes) {
      const kind = kindOf(type);

      complies({ [`a ${kind} with a key of the same program`]: filesWith(ownKey, type) });

      violates({
        [`a ${kind} with AES256, reported where it has to be changed`]: [
          filesWith(aes, type),
          `${kind} 'encryption' of Bucket 'files': '${inRule}.sseAlgorithm' ${isAes}`,
        ],
      });
    }

    const directory: ProgramResource = {
      type: "aws:s3/directoryBucket:DirectoryBucket",
      properties: { bucket: "files--euc1-az1--x-s3" },
    };

    complies({
      "a BucketV2 inside a component": {
        ...filesWith(ownKey),
        files: { type: "aws:s3/bucketV2:BucketV2", inside: ["acme:index:Storage"] },
      },
      "a directory bucket": {
        key,
        files: directory,
        encryption: encryption(from("files.bucket"), ownKey),
      },
    });

    violates({
      "a directory bucket without encryption of its own, in each spelling": [
        [{ files: directory }, `DirectoryBucket 'files': '${inline}' ${isMissing}`],
        [
          { files: { type: "aws-native:s3express:DirectoryBucket" } },
          `DirectoryBucket 'files': 'bucketEncryption' ${isMissing}`,
        ],
      ],
      "one of two encryptions of the same bucket is weaker": [
        { ...filesWith(ownKey), weak: encryption(from("files.id"), keyless) },
        `${splitOf("weak", "files")}: '${inRule}.kmsMasterKeyId' ${isKeyless}`,
      ],
    });

    const withRules = (rules: unknown): Program => ({
      files: bucket(),
      encryption: { type: split, properties: { bucket: from("files.id"), rules } },
    });
    const fetched = "BucketServerSideEncryptionConfiguration 'fetched'";
    const literal = "BucketServerSideEncryptionConfiguration 'literal'";

    violates({
      "an encryption without a default": [
        withRules([{ bucketKeyEnabled: true }]),
        `${ofFiles}: '${inRule}' ${isMissing}`,
      ],
      "an encryption without rules": [withRules([]), `${ofFiles}: 'rules' ${isMissing}`],
      "AES256 for buckets of other stacks": [
        {
          files: { ...bucket(), external: true },
          fetched: encryption(from("files.id"), aes),
          literal: encryption("a-bucket-of-another-stack", aes),
        },
        `${fetched}: '${inRule}.sseAlgorithm' ${isAes}`,
        `${literal}: '${inRule}.sseAlgorithm' ${isAes}`,
      ],
    });

    const besideSplit = `${inline}.rule.applyServerSideEncryptionByDefault.sseAlgorithm`;

    undecided({
      "an unknown block is written beside the split encryption": [
        {
          settings: { type: "acme:index:Settings" },
          ...filesWith(ownKey),
          files: bucket({ [inline]: { rule: ruleWith({ sseAlgorithm: from("settings.sse") }) } }),
        },
        `Bucket 'files': '${besideSplit}' is`,
      ],
      "the key comes from outside the program": [
        { ...filesWith(ownKey), key: { ...key, external: true } },
        `${ofFiles}: '${inRule}.kmsMasterKeyId' is`,
      ],
      "two unknown values, which are reported once": [
        withRules([
          ruleWith({ sseAlgorithm: from("elsewhere.one") }),
          ruleWith({ sseAlgorithm: from("elsewhere.two") }),
        ]),
        `${ofFiles}: '${inRule}.sseAlgorithm' and '${inRule.replace("0", "1")}.sseAlgorithm' are`,
      ],
    });
  });

  for (const type of [
    "aws:lightsail/bucket:Bucket",
    "aws:s3control/bucket:Bucket",
    "aws-native:lightsail:Bucket",
    "aws-native:s3outposts:Bucket",
  ]) {
    keylessKinds.violates({
      [`a bucket of type ${type}, which takes no key`]: [
        { files: { type } },
        "Bucket 'files': 'encryption' cannot be set on this kind of bucket, " +
          "which leaves the objects to AWS's own keys (SSE-S3)",
      ],
    });
  }

  describe("the minimum", () => {
    const at = (minimum: string, must: string) =>
      ruleSpec(rule, { must, configuration: { minimum } });
    const awsManaged = at("aws-managed", "a bucket must be encrypted with a KMS key");
    const sseS3 = at("sse-s3", "a bucket must be encrypted");
    const algorithm = `${ofFiles}: '${inRule}.sseAlgorithm'`;

    awsManaged.complies({
      "aws-managed allows the key that AWS manages, and one that is not known yet": [
        filesWith(keyless),
        { ...filesWith(ownKey), key: { ...key, external: true } },
      ],
    });

    awsManaged.violates({
      "aws-managed does not allow AES256": [filesWith(aes), `${algorithm} ${isAes}`],
    });

    sseS3.complies({
      "sse-s3 allows buckets without encryption settings": {
        files: bucket(),
        lightsail: { type: "aws:lightsail/bucket:Bucket" },
      },
    });

    sseS3.violates({
      "sse-s3 does not allow an algorithm that S3 does not have": [
        filesWith({ sseAlgorithm: "none" }),
        `${algorithm} is none of AES256, aws:kms and aws:kms:dsse`,
      ],
    });

    complies({
      "a bucket that receives access logs, whatever the minimum": {
        ...filesWith(ownKey),
        logs: bucket(),
        logging: {
          type: "aws:s3/bucketLogging:BucketLogging",
          properties: { bucket: from("files.id"), targetBucket: from("logs.id") },
        },
      },
    });
  });

  exempted({
    "a split encryption, by the name of its bucket": [
      filesWith(aes),
      "*::files",
      "public catalogue",
      `${ofFiles}: '${inRule}.sseAlgorithm' ${isAes}`,
    ],
  });
});
