// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A bucket that nobody can open, for programs that are about something else. */

import { from, type Program, type ProgramResource } from "../pack/program";

type Properties = Readonly<Record<string, unknown>>;

export const allSwitchesOn = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

/** The bucket `files` with its switches, and other resources. */
export function closed(others: Program = {}, properties: Properties = {}): Program {
  return {
    files: { type: "aws:s3/bucket:Bucket", properties },
    block: {
      type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
      properties: { bucket: from("files.id"), ...allSwitchesOn },
    },
    ...others,
  };
}

/** The same in one resource of aws-native. */
export function nativeBucket(properties: Properties = {}): ProgramResource {
  return {
    type: "aws-native:s3:Bucket",
    properties: { publicAccessBlockConfiguration: allSwitchesOn, ...properties },
  };
}
