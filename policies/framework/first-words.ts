// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The first words of a report that is not a plain violation. The pack writes them, and whoever reads its
 * reports tells by them what a report is: they never change.
 */
export const firstWords = {
  undecided: "Not decidable yet:",
  unjudgeable: "Cannot be judged:",
  refused: "AWS will refuse this:",
  exempted: "Exempted:",
  failed: "Rule failed:",
} as const;
