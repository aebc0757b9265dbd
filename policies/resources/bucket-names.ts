// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Names of buckets in the ways that programs write them. */

/** The bucket's name in a name, an ARN or an address such as s3://, with or without a key after it. */
export function bucketNameIn(text: string): string {
  return text.replace(/^(?:arn:[\w-]+:s3:::|s3(?:a|n|ssl)?:\/\/|\/)?([^/]+).*/s, "$1");
}
