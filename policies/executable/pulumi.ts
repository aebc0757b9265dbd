// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * All that the policy SDK uses of the Pulumi SDK's main module. The executable pack is bundled with
 * this in its place: loading the rest takes longer than everything else that a pack does to start.
 */

export * as asset from "@pulumi/pulumi/asset";

/** A remediation that returns an output is refused by it. */
export const Output = {
  isInstance: (value: unknown): boolean =>
    typeof value === "object" && value !== null && "__pulumiOutput" in value,
};
