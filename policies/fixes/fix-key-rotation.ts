// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configurationOfFix, type Options } from "../framework/configuration";
import type { Finding } from "../framework/finding";
import type { Fix } from "../framework/fix";
import { forEntries } from "../framework/for-types";
import type { Resource } from "../resources/stack";
import { requireKeyRotation as rule } from "../rules/keys/require-key-rotation";

export const fixKeyRotation: Fix = {
  name: "fix-key-rotation",
  description: "Customer-managed keys that can rotate must rotate, and are made to.",
  rationale: rule.rationale,
  severity: rule.severity,
  controls: rule.controls,
  enforcementLevel: "disabled",
  tags: ["kms", "encryption", "fix"],
  remediationSteps:
    "Set enableKeyRotation to true in the program, so that the program says what happens.",
  url: rule.url,
  configSchema: configurationOfFix(),
  remedy: forEntries(rule.validator.resource ?? {}, rotatedWhere),
};

/** The rule tells which keys can rotate and do not. */
function rotatedWhere(
  judge: (key: Resource, options: Options) => readonly Finding[],
): Fix["remedy"][string] {
  return (key, options) =>
    judge(key, options).some(({ outcome }) => outcome === "violation")
      ? [{ path: "enableKeyRotation", value: true }]
      : [];
}
