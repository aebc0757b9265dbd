// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { ACCOUNT } from "../support/components/settled";
import type { Question } from "../support/deployment/deployed-documents";
import {
  type Bucket,
  type RecordingDeployment,
  recordingDeployment,
  recordingPlaces,
} from "../support/deployment/recording-deployment";
import { everyone } from "../support/simulation/recording-askers";

// Rows: writer reader administrator otherRole otherAccount nobody replication logging trail
const administrators = "no no yes no no no no no no";
const onlyLogging = "never never never never never never never yes never";
const onlyTrail = "never never never never never never never never yes";
const logFile = { bucket: "recordings-access-logs" } as const;
const eventFile = {
  bucket: "recordings-trail",
  key: `AWSLogs/${ACCOUNT}/CloudTrail/file.json.gz`,
} as const;

type Ask = (storage: RecordingDeployment) => Question;

/** What S3's logging service says of itself when it delivers what was logged of a bucket. */
function about(of: RecordingDeployment, source: Bucket): Record<string, string> {
  return { "aws:SourceAccount": ACCOUNT, "aws:SourceArn": of.bucketArn(source) };
}

/** What CloudTrail says of itself when it delivers events of a trail. */
function forTrail(of: RecordingDeployment, ending = ""): Record<string, string> {
  return {
    "aws:SourceArn": of.trailArn + ending,
    "s3:x-amz-acl": "bucket-owner-full-control",
  };
}

const rows: Record<string, [Ask, string]> = {
  ...Object.fromEntries(
    (["recordings", "recordings-trail", "recordings-vault"] as const).map((source) => [
      `write access logs of ${source}`,
      [
        (of: RecordingDeployment) => of.object("PutObject", about(of, source), logFile),
        onlyLogging,
      ],
    ]),
  ),
  "write access logs of a bucket that is not of the storage": [
    (of) => {
      const source = { "aws:SourceArn": `${of.bucketArn("recordings")}-other` };
      return of.object("PutObject", { ...about(of, "recordings"), ...source }, logFile);
    },
    onlyLogging.replace("yes", "no"),
  ],
  "write access logs for another account": [
    (of) => {
      const source = { "aws:SourceAccount": "999988887777" };
      return of.object("PutObject", { ...about(of, "recordings"), ...source }, logFile);
    },
    onlyLogging.replace("yes", "no"),
  ],
  "write access logs over plain HTTP": [
    (of) => {
      const plain = { "aws:SecureTransport": "false" };
      return of.object("PutObject", { ...about(of, "recordings"), ...plain }, logFile);
    },
    everyone("never"),
  ],
  "write access logs over TLS 1.1": [
    (of) => {
      const old = { "s3:TlsVersion": "1.1" };
      return of.object("PutObject", { ...about(of, "recordings"), ...old }, logFile);
    },
    everyone("never"),
  ],
  "write data events over plain HTTP": [
    (of) => {
      const plain = { "aws:SecureTransport": "false" };
      return of.object("PutObject", { ...forTrail(of), ...plain }, eventFile);
    },
    everyone("never"),
  ],
  "read access logs": [(of) => of.object("GetObject", {}, logFile), administrators],
  "delete access logs": [(of) => of.object("DeleteObject", {}, logFile), administrators],
  "write data events": [(of) => of.object("PutObject", forTrail(of), eventFile), onlyTrail],
  "write data events of another trail": [
    (of) => of.object("PutObject", forTrail(of, "-other"), eventFile),
    onlyTrail.replace("yes", "no"),
  ],
  "write data events elsewhere in their bucket": [
    (of) => of.object("PutObject", forTrail(of), { ...eventFile, key: "file.json.gz" }),
    onlyTrail.replace("yes", "no"),
  ],
  "write data events over TLS 1.1": [
    (of) => of.object("PutObject", { ...forTrail(of), "s3:TlsVersion": "1.1" }, eventFile),
    everyone("never"),
  ],
  "look at the owner of the bucket for data events": [
    (of) => of.bucket("GetBucketAcl", { "aws:SourceArn": of.trailArn }, "recordings-trail"),
    "no no yes no no no no no yes",
  ],
  "read data events": [(of) => of.object("GetObject", {}, eventFile), administrators],
  "delete data events": [(of) => of.object("DeleteObject", {}, eventFile), administrators],
  "encrypt data events": [
    (of) =>
      of.documents.useOfKey("recordings-key", "kms:GenerateDataKey", {
        "aws:SourceArn": of.trailArn,
      }),
    onlyTrail.replaceAll("never", "no"),
  ],
  "encrypt data events of another trail": [
    (of) =>
      of.documents.useOfKey("recordings-key", "kms:GenerateDataKey", {
        "aws:SourceArn": `${of.trailArn}-other`,
      }),
    everyone("no"),
  ],
};

for (const place of recordingPlaces) {
  describe(`engine: evidence about a storage in ${place.partition}`, function () {
    this.timeout(300_000);
    let storage: RecordingDeployment;
    before(async () => {
      storage = await recordingDeployment(place);
    });

    for (const [title, [ask, row]] of Object.entries(rows)) {
      it(`decides who may ${title}`, () => storage.decide(ask(storage), row));
    }

    it("has bucket policies of which every statement is needed for that", async () => {
      for (const bucket of ["recordings-access-logs", "recordings-trail"] as const) {
        assert.deepEqual(await storage.idleStatements(bucket, rows), [], bucket);
      }
    });

    it("is of the storage's buckets, by a trail whose ARN the policies know beforehand", () => {
      const trail = storage.stack.resources.find(({ type }) => type.endsWith(":Trail"));
      const { name, advancedEventSelectors } = trail?.inputs ?? {};
      const { partition, awsRegion } = place;
      assert.equal(
        storage.trailArn,
        `arn:${partition}:cloudtrail:${awsRegion}:${ACCOUNT}:trail/${String(name)}`,
      );
      const [{ fieldSelectors }] = advancedEventSelectors as [{ fieldSelectors: object[] }];
      assert.deepEqual(fieldSelectors.at(-1), {
        field: "resources.ARN",
        startsWiths: (["recordings", "recordings-vault"] as const).map(
          (bucket) => `${storage.bucketArn(bucket)}/`,
        ),
      });
    });
  });
}
