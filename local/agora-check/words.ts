// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Colors } from "picocolors/types";
import { type Attestation, attestationLine } from "../summary/approvals";
import type { Check } from "./checks";

/** The checks as lines for a person; the last one tells the verdict. */
export function checkLines(
  checks: readonly Check[],
  noCertificateDisabled: Attestation | undefined,
  today: Date,
  color: Colors,
): string[] {
  const paint = { holds: color.green, fails: color.red, unknown: color.yellow };
  const failed = checks.filter(({ outcome }) => outcome === "fails").length;
  const unknown = checks.filter(({ outcome }) => outcome === "unknown").length;
  const unchecked = unknown > 0 ? `, ${unknown} of ${checks.length} could not be checked` : "";
  return [
    ...checks.map(
      ({ outcome, sentence }) => `${paint[outcome](outcome.padEnd(9))}${oneLine(sentence)}`,
    ),
    `${color.dim("by word".padEnd(9))}${attestationLine("noCertificateDisabled", noCertificateDisabled, today, color)}`,
    failed > 0
      ? color.red(`${failed} of ${checks.length} checks failed`)
      : `${color.green("nothing is wrong")}${unchecked}`,
  ];
}

/** Control characters in a project's name must not reach the terminal. */
function oneLine(sentence: string): string {
  return sentence.replaceAll(/\p{Cc}+/gu, " ");
}
