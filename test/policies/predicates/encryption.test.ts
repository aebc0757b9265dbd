// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  type Encryption,
  encryptionBy,
  reaches,
  type Spelling,
  type Strength,
} from "../../../policies/predicates/encryption";
import { select } from "../../../policies/resources/reading";
import { requireBucketEncryption as rule } from "../../../policies/rules/buckets/require-bucket-encryption";
import { stackOf } from "../../support/pack/judge";
import {
  from,
  type Program,
  type ProgramResource,
  secret,
  UNKNOWN,
} from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  violationOf,
} from "../../support/pack/verdicts";

const s3: Spelling = { algorithm: "sseAlgorithm", key: "kmsMasterKeyId" };
const keyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

async function encryptionOf(
  block: unknown,
  spelling = s3,
  others: Program = {},
): Promise<Encryption | undefined> {
  const properties = { block };
  const { resource } = await stackOf({ ...others, store: { type: "a:b:C", properties } });
  const [reading] = select(resource("store").props, "block");
  return reading && encryptionBy(reading, spelling, resource("store"));
}

/** Strength, property and what was found; a question mark where it may turn out stronger. */
const summary = (encryption: Encryption | undefined) =>
  `${encryption?.atLeast}${encryption?.open ? "?" : ""} '${encryption?.property}' ${encryption?.found}`;

describe("encryption", () => {
  const managed = "is alias/aws/s3, a key that AWS manages";
  const noKey = "is missing, which means the key that AWS manages (alias/aws/s3)";
  const nothing = "is missing, which leaves the objects to AWS's own keys (SSE-S3)";
  const kms = (kmsMasterKeyId?: unknown) => ({ sseAlgorithm: "aws:kms", kmsMasterKeyId });
  const cases: Record<string, [unknown, string]> = {
    "no block": [null, `sse-s3 'block' ${nothing}`],
    "an empty block": [{}, `sse-s3 'block.sseAlgorithm' ${nothing}`],
    "an algorithm that reads back empty": [
      { sseAlgorithm: "" },
      `sse-s3 'block.sseAlgorithm' ${nothing}`,
    ],
    AES256: [
      { sseAlgorithm: "AES256", kmsMasterKeyId: "" },
      "sse-s3 'block.sseAlgorithm' is AES256, which means AWS's own keys (SSE-S3)",
    ],
    "KMS without a key": [
      { sseAlgorithm: "aws:kms" },
      `aws-managed 'block.kmsMasterKeyId' ${noKey}`,
    ],
    "KMS with a key that reads back empty": [
      kms(""),
      `aws-managed 'block.kmsMasterKeyId' ${noKey}`,
    ],
    "dual-layer KMS without a key": [
      { sseAlgorithm: "aws:kms:dsse" },
      `aws-managed 'block.kmsMasterKeyId' ${noKey}`,
    ],
    "the alias of the key that AWS manages": [
      kms("alias/aws/s3"),
      `aws-managed 'block.kmsMasterKeyId' ${managed}`,
    ],
    "the ARN of that alias in another partition": [
      kms("arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/s3"),
      `aws-managed 'block.kmsMasterKeyId' ${managed}`,
    ],
    "the alias of another service's key": [
      kms("alias/aws/ebs"),
      "aws-managed 'block.kmsMasterKeyId' is alias/aws/ebs, a key that AWS manages",
    ],
    "a key's id": [kms(keyId), "customer-key 'block.kmsMasterKeyId' is a customer-managed key"],
    "a key's alias": [
      kms("alias/aws-files"),
      "customer-key 'block.kmsMasterKeyId' is a customer-managed key",
    ],
    "a key's ARN that is a secret": [
      { sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: secret(`arn:aws:kms:…:key/${keyId}`) },
      "customer-key 'block.kmsMasterKeyId' is a customer-managed key",
    ],
    "an algorithm that is none": [
      { sseAlgorithm: secret("s3cr3t") },
      "undefined 'block.sseAlgorithm' is none of AES256, aws:kms and aws:kms:dsse",
    ],
    "an unknown algorithm": [
      { sseAlgorithm: UNKNOWN, kmsMasterKeyId: keyId },
      "sse-s3? 'block.sseAlgorithm' is not known",
    ],
    "an unknown key": [kms(UNKNOWN), "aws-managed? 'block.kmsMasterKeyId' is not known"],
    "an unknown block": [UNKNOWN, "sse-s3? 'block' is not known"],
  };
  for (const [what, [block, expected]] of Object.entries(cases)) {
    it(`judges ${what}`, async () => {
      assert.equal(summary(await encryptionOf(block)), expected);
    });
  }

  describe("of a key in the same program", () => {
    const key = { type: "aws:kms/key:Key" };

    it("knows an unknown key", async () => {
      assert.equal(
        summary(await encryptionOf(kms(from("key.arn")), s3, { key })),
        "customer-key 'block.kmsMasterKeyId' comes from a key of this program",
      );
    });

    it("knows an unknown block that is made from the key", async () => {
      assert.equal(
        summary(await encryptionOf(from("key.arn"), s3, { key })),
        "customer-key 'block' comes from a key of this program",
      );
    });

    it("does not know an unknown algorithm beside it", async () => {
      const block = { sseAlgorithm: UNKNOWN, kmsMasterKeyId: from("key.arn") };
      assert.equal(
        summary(await encryptionOf(block, s3, { key })),
        "sse-s3? 'block.sseAlgorithm' is not known",
      );
    });
  });

  it("reads the properties that the block's spelling names", async () => {
    const block = { sseType: "aws:kms", kmsKeyArn: "alias/aws/s3" };
    assert.equal(
      summary(await encryptionOf(block, { algorithm: "sseType", key: "kmsKeyArn" })),
      `aws-managed 'block.kmsKeyArn' ${managed}`,
    );
  });

  it("orders the strengths", () => {
    const strengths: (Strength | undefined)[] = [
      undefined,
      "sse-s3",
      "aws-managed",
      "customer-key",
    ];
    const reached = strengths.map((atLeast) =>
      (["sse-s3", "aws-managed", "customer-key"] as const).filter((minimum) =>
        reaches({ atLeast, open: false, property: "", found: "" }, minimum),
      ),
    );
    assert.deepEqual(reached, [
      [],
      ["sse-s3"],
      ["sse-s3", "aws-managed"],
      ["sse-s3", "aws-managed", "customer-key"],
    ]);
  });

  describe("of vector buckets and table buckets", () => {
    const violated = (what: string) =>
      violationOf(rule, `${what}; a bucket must be encrypted with a customer-managed key`);
    const list = ["encryptionConfigurations", "[0].sseType"] as const;
    const block = ["encryptionConfiguration", ".sseAlgorithm"] as const;
    const native = ["encryptionConfiguration", ".sseType"] as const;
    for (const [type, [property, algorithm], inherits] of [
      ["aws:s3/vectorsVectorBucket:VectorsVectorBucket", list, false],
      ["aws:s3tables/tableBucket:TableBucket", block, false],
      ["aws:s3/vectorsIndex:VectorsIndex", list, true],
      ["aws:s3tables/table:Table", block, true],
      ["aws-native:s3tables:TableBucket", block, false],
      ["aws-native:s3vectors:VectorBucket", native, false],
      ["aws-native:s3vectors:Index", native, true],
    ] as const) {
      const at = `${type.split(":").at(-1)} 'store': '${property}`;
      const store = (value: string, kmsKeyArn?: string): ProgramResource => {
        const written = { [algorithm.split(".")[1] ?? ""]: value, kmsKeyArn };
        return { type, properties: { [property]: algorithm.includes("[") ? [written] : written } };
      };

      it(`is a customer's with a key of the same program, in ${type}`, () =>
        assertCompliant(rule, {
          key: { type: "aws:kms/key:Key" },
          store: store("aws:kms", from("key.arn")),
        }));

      it(`is AWS's own with AES256, in ${type}`, () =>
        assertAlwaysSays(rule, { store: store("AES256", "") }, [
          violated(`${at}${algorithm}' is AES256, which means AWS's own keys (SSE-S3)`),
        ]));

      it(`is ${inherits ? "the bucket's" : "AWS's own"} where nothing is written, in ${type}`, () =>
        assertSays(rule, { store: { type } }, inherits ? [] : [violated(`${at}' ${nothing}`)]));
    }
  });
});
