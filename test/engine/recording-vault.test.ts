// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
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
const onlyReplication = "never never never never never never yes never never";
const inVault = { bucket: "recordings-vault" } as const;

type Ask = (storage: RecordingDeployment, service: (name: string) => string) => Question;

/** A use of a key for a bucket, through a service if one is named. */
function use(
  of: RecordingDeployment,
  [key, action]: readonly [key: string, action: string],
  bucketArn: string,
  viaService?: string,
): Question {
  return of.documents.useOfKey(key, `kms:${action}`, {
    "kms:EncryptionContext:aws:s3:arn": bucketArn,
    ...(viaService && { "kms:ViaService": viaService }),
  });
}

function forBucket(bucket: Bucket, action: string): Ask {
  return (of, service) => use(of, [`${bucket}-key`, action], of.bucketArn(bucket), service("s3"));
}

const rows: Record<string, [Ask, string]> = {
  "copy a recording to the vault": [
    (of) => of.object("ReplicateObject", {}, inVault),
    onlyReplication,
  ],
  "copy a recording to the vault over plain HTTP": [
    (of) => of.object("ReplicateObject", { "aws:SecureTransport": "false" }, inVault),
    everyone("never"),
  ],
  "copy a recording to the vault over TLS 1.1": [
    (of) => of.object("ReplicateObject", { "s3:TlsVersion": "1.1" }, inVault),
    everyone("never"),
  ],
  "copy to the vault what is no recording": [
    (of) => of.object("ReplicateObject", {}, { ...inVault, key: "courseware/slides.pdf" }),
    onlyReplication.replace("yes", "no"),
  ],
  "upload to the vault": [
    (of) => of.object("PutObject", {}, inVault),
    onlyReplication.replace("yes", "no"),
  ],
  "copy a deletion to the vault": [
    (of) => of.object("ReplicateDelete", {}, inVault),
    everyone("never"),
  ],
  "read the vault": [(of) => of.object("GetObject", {}, inVault), administrators],
  "go around a lock in GOVERNANCE mode": [
    (of) => of.object("BypassGovernanceRetention", {}, inVault),
    administrators,
  ],
  "encrypt a recording": [
    forBucket("recordings", "GenerateDataKey"),
    "yes no yes no no no no no no",
  ],
  "decrypt a recording, or the parts of one": [
    forBucket("recordings", "Decrypt"),
    "yes yes yes no no no yes no no",
  ],
  "encrypt a copy": [
    forBucket("recordings-vault", "GenerateDataKey"),
    "no no yes no no no yes no no",
  ],
  "decrypt a copy": [forBucket("recordings-vault", "Decrypt"), administrators],
  "use the recordings' key for another bucket": [
    (of, service) => {
      const other = `${of.bucketArn("recordings")}-other`;
      return use(of, ["recordings-key", "Decrypt"], other, service("s3"));
    },
    everyone("no"),
  ],
  "use the recordings' key through another service": [
    (of, service) => {
      const bucket = of.bucketArn("recordings");
      return use(of, ["recordings-key", "Decrypt"], bucket, service("dynamodb"));
    },
    everyone("no"),
  ],
  "use the recordings' key directly": [
    (of) => use(of, ["recordings-key", "Decrypt"], of.bucketArn("recordings")),
    everyone("no"),
  ],
  "change the policy of the recordings' key": [
    (of) => of.documents.useOfKey("recordings-key", "kms:PutKeyPolicy"),
    administrators,
  ],
};

for (const place of recordingPlaces) {
  describe(`engine: vault and keys of a storage in ${place.partition}`, function () {
    this.timeout(300_000);
    const service = (name: string): string => `${name}.${place.awsRegion}.${place.suffix}`;
    let storage: RecordingDeployment;
    before(async () => {
      storage = await recordingDeployment(place);
    });

    for (const [title, [ask, row]] of Object.entries(rows)) {
      it(`decides who may ${title}`, () => storage.decide(ask(storage, service), row));
    }

    it("has a bucket policy of which every statement is needed for that", async () => {
      const asked = Object.entries(rows).map(([title, [ask, row]]) => [
        title,
        [(of: RecordingDeployment) => ask(of, service), row],
      ]);
      const idle = await storage.idleStatements("recordings-vault", Object.fromEntries(asked));
      assert.deepEqual(idle, []);
    });
  });
}
