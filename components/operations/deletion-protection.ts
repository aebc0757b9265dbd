// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether every component protects what holds keys and data from deletion by default. */
export const defaultDeletionProtection = true;

/**
 * How long AWS can restore a key or secret after its deletion, in days.
 * 7 and 30 are the shortest and the longest time that KMS and Secrets Manager offer.
 */
export function recoveryDays(deletionProtection: boolean): number {
  return deletionProtection ? 30 : 7;
}
