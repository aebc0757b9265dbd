// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * It cannot see siblings. A bucket that receives access logs has to keep S3's own encryption: exempt it,
 * or AWS delivers no more logs.
 */

import { configurationOfFix, type Options, statedExemptions } from "../framework/configuration";
import type { Change, Fix } from "../framework/fix";
import { forEntries } from "../framework/for-types";
import { bucketEncryptions } from "../joins/bucket-places";
import { below, type Reading, select, textOf } from "../resources/reading";
import { regionOf } from "../resources/region";
import type { Resource } from "../resources/stack";
import { requireBucketEncryption as rule } from "../rules/buckets/require-bucket-encryption";

interface RekeyOptions extends Options {
  readonly keys: readonly string[];
}

/** Customers name no alias aws/…; the engine's patterns have no way to say "not". */
const otherAlias = "(a|aw|aws|([^a]|a[^w]|aw[^s]|aws[^/]).*)";
const customerKey = `^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]+:(key/.+|alias/${otherAlias})$`;

export const fixBucketEncryption: Fix<RekeyOptions> = {
  name: "fix-bucket-encryption",
  description: "Encryption with AES256 must give way to a key of the region, and does.",
  rationale: rule.rationale,
  severity: rule.severity,
  controls: rule.controls,
  enforcementLevel: "disabled",
  tags: ["s3", "kms", "encryption", "fix"],
  remediationSteps:
    "Set sseAlgorithm to aws:kms and kmsMasterKeyId to the key in the program, so that it says what happens.",
  url: rule.url,
  configSchema: configurationOfFix({
    exemptions: statedExemptions,
    keys: {
      type: "array",
      items: {
        type: "string",
        pattern: customerKey,
        description: "the ARN of a customer-managed key",
      },
      description:
        "ARNs of customer-managed KMS keys or of their aliases, one a region. A bucket gets the key of its region; where there is none, it stays as it is. Exempt the buckets that receive access logs.",
    },
  }),
  needs: ["keys", "exemptions"],
  remedy: forEntries(
    bucketEncryptions.paths,
    (path) => (resource: Resource, options: RekeyOptions) =>
      rekeyed(resource, select(resource.props, ...path), options),
  ),
};

function rekeyed(
  resource: Resource,
  blocks: readonly Reading[],
  { keys }: RekeyOptions,
): readonly Change[] {
  const region = textOf(regionOf(resource));
  const key = keys.find((arn) => arn.split(":")[3] === region);
  if (key === undefined) {
    return [];
  }
  return blocks
    .map((block) => ({
      algorithm: below(block, "sseAlgorithm"),
      id: below(block, "kmsMasterKeyId"),
    }))
    .filter(({ algorithm, id }) => textOf(algorithm) === "AES256" && id.state !== "unknown")
    .flatMap(({ algorithm, id }) => [
      { path: algorithm.path, value: "aws:kms" },
      { path: id.path, value: key },
    ]);
}
