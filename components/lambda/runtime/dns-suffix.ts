// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The end of AWS's host names in its standard partition. */
export const standardDnsSuffix = "amazonaws.com";

/** Whether an AWS region belongs to the partition of mainland China. */
export function isChina(awsRegion: string): boolean {
  return awsRegion.startsWith("cn-");
}

/** The end of AWS's host names in the partition of a region. */
export function dnsSuffixOf(awsRegion: string): string {
  return isChina(awsRegion) ? `${standardDnsSuffix}.cn` : standardDnsSuffix;
}
