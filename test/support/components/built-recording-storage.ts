// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as pulumi from "@pulumi/pulumi";
import type { RecordingStorageArgs } from "../../../components/recording-storage/arguments";
import { RecordingStorage } from "../../../components/recording-storage/recording-storage";
import { ACCOUNT, type Settled, settled } from "./settled";

/** The required arguments of a storage in Europe, and no other. */
export const requiredOfStorage: RecordingStorageArgs = {
  awsRegion: "eu-central-1",
  retentionDays: 90,
};

/** Arguments for class files. */
export const courseware = {
  retentionDays: 365,
  corsOrigins: ["https://classroom.example.com", "https://localhost:8443"],
};

/** Arguments for a vault. */
export const vault = { mode: "COMPLIANCE", retentionDays: 730 } as const;

/** ARN of a key as the mocked AWS makes it. */
export function keyArn(name: string): string {
  return `arn:aws:kms:eu-central-1:${ACCOUNT}:key/${name}-id`;
}

/** A storage called `eu`, under mocks. */
export function buildStorage(
  overrides: Partial<RecordingStorageArgs> = {},
  options: () => pulumi.ComponentResourceOptions = () => ({}),
): Promise<Settled<RecordingStorage>> {
  const args = { ...requiredOfStorage, ...overrides };
  return settled(args.awsRegion, () => new RecordingStorage("eu", args, options()));
}

let withDefaults: Promise<Settled<RecordingStorage>> | undefined;
let withEverything: Promise<Settled<RecordingStorage>> | undefined;

/** The storage with only the required arguments, built once for all suites that look at it. */
export function defaultStorage(): Promise<Settled<RecordingStorage>> {
  withDefaults ??= buildStorage();
  return withDefaults;
}

/** The storage with class files, a vault and an endpoint, built once too. */
export function fullStorage(): Promise<Settled<RecordingStorage>> {
  withEverything ??= buildStorage({ courseware, vault, s3EndpointId: "vpce-1" });
  return withEverything;
}
