// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A missing block stays missing: a fix changes resources and creates none. */

import { configurationOfFix, statedExemptions } from "../framework/configuration";
import type { Change, Fix } from "../framework/fix";
import { accessSwitches } from "../predicates/access-switches";
import { below, type Reading, read, textOf } from "../resources/reading";
import type { Resource } from "../resources/stack";
import { requirePublicAccessBlock as rule } from "../rules/buckets/require-public-access-block";

export const fixPublicAccessBlock: Fix = {
  name: "fix-public-access-block",
  description: "The switches of a block against public access must all be on, and are switched on.",
  rationale: rule.rationale,
  severity: rule.severity,
  controls: rule.controls,
  enforcementLevel: "disabled",
  tags: ["s3", "public-access", "fix"],
  remediationSteps: "Set all four switches in the program, so that the program says what happens.",
  url: rule.url,
  configSchema: configurationOfFix({ exemptions: statedExemptions }),
  needs: ["exemptions"],
  remedy: {
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": switchedOn,
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": switchedOn,
    "aws-native:s3:Bucket": (bucket) =>
      switchesIn(read(bucket.props, "publicAccessBlockConfiguration")),
  },
};

function switchedOn({ props }: Resource): readonly Change[] {
  return switchesIn({ state: "known", path: "", value: props });
}

function switchesIn(block: Reading): readonly Change[] {
  return block.state === "known"
    ? accessSwitches
        .map((name) => below(block, name))
        .filter((position) => position.state !== "unknown" && textOf(position) !== "true")
        .map(({ path }) => ({ path, value: true }))
    : [];
}
