// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { RecordingStorage } from "../../../components/recording-storage/recording-storage";
import { ACCOUNT, only, type Settled, settled } from "../../support/settled";
import { decision, type Principal, unknownWords } from "../../support/simulation";

const algorithm = "s3:x-amz-server-side-encryption";
const keyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";

for (const { partition, awsRegion } of [
  { partition: "aws", awsRegion: "eu-central-1" },
  { partition: "aws-cn", awsRegion: "cn-north-1" },
]) {
  describe(`recording storage documents in ${partition}`, () => {
    const bucketArn = `arn:${partition}:s3:::name`;
    const keyArn = `arn:${partition}:kms:${awsRegion}:${ACCOUNT}:key/name-key-id`;
    const writer: Principal = {
      arn: `arn:${partition}:iam::${ACCOUNT}:role/writer`,
      policies: [
        JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: ["s3:*", "kms:*"], Resource: "*" }],
        }),
      ],
    };

    let storage: Settled<RecordingStorage>;
    let reader: Principal;
    before(async () => {
      storage = await settled(
        awsRegion,
        () => new RecordingStorage("name", { awsRegion, retentionDays: 30 }),
      );
      reader = {
        arn: `arn:${partition}:iam::${ACCOUNT}:role/player`,
        policies: [String(only(storage, "aws:iam/policy:Policy").inputs.policy)],
      };
    });

    const put = (context: Record<string, string>, principal: Principal = writer): Promise<string> =>
      decision({
        principal,
        action: "s3:PutObject",
        resource: `${bucketArn}/class.m3u8`,
        accountId: ACCOUNT,
        resourcePolicy: String(only(storage, "aws:s3/bucketPolicy:BucketPolicy").inputs.policy),
        context: { "s3:TlsVersion": "1.3", ...context },
      });

    const uploads: Record<string, [Record<string, string>, string]> = {
      "without a word about encryption, as Agora's browsers send them": [{}, "Allowed"],
      "with the bucket's key": [{ [algorithm]: "aws:kms", [keyId]: keyArn }, "Allowed"],
      "with TLS of the oldest version that is allowed": [{ "s3:TlsVersion": "1.2" }, "Allowed"],
      "with the key that S3 manages": [{ [algorithm]: "AES256" }, "ExplicitlyDenied"],
      "with the key that AWS manages": [{ [algorithm]: "aws:kms" }, "ExplicitlyDenied"],
      "with another key": [
        { [algorithm]: "aws:kms", [keyId]: `${keyArn}-other` },
        "ExplicitlyDenied",
      ],
      "with a key's id and no algorithm": [{ [keyId]: `${keyArn}-other` }, "ExplicitlyDenied"],
      "over plain HTTP": [{ "aws:SecureTransport": "false" }, "ExplicitlyDenied"],
      "with an older version of TLS": [{ "s3:TlsVersion": "1.1" }, "ExplicitlyDenied"],
    };
    for (const [title, [context, answer]] of Object.entries(uploads)) {
      it(`answers uploads ${title} with ${answer}`, async () => {
        assert.equal(await put(context), answer);
      });
    }

    it("lets nobody in that nobody has let in", async () => {
      assert.equal(await put({}, {}), "ImplicitlyDenied");
      assert.equal(
        await put({}, { ...writer, arn: `arn:${partition}:iam::999988887777:role/writer` }),
        "ImplicitlyDenied",
      );
    });

    it("lets a reader read and list, and neither write nor delete", async () => {
      const resourcePolicy = String(
        only(storage, "aws:s3/bucketPolicy:BucketPolicy").inputs.policy,
      );
      const answers: Record<string, string> = {};
      for (const [action, resource] of [
        ["s3:GetObject", `${bucketArn}/class.m3u8`],
        ["s3:ListBucket", bucketArn],
        ["s3:PutObject", `${bucketArn}/class.m3u8`],
        ["s3:DeleteObject", `${bucketArn}/class.m3u8`],
      ] as const) {
        answers[action] = await decision({
          principal: reader,
          action,
          resource,
          accountId: ACCOUNT,
          resourcePolicy,
          context: { "s3:TlsVersion": "1.3" },
        });
      }
      assert.deepEqual(answers, {
        "s3:GetObject": "Allowed",
        "s3:ListBucket": "Allowed",
        "s3:PutObject": "ImplicitlyDenied",
        "s3:DeleteObject": "ImplicitlyDenied",
      });
    });

    const decrypt = (context: Record<string, string>): Promise<string> =>
      decision({
        principal: reader,
        action: "kms:Decrypt",
        resource: keyArn,
        accountId: ACCOUNT,
        resourcePolicy: String(only(storage, "aws:kms/keyPolicy:KeyPolicy").inputs.policy),
        context,
      });
    const viaS3 = partition === "aws" ? "amazonaws.com" : "amazonaws.com.cn";

    it("lets a reader decrypt through S3 and for this bucket only", async () => {
      const through = { "kms:ViaService": `s3.${awsRegion}.${viaS3}` };
      const context = "kms:EncryptionContext:aws:s3:arn";
      assert.equal(await decrypt({ ...through, [context]: bucketArn }), "Allowed");
      assert.equal(await decrypt({ ...through, [context]: `${bucketArn}/class.m3u8` }), "Allowed");
      assert.equal(
        await decrypt({ ...through, [context]: `${bucketArn}-other` }),
        "ImplicitlyDenied",
      );
      assert.equal(await decrypt({ [context]: bucketArn }), "ImplicitlyDenied");
    });

    it("uses only operators, keys and actions that IAM has", async () => {
      for (const { name, inputs } of storage.children.filter(({ inputs }) => inputs.policy)) {
        assert.deepEqual(await unknownWords(String(inputs.policy)), [], name);
      }
    });
  });
}
