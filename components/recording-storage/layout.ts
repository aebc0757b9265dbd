// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Where Agora is told to put things in the bucket. Agora allows letters and digits only. */
export const folders = { recordings: "recordings", courseware: "courseware" } as const;

/** The ARN pattern of all objects in one of the bucket's folders. */
export function objectsIn(bucketArn: string, folder: keyof typeof folders): string {
  return `${bucketArn}/${folders[folder]}/*`;
}

/** Presigned URLs for uploads are Agora's; how long they live is not published, but a class lasts a day at most. */
export const uploadSignatureSeconds = 86_400;
