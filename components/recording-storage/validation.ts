// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { awsRegionFacts } from "../regions/aws-regions";
import type { RecordingStorageArgs } from "./recording-storage";

/** What is wrong with a recording storage's arguments, as sentences. Outputs are left out. */
export function validateRecordingStorageArgs({
  awsRegion,
  retentionDays,
}: RecordingStorageArgs): string[] {
  return [storageRegionProblem("awsRegion", awsRegion), retentionProblem(retentionDays)].filter(
    (problem) => problem !== undefined,
  );
}

/** Why Agora cannot record to an AWS region, as a sentence; nothing when it can. */
export function storageRegionProblem(property: string, awsRegion: string): string | undefined {
  return awsRegionFacts(awsRegion).agoraStorageNumber === undefined
    ? `'${property}' must be a region that Agora's recorder has a storage number for, got ${JSON.stringify(awsRegion)}. Take another region, or no recording.`
    : undefined;
}

function retentionProblem(retentionDays: unknown): string | undefined {
  return typeof retentionDays !== "number" ||
    (Number.isInteger(retentionDays) && retentionDays >= 1)
    ? undefined
    : `'retentionDays' must be a whole number of at least 1, got ${retentionDays}.`;
}
