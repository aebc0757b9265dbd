// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { awsRegionFacts } from "../regions/aws-regions";
import { folders } from "./layout";

/** Placeholders for the keys of Agora's IAM user, to be replaced by whoever pastes the text. */
export const keyPlaceholders = {
  accessKey: "<access key id of the writer>",
  secretKey: "<secret access key of the writer>",
};

/** Agora Console's `storageConfig` for a bucket on Amazon S3, as text to paste. */
export function storageConfig(awsRegion: string, bucketName: string): string {
  const { agoraStorageNumber, dnsSuffix } = awsRegionFacts(awsRegion);
  return JSON.stringify({
    vendor: 1,
    region: agoraStorageNumber,
    endpoint: `https://${bucketName}.s3.${awsRegion}.${dnsSuffix}`,
    bucket: bucketName,
    ...keyPlaceholders,
    fileNamePrefix: [folders.recordings],
  });
}

/** Agora Console's storage for class files (whiteboard) on Amazon S3, as text to copy from. */
export function whiteboardConfig(awsRegion: string, bucketName: string): string {
  const { dnsSuffix } = awsRegionFacts(awsRegion);
  return JSON.stringify({
    region: awsRegion,
    endpoint: `s3.${awsRegion}.${dnsSuffix}`,
    bucket: bucketName,
    folder: folders.courseware,
    ...keyPlaceholders,
  });
}
