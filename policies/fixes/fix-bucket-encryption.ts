// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A fix cannot see siblings. Exempt every bucket that receives access logs: it must keep S3's own encryption,
 * or AWS delivers no more logs.
 */

import { configurationOfFix, type Options, statedExemptions } from "../framework/configuration";
import type { Change, Fix } from "../framework/fix";
import { forEntries } from "../framework/for-types";
import { bucketEncryptions } from "../joins/judged-bucket-settings";
import { below, type Reading, select, textOf } from "../resources/reading";
import { regionOf } from "../resources/region";
import type { Resource } from "../resources/stack";
import { requireBucketEncryption as rule } from "../rules/buckets/require-bucket-encryption";

interface EncryptionFixOptions extends Options {
  readonly keys: readonly string[];
}

/** No customer can name an alias aws/…. The patterns of the engine cannot say "not", so this one spells it out. */
const otherAlias = "(a|aw|aws|([^a]|a[^w]|aw[^s]|aws[^/]).*)";
const customerKey = `^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]+:(key/.+|alias/${otherAlias})$`;

export const fixBucketEncryption: Fix<EncryptionFixOptions> = {
  name: "fix-bucket-encryption",
  description:
    "Buckets that are encrypted with AES256 must use a KMS key of their region, and are changed to it.",
  rationale: rule.rationale,
  severity: rule.severity,
  controls: rule.controls,
  enforcementLevel: "disabled",
  tags: ["s3", "kms", "encryption", "fix"],
  remediationSteps:
    "Set sseAlgorithm to aws:kms and kmsMasterKeyId to the key in the program, so that the program says what happens.",
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
        "ARNs of customer-managed KMS keys or of their aliases, one for each region. A bucket " +
        "gets the key of its region. Without a key for its region it stays as it is. Exempt " +
        "the buckets that receive access logs.",
    },
  }),
  needs: ["keys", "exemptions"],
  remedy: forEntries(
    bucketEncryptions.paths,
    (path) => (resource: Resource, options: EncryptionFixOptions) =>
      rekeyed(resource, select(resource.props, ...path), options),
  ),
};

function rekeyed(
  resource: Resource,
  blocks: readonly Reading[],
  { keys }: EncryptionFixOptions,
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
