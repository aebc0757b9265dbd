// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { requireBucketEncryption as rule } from "../../../../policies/rules/buckets/require-bucket-encryption";
import { judge } from "../../../support/pack/judge";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Block = Readonly<Record<string, unknown>>;

const encryptionTypes = [
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
] as const;
const [split] = encryptionTypes;

const key: ProgramResource = { type: "aws:kms/key:Key" };
const elsewhere: ProgramResource = { type: "pulumi:pulumi:StackReference", external: true };
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

const violated = (what: string) => violationOf(rule, `${what}; ${customerKey}`);
const open = (values: string) => undecidedOf(values, customerKey);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);
const saysAtFirst = (program: Program, ...expected: string[]) =>
  assertSays(rule, program, expected);
const complies = (program: Program, configuration = {}) =>
  assertCompliant(rule, program, { configuration });

describe("require-bucket-encryption", () => {
  it("not applicable: the stack has no bucket", () => assertNotApplicable(rule, { key }));

  describe("a bucket by itself", () => {
    it("violation: nothing is written, the plug-in's block being unknown", async () => {
      const message = violated(`Bucket 'files': '${inline}' ${isMissing}`);
      const reports = [{ level: "mandatory", resource: "files", message }];
      assert.deepEqual(await judge(rule, { files: bucket() }), { reports, applicable: true });
    });

    it("violation: nothing is written, the plug-in's block being read back", () => {
      const path = `${inline}.rule.applyServerSideEncryptionByDefault.sseAlgorithm`;
      const expected = [violated(`Bucket 'files': '${path}' ${isAes}`)];
      return assertSays(rule, { files: bucket() }, expected, { phase: "deployed" });
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
      it(`compliant: a ${kind} with a key of the same program inside`, () =>
        complies({ key, files: make(ownKey) }));

      it(`compliant: a ${kind} with a literal key id inside`, () =>
        complies({ files: make({ ...keyless, kmsMasterKeyId: "alias/classes" }) }));

      it(`violation: a ${kind} with AES256 inside`, () =>
        says({ files: make(aes) }, violated(`${kind} 'files': '${path}.sseAlgorithm' ${isAes}`)));
    }

    it("undecidable: the whole block comes from outside the program", () =>
      saysAtFirst(
        { elsewhere, files: bucket({ [inline]: from("elsewhere.encryption") }) },
        open(`Bucket 'files': '${inline}' is`),
      ));
  });

  describe("a bucket and its split encryption", () => {
    for (const type of encryptionTypes) {
      const kind = type.split(":").at(-1);

      it(`compliant: a ${kind} with a key of the same program`, () =>
        complies(filesWith(ownKey, type)));

      it(`violation: a ${kind} with AES256, reported where it has to be changed`, () =>
        says(
          filesWith(aes, type),
          violated(`${kind} 'encryption' of Bucket 'files': '${inRule}.sseAlgorithm' ${isAes}`),
        ));
    }

    it("compliant: a BucketV2 inside a component", () => {
      const files = { type: "aws:s3/bucketV2:BucketV2", inside: ["acme:index:Storage"] };
      return complies({ ...filesWith(ownKey), files });
    });

    const directory: ProgramResource = {
      type: "aws:s3/directoryBucket:DirectoryBucket",
      properties: { bucket: "files--euc1-az1--x-s3" },
    };
    it("compliant: a directory bucket", () =>
      complies({
        key,
        files: directory,
        encryption: encryption(from("files.bucket"), ownKey),
      }));

    it("violation: a directory bucket without encryption of its own, in each spelling", async () => {
      await says(
        { files: directory },
        violated(`DirectoryBucket 'files': '${inline}' ${isMissing}`),
      );
      await says(
        { files: { type: "aws-native:s3express:DirectoryBucket" } },
        violated(`DirectoryBucket 'files': 'bucketEncryption' ${isMissing}`),
      );
    });

    it("violation: one of two encryptions of the same bucket is weaker", () =>
      says(
        { ...filesWith(ownKey), weak: encryption(from("files.id"), keyless) },
        violated(`${splitOf("weak", "files")}: '${inRule}.kmsMasterKeyId' ${isKeyless}`),
      ));

    it("undecidable: a block is written beside the split encryption and not known", () => {
      const files = bucket({
        [inline]: { rule: ruleWith({ sseAlgorithm: from("settings.sse") }) },
      });
      const settings = { type: "acme:index:Settings" };
      const path = `${inline}.rule.applyServerSideEncryptionByDefault.sseAlgorithm`;
      return saysAtFirst(
        { settings, ...filesWith(ownKey), files },
        open(`Bucket 'files': '${path}' is`),
      );
    });

    for (const [lacking, rules, path] of [
      ["a default", [{ bucketKeyEnabled: true }], inRule],
      ["rules", [], "rules"],
    ] as const) {
      it(`violation: an encryption without ${lacking}`, () => {
        const properties = { bucket: from("files.id"), rules };
        return says(
          { files: bucket(), encryption: { type: split, properties } },
          violated(`${ofFiles}: '${path}' ${isMissing}`),
        );
      });
    }

    it("violation: AES256 for a bucket that lives elsewhere", () =>
      says(
        {
          files: { ...bucket(), external: true },
          fetched: encryption(from("files.id"), aes),
          literal: encryption("a-bucket-of-another-stack", aes),
        },
        ...["fetched", "literal"].map((name) => {
          const title = `BucketServerSideEncryptionConfiguration '${name}'`;
          return violated(`${title}: '${inRule}.sseAlgorithm' ${isAes}`);
        }),
      ));

    it("undecidable: the key comes from outside the program", () =>
      saysAtFirst(
        { ...filesWith(ownKey), key: { ...key, external: true } },
        open(`${ofFiles}: '${inRule}.kmsMasterKeyId' is`),
      ));

    it("undecidable: two values are unknown, which is said once", () => {
      const rules = ["one", "two"].map((name) =>
        ruleWith({ sseAlgorithm: from(`elsewhere.${name}`) }),
      );
      const properties = { bucket: from("files.id"), rules };
      const paths = [inRule, inRule.replace("0", "1")].map((path) => `'${path}.sseAlgorithm'`);
      return saysAtFirst(
        { elsewhere, files: bucket(), encryption: { type: split, properties } },
        open(`${ofFiles}: ${paths.join(" and ")} are`),
      );
    });
  });

  for (const type of [
    "aws:lightsail/bucket:Bucket",
    "aws:s3control/bucket:Bucket",
    "aws-native:lightsail:Bucket",
    "aws-native:s3outposts:Bucket",
  ]) {
    it(`violation: a bucket of type ${type}, which takes no key`, () => {
      const what = `Bucket 'files': 'encryption' cannot be set on this kind of bucket, which leaves the objects to AWS's own keys (SSE-S3); ${customerKey}`;
      return says({ files: { type } }, violationOf(rule, what, "Use an aws.s3.Bucket."));
    });
  }

  describe("the minimum", () => {
    const at = (minimum: string) => ({ configuration: { minimum } });

    it("compliant: aws-managed allows the key that AWS manages, and one that is not known yet", async () => {
      await assertCompliant(rule, filesWith(keyless), at("aws-managed"));
      const external = { ...filesWith(ownKey), key: { ...key, external: true } };
      await assertCompliant(rule, external, at("aws-managed"));
    });

    it("violation: aws-managed does not allow AES256", () => {
      const what = `${ofFiles}: '${inRule}.sseAlgorithm' ${isAes}; a bucket must be encrypted with a KMS key`;
      return assertAlwaysSays(rule, filesWith(aes), [violationOf(rule, what)], at("aws-managed"));
    });

    it("compliant: sse-s3 allows buckets without a word about encryption", () => {
      const buckets = { files: bucket(), lightsail: { type: "aws:lightsail/bucket:Bucket" } };
      return assertCompliant(rule, buckets, at("sse-s3"));
    });

    it("violation: sse-s3 does not allow an algorithm that S3 does not have", () => {
      const what = `${ofFiles}: '${inRule}.sseAlgorithm' is none of AES256, aws:kms and aws:kms:dsse; a bucket must be encrypted`;
      const program = filesWith({ sseAlgorithm: "none" });
      return assertAlwaysSays(rule, program, [violationOf(rule, what)], at("sse-s3"));
    });

    it("compliant: a bucket that receives logs, whatever the minimum", () => {
      const properties = { bucket: from("files.id"), targetBucket: from("logs.id") };
      const logging = { type: "aws:s3/bucketLogging:BucketLogging", properties };
      return complies({ ...filesWith(ownKey), logs: bucket(), logging });
    });
  });

  it("exempts a split encryption by the name of its bucket", () => {
    const exemption = { urn: "*::files", reason: "public catalogue", expires: "2026-12-31" };
    const message = `Exempted: ${ofFiles}: '${inRule}.sseAlgorithm' ${isAes}; allowed until 2026-12-31 because: public catalogue`;
    const configuration = { exemptions: [exemption] };
    return assertAlwaysSays(rule, filesWith(aes), [message], { configuration });
  });
});
