// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The folders of the bucket that Agora writes to. Agora allows only letters and digits in their names. */
export const folders = { recordings: "recordings", courseware: "courseware" } as const;

/** ARN pattern of all objects in one of the bucket's folders. */
export function objectsIn(bucketArn: string, folder: keyof typeof folders): string {
  return `${bucketArn}/${folders[folder]}/*`;
}

/**
 * Maximum age of a presigned upload's signature. Agora signs these URLs and does not publish how long they
 * live; a class lasts a day at most.
 */
export const uploadSignatureSeconds = 86_400;
