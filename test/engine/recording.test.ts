// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { ACCOUNT } from "../support/components/settled";
import { undeployable } from "../support/deployment/deployability";
import type { Question } from "../support/deployment/deployed-documents";
import {
  presigned,
  type RecordingDeployment,
  recordingDeployment,
  recordingPlaces,
} from "../support/deployment/recording-deployment";
import { everyone, overprivileged } from "../support/simulation/recording-askers";
import { decision, unknownWords } from "../support/simulation/simulation";

// What this does not prove: that Agora's recorder needs no more than this, which Agora does not publish;
// that S3's services ask as they are documented to; and Object Lock, which is no policy.

const algorithm = "s3:x-amz-server-side-encryption";
const keyId = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const customer = "s3:x-amz-server-side-encryption-customer-algorithm";
const hour = 3_600_000;

// Rows: writer reader administrator otherRole otherAccount nobody replication logging trail
const writers = "yes no yes no no no no no no";
const readers = "no yes yes no no no no no no";
const administrators = "no no yes no no no no no no";
const never = everyone("never");

type Ask = (storage: RecordingDeployment) => Question;

const uploads: Record<string, [Ask, string]> = {
  "without a word about encryption, as browsers do": [(of) => of.object("PutObject"), writers],
  "with the bucket's key": [(of) => underKey(of, "recordings-key"), writers],
  "with another key": [(of) => underKey(of, "recordings-vault-key"), never],
  "with the key that AWS manages": [
    (of) => of.object("PutObject", { [algorithm]: "aws:kms" }),
    never,
  ],
  "with S3's own key": [(of) => of.object("PutObject", { [algorithm]: "AES256" }), never],
  "with the bucket's key in two layers": [
    (of) => {
      const { context, ...rest } = underKey(of, "recordings-key");
      return { ...rest, context: { ...context, [algorithm]: "aws:kms:dsse" } };
    },
    never,
  ],
  "with a key of the uploader's own": [
    (of) => of.object("PutObject", { [customer]: "AES256" }),
    never,
  ],
  "over plain HTTP": [(of) => of.object("PutObject", { "aws:SecureTransport": "false" }), never],
  "over TLS 1.1": [(of) => of.object("PutObject", { "s3:TlsVersion": "1.1" }), never],
  "over TLS 1.2": [(of) => of.object("PutObject", { "s3:TlsVersion": "1.2" }), writers],
  "by a signature of a day": [(of) => of.object("PutObject", presigned(24 * hour)), writers],
  "by a signature older than a day": [
    (of) => of.object("PutObject", presigned(24 * hour + 1)),
    never,
  ],
  "as a class file": [
    (of) => of.object("PutObject", {}, { key: "courseware/slides.pdf" }),
    writers,
  ],
  "outside the folders of Agora's user": [
    (of) => of.object("PutObject", {}, { key: "elsewhere/class.m3u8" }),
    administrators,
  ],
  "in parts, and give up": [(of) => of.object("AbortMultipartUpload"), writers],
};

const reads: Record<string, [Ask, string]> = {
  "past the endpoint": [(of) => of.object("GetObject"), never],
  "through another endpoint": [
    (of) => of.object("GetObject", { "aws:SourceVpce": "vpce-0another" }),
    never,
  ],
  "through the endpoint": [(of) => of.object("GetObject", of.inside()), readers],
  "over plain HTTP": [
    (of) => of.object("GetObject", { ...of.inside(), "aws:SecureTransport": "false" }),
    never,
  ],
  "over TLS 1.1": [
    (of) => of.object("GetObject", { ...of.inside(), "s3:TlsVersion": "1.1" }),
    never,
  ],
  "by a young signature, anywhere": [(of) => of.object("GetObject", presigned(hour / 4)), readers],
  "by an old signature": [(of) => of.object("GetObject", presigned(hour / 4 + 1)), never],
  "by an old signature through the endpoint": [
    (of) => of.object("GetObject", { ...presigned(hour / 4 + 1), ...of.inside() }),
    never,
  ],
  "in an old version through the endpoint": [
    (of) => of.object("GetObjectVersion", of.inside()),
    readers,
  ],
  "a class file by a signature, which is switched off": [
    (of) => of.object("GetObject", presigned(1), { key: "courseware/slides.pdf" }),
    never,
  ],
  "a class file through the endpoint": [
    (of) => of.object("GetObject", of.inside(), { key: "courseware/slides.pdf" }),
    readers,
  ],
  "a version in order to copy it": [
    (of) => of.object("GetObjectVersionForReplication"),
    "no no yes no no no yes no no",
  ],
};

const others: Record<string, [Ask, string]> = {
  "to delete": [(of) => of.object("DeleteObject"), administrators],
  "to delete a version": [(of) => of.object("DeleteObjectVersion"), administrators],
  "to delete over plain HTTP": [
    (of) => of.object("DeleteObject", { "aws:SecureTransport": "false" }),
    never,
  ],
  "to list past the endpoint": [(of) => of.bucket("ListBucket"), "no no yes no no no yes no no"],
  "to list through the endpoint": [
    (of) => of.bucket("ListBucket", of.inside()),
    "no yes yes no no no yes no no",
  ],
  "to list over plain HTTP": [
    (of) => of.bucket("ListBucket", { "aws:SecureTransport": "false" }),
    never,
  ],
  "to change the bucket's policy": [(of) => of.bucket("PutBucketPolicy"), administrators],
};

function underKey(of: RecordingDeployment, name: string): Question {
  const key = of.documents.output(":Key", name);
  return of.object("PutObject", { [algorithm]: "aws:kms", [keyId]: key });
}

for (const place of recordingPlaces) {
  describe(`engine: recordings and class files in ${place.partition}`, function () {
    this.timeout(300_000);
    let storage: RecordingDeployment;
    before(async () => {
      storage = await recordingDeployment(place);
    });

    it("could be made by AWS in this order, with these names and keys", () => {
      assert.deepEqual(undeployable(storage.stack.resources), []);
    });

    it("are destroyed to the last resource", () => {
      assert.equal(storage.stack.destroyed.code, 0, storage.stack.destroyed.text);
      assert.deepEqual(storage.stack.left, []);
    });

    it("have these policy documents, in words that IAM has", async () => {
      const all = Object.entries(storage.documents.all()).filter(([name]) =>
        name.includes("recordings"),
      );
      assert.deepEqual(all.map(([name]) => name).sort(), [
        "BucketPolicy recordings-access-logs-policy",
        "BucketPolicy recordings-policy",
        "BucketPolicy recordings-trail-policy",
        "BucketPolicy recordings-vault-policy",
        "KeyPolicy recordings-key-policy",
        "KeyPolicy recordings-vault-key-policy",
        "Policy recordings-reader",
        "Policy recordings-writer-boundary",
        "Role recordings-key-watch",
        "Role recordings-replication",
        "RolePolicy recordings-key-watch",
        "RolePolicy recordings-replication",
        "UserPolicy recordings-writer",
      ]);
      for (const [name, document] of all) {
        assert.deepEqual(await unknownWords(document), [], name);
      }
    });

    for (const [may, table] of Object.entries({ upload: uploads, read: reads, be: others })) {
      for (const [title, [ask, row]] of Object.entries(table)) {
        const words = may === "be" ? `allowed ${title}` : `able to ${may} ${title}`;
        it(`decide who is ${words}`, () => storage.decide(ask(storage), row));
      }
    }

    it("have a bucket policy of which every statement is needed for that", async () => {
      const rows = { ...uploads, ...reads, ...others };
      assert.deepEqual(await storage.idleStatements("recordings", rows), []);
    });

    it("keep Agora's user within its boundary, whatever is attached to it", async () => {
      const writer = overprivileged(storage.principals.writer);
      const questions: Record<string, Question> = {
        put: storage.object("PutObject"),
        tag: storage.object("PutObjectTagging"),
        read: storage.object("GetObject", presigned(1)),
        delete: storage.object("DeleteObject"),
        list: storage.bucket("ListBucket"),
        elsewhere: storage.object("PutObject", {}, { key: "elsewhere/class.m3u8" }),
        policy: storage.bucket("PutBucketPolicy"),
        key: { action: "iam:CreateAccessKey", resource: writer.arn ?? "" },
      };
      const answers: Record<string, string> = {};
      for (const [title, question] of Object.entries(questions)) {
        answers[title] = await decision({ ...question, principal: writer, accountId: ACCOUNT });
      }
      assert.deepEqual(answers, {
        put: "Allowed",
        tag: "Allowed",
        read: "ImplicitlyDenied",
        delete: "ImplicitlyDenied",
        list: "ImplicitlyDenied",
        elsewhere: "ImplicitlyDenied",
        policy: "ImplicitlyDenied",
        key: "ImplicitlyDenied",
      });
    });
  });
}
