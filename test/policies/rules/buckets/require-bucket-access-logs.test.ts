// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireBucketAccessLogs as rule } from "../../../../policies/rules/buckets/require-bucket-access-logs";
import { from, kindOf, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const isMissing = "is missing, and no trail of the stack records what is done with its objects";

const files: ProgramResource = { type: "aws:s3/bucket:Bucket" };
const loggingTo = (
  targetBucket: string,
  type = "aws:s3/bucketLogging:BucketLogging",
): ProgramResource => ({ type, properties: { bucket: from("files.id"), targetBucket } });
const trail = (value: string): ProgramResource => ({
  type: "aws:cloudtrail/trail:Trail",
  properties: {
    s3BucketName: "audit",
    eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: [value] }] }],
  },
});

const { notApplicable, complies, violates, undecidedUntilDeployed, exempted } = ruleSpec(rule, {
  must: "accesses must be on record",
});

describe("require-bucket-access-logs", () => {
  notApplicable({
    "a directory bucket, which has no access logs": {
      files: {
        type: "aws:s3/directoryBucket:DirectoryBucket",
        properties: { bucket: "class--euc1-az1--x-s3" },
      },
    },
  });

  for (const type of [
    "aws:s3/bucketLogging:BucketLogging",
    "aws:s3/bucketLoggingV2:BucketLoggingV2",
  ]) {
    complies({
      [`${type} logs to another bucket, of the program or elsewhere`]: [
        { files, logging: loggingTo(from("logs.id"), type), logs: files },
        { files, logging: loggingTo("logs-elsewhere", type) },
      ],
    });
  }

  for (const [type, property, value, missing] of [
    ["aws:s3/bucket:Bucket", "logging", { targetBucket: "logs" }, "logging"],
    ["aws:s3/bucket:Bucket", "loggings", [{ targetBucket: "logs" }], "logging"],
    ["aws:s3/bucketV2:BucketV2", "loggings", [{ targetBucket: "logs" }], "loggings"],
    [
      "aws-native:s3:Bucket",
      "loggingConfiguration",
      { destinationBucketName: "logs" },
      "loggingConfiguration",
    ],
  ] as const) {
    complies({
      [`${type} logs by itself, in ${property}`]: {
        files: { type, properties: { [property]: value } },
      },
    });

    violates({
      [`${type} without ${property} is on no record`]: [
        { files: { type } },
        `${kindOf(type)} 'files': '${missing}' ${isMissing}`,
      ],
    });
  }

  complies({
    "a bucket that logs into itself": { files, logging: loggingTo(from("files.id")) },
    "a target that is not known yet": { files, logging: loggingTo(from("elsewhere.logs")) },
    "a trail records the data events of all buckets": { files, trail: trail("arn:aws:s3") },
  });

  const withProperties = (properties: ProgramResource["properties"]) => ({
    files: { ...files, properties: { ...properties } },
  });

  violates({
    "a bucket with an empty list of version 6 of the provider": [
      withProperties({ loggings: [] }),
      `Bucket 'files': 'loggings' ${isMissing}`,
    ],
    "a bucket whose logs have no target": [
      [
        withProperties({ logging: { targetBucket: "" } }),
        `Bucket 'files': 'logging.targetBucket' ${isMissing}`,
      ],
      [
        withProperties({ logging: { targetPrefix: "class/" } }),
        `Bucket 'files': 'logging.targetBucket' ${isMissing}`,
      ],
      [
        { files, logging: loggingTo("") },
        `BucketLogging 'logging' of Bucket 'files': 'targetBucket' ${isMissing}`,
      ],
    ],
    "a trail records the data events of another bucket": [
      { files, trail: trail("arn:aws:s3:::other/") },
      `Bucket 'files': 'logging' ${isMissing}`,
    ],
  });

  undecidedUntilDeployed({
    "a trail is made from the bucket's ARN": [
      { files, trail: trail(`${from("files.arn")}/`) },
      "Trail 'trail' of Bucket 'files': 'eventSelectors' is",
    ],
  });

  exempted({
    "a bucket until a day": [
      { files },
      "*::files",
      "public catalogue",
      `Bucket 'files': 'logging' ${isMissing}`,
    ],
  });
});
