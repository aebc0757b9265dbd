// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { bucketPolicy } from "../../../components/recording-storage/documents/bucket-policy";
import {
  acceptsUploadsWithoutHeaders,
  check,
  type Document,
  refusesOtherKeys,
  refusesUploadersOwnKeys,
} from "../../../policies/access";

const bucketArn = "arn:aws:s3:::box";
const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ours = JSON.parse(
  bucketPolicy({ bucketArn, keyArn, presignedReadSeconds: 900, coursewareRead: "none" }),
);

function without(sid: string): Document {
  const Statement = ours.Statement.filter(({ Sid }: { Sid: string }) => Sid !== sid);
  return { name: "bucket policy", kind: "resource", content: { ...ours, Statement } };
}

function refusal(document: Document): string {
  const { answer } = check(refusesOtherKeys({ documents: [document], bucketArn, keyArn }));
  return answer.answer === "found" ? answer.sentence : answer.answer;
}

describe("object-encryption", () => {
  it("proves that our bucket takes no other key, and an upload that says nothing", () => {
    assert.equal(refusal(without("")), "none");
    const accepted = check(acceptsUploadsWithoutHeaders({ documents: [without("")], bucketArn }));
    assert.equal(accepted.holds, true);
  });

  const upload = `an anonymous caller does s3:PutObject on ${bucketArn}/example`;
  for (const [sid, with_] of [
    [
      "DenyOtherAlgorithm",
      `with s3:x-amz-server-side-encryption "AES256" and s3:x-amz-server-side-encryption-aws-kms-key-id "${keyArn}"`,
    ],
    [
      "DenyOtherKey",
      "with s3:x-amz-server-side-encryption-aws-kms-key-id " +
        '"arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab"',
    ],
    [
      "DenyAlgorithmWithoutKey",
      'with s3:x-amz-server-side-encryption "aws:kms" without s3:x-amz-server-side-encryption-aws-kms-key-id',
    ],
  ]) {
    it(`finds what gets past our bucket without its ${sid}`, () => {
      assert.equal(
        refusal(without(sid ?? "")),
        `${upload} ${with_}: not denied by the bucket policy`,
      );
    });
  }

  const denying = (Condition: object): Document => {
    const Statement = { Effect: "Deny", Principal: "*", Action: "*", Resource: "*", Condition };
    return { name: "bucket policy", kind: "resource", content: { Statement } };
  };

  it("finds that a demand for headers stops uploads without them", () => {
    const demand = { StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } };
    assert.deepEqual(
      check(acceptsUploadsWithoutHeaders({ documents: [denying(demand)], bucketArn })),
      { holds: false, answer: { answer: "none" } },
    );
  });

  it("asks for uploads over TLS, since no others need be possible", () => {
    const accepted = (value: string) => {
      const documents = [denying({ Bool: { "aws:SecureTransport": value } })];
      return check(acceptsUploadsWithoutHeaders({ documents, bucketArn })).holds;
    };
    assert.deepEqual([accepted("false"), accepted("true")], [true, false]);
  });

  it("finds an upload under a key that the uploader brings", () => {
    const key = "s3:x-amz-server-side-encryption-customer-algorithm";
    const refused = (Condition: object) =>
      check(refusesUploadersOwnKeys({ documents: [denying(Condition)], bucketArn }));
    assert.equal(refused({ Null: { [key]: "false" } }).holds, true);
    const { answer } = refused({ StringEquals: { [key]: "AES256" } });
    assert.equal(
      answer.answer === "found" && answer.sentence,
      `${upload} with a certain ${key}: not denied by the bucket policy`,
    );
  });

  it("says what must be true", () => {
    const bucket = { documents: [], bucketArn };
    assert.deepEqual(
      [
        refusesOtherKeys({ ...bucket, keyArn }),
        refusesUploadersOwnKeys(bucket),
        acceptsUploadsWithoutHeaders(bucket),
      ].map(({ says }) => says),
      [
        `no object under another key than ${keyArn}`,
        "no object under a key of the uploader's own",
        "an upload without encryption headers is possible",
      ],
    );
  });
});
