// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Colors } from "picocolors/types";
import { isProved, type Outcome, type Proof } from "./proofs";

const PLACE_WIDTH = 4;
const SENTENCES = 3;

/** One line for each claim, with what there is to say about it below. */
export function proofLines(proofs: readonly Proof[], color: Colors): string[] {
  const width = Math.max(...proofs.map(({ says }) => says.length));
  return proofs.flatMap(({ place, says, outcome, because, milliseconds }) => {
    const start = `${color.dim(place.padEnd(PLACE_WIDTH))}${says.padEnd(width)}  `;
    return outcome === "not applicable"
      ? [`${start}${color.dim(`not applicable: ${because.join(" ")}`)}`]
      : [
          `${start}${paint(outcome, color)}${`${milliseconds.toFixed(1)} ms`.padStart(10)}`,
          ...shortened(because).map((sentence) => `${" ".repeat(PLACE_WIDTH)}${sentence}`),
        ];
  });
}

/** What is wrong in one way is mostly wrong in many, and the first few tell as much as all. */
function shortened(sentences: readonly string[]): string[] {
  const more = sentences.length - SENTENCES;
  return [...sentences.slice(0, SENTENCES), ...(more > 0 ? [`and ${more} more like these`] : [])];
}

/** How it went, as the last line that a person reads. */
export function verdict(proofs: readonly Proof[], color: Colors): string {
  const count = (outcome: Outcome) => proofs.filter((proof) => proof.outcome === outcome).length;
  const counts = (["proved", "disproved", "undecided", "not applicable"] as const)
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${count(outcome)} ${outcome}`);
  return (isProved(proofs) ? color.green : color.red)(counts.join(", "));
}

function paint(outcome: Outcome, color: Colors): string {
  const colors = {
    proved: color.green,
    disproved: color.red,
    undecided: color.yellow,
    "not applicable": color.dim,
  };
  return colors[outcome](outcome.padEnd("undecided".length));
}
