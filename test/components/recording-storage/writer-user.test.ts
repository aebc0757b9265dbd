// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  buildStorage,
  courseware,
  defaultStorage,
  keyArn,
} from "../../support/components/built-recording-storage";
import { ACCOUNT, known, only, type Settled } from "../../support/components/settled";

const encrypt = {
  Sid: "EncryptThroughS3",
  Effect: "Allow",
  Action: ["kms:GenerateDataKey", "kms:Decrypt"],
  Resource: [keyArn("eu-key")],
  Condition: { StringEquals: { "kms:ViaService": ["s3.eu-central-1.amazonaws.com"] } },
};

function statements(storage: Settled<unknown>, type: string, name: string): object[] {
  return JSON.parse(String(only(storage, type, name).inputs.policy)).Statement;
}

describe("Agora's user", () => {
  it("may only put recordings into their folder and use the key through S3", async () => {
    const storage = await defaultStorage();
    assert.deepEqual(statements(storage, "aws:iam/userPolicy:UserPolicy", "eu-writer"), [
      {
        Sid: "StoreForAgora",
        Effect: "Allow",
        Action: ["s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
        Resource: ["arn:aws:s3:::eu/recordings/*"],
      },
      encrypt,
    ]);
  });

  it("has a boundary with one more action, for Agora's tags", async () => {
    const storage = await defaultStorage();
    assert.equal(
      only(storage, "aws:iam/user:User").inputs.permissionsBoundary,
      `arn:aws:iam::${ACCOUNT}:policy/eu-writer-boundary`,
    );
    assert.deepEqual(statements(storage, "aws:iam/policy:Policy", "eu-writer-boundary"), [
      {
        Sid: "StoreForAgora",
        Effect: "Allow",
        Action: [
          "s3:PutObject",
          "s3:PutObjectTagging",
          "s3:AbortMultipartUpload",
          "s3:ListMultipartUploadParts",
        ],
        Resource: ["arn:aws:s3:::eu/recordings/*"],
      },
      encrypt,
    ]);
  });

  it("signs reads of class files only with coursewareRead presigned, for minutes", async () => {
    const storage = await buildStorage({
      courseware,
      coursewareRead: "presigned",
      presignedReadSeconds: 120,
    });
    for (const [type, name] of [
      ["aws:iam/userPolicy:UserPolicy", "eu-writer"],
      ["aws:iam/policy:Policy", "eu-writer-boundary"],
    ] as const) {
      assert.deepEqual(statements(storage, type, name).at(-1), {
        Sid: "SignReadsForBrowsers",
        Effect: "Allow",
        Action: ["s3:GetObject"],
        Resource: ["arn:aws:s3:::eu/courseware/*"],
        Condition: {
          StringEquals: { "s3:authType": ["REST-QUERY-STRING"] },
          NumericLessThanEquals: { "s3:signatureAge": ["120000"] },
        },
      });
    }
  });

  it("gets its access key by a command that names a region of its partition", async () => {
    for (const awsRegion of ["eu-central-1", "cn-north-1"]) {
      const { result } = await buildStorage({ awsRegion });
      assert.equal(
        await known(result.createAccessKeyCommand),
        `aws iam create-access-key --region ${awsRegion} --user-name eu-writer --query ` +
          "'AccessKey.[AccessKeyId,SecretAccessKey]' --output text",
      );
    }
  });
});
