// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as pulumi from "@pulumi/pulumi";
import { present } from "../arguments/problems";
import { defaultDeletionProtection } from "../operations/deletion-protection";
import { defaultLogRetentionDays } from "../operations/log-retention";
import { cidrBlockProblem } from "./cidr-blocks";

export interface PrivateNetworkArgs {
  /** AWS region of the network. It must be the region of the provider. A change replaces everything. */
  readonly awsRegion: string;
  /**
   * IPv4 address range of the VPC: /16 to /26, starting at its first address. A change replaces the network
   * and everything in it.
   * @default "10.64.0.0/24"
   */
  readonly cidrBlock?: string;
  /**
   * KMS key for the flow log. After a change, keep the old key for as long as the log that it encrypted.
   * @default - a key is made
   */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /**
   * How long the flow log is kept, in days: a number that CloudWatch Logs offers. A smaller number deletes
   * older records.
   * @default 365
   */
  readonly logRetentionDays?: pulumi.Input<number>;
  /**
   * Whether the key made here is protected from deletion. If not, Pulumi may delete it, and AWS can restore
   * it for 7 days instead of 30.
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** Values of the arguments that are absent; a default that is a resource is made by the component. */
export const privateNetworkDefaults = {
  cidrBlock: "10.64.0.0/24",
  logRetentionDays: defaultLogRetentionDays,
  deletionProtection: defaultDeletionProtection,
} as const satisfies Partial<PrivateNetworkArgs>;

/** The problems of a network's arguments, as sentences. Skips Outputs. */
export function validatePrivateNetworkArgs({ cidrBlock }: PrivateNetworkArgs): string[] {
  return present([cidrBlock === undefined ? undefined : cidrBlockProblem(cidrBlock)]);
}
