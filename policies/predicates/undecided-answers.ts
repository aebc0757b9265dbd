// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a rule reports where the access library does not decide: one of the three kinds of not knowing. */

import type { Answer, Undecided } from "../access";
import { type Finding, refused, undecided, unjudgeable, violation } from "../framework/finding";
import type { Resource } from "../resources/stack";

interface Place {
  readonly resource: Resource;
  readonly path: string;
  readonly must: string;
  readonly of?: Resource | undefined;
}

/**
 * The findings about an answer that is undecided. What AWS will refuse is judged in its worst reading as well:
 * `failure` begins the sentence about a request that gets through then.
 */
export function undecidedFindings(
  { resource, path, must, of }: Place,
  answer: Undecided,
  failure: string,
): readonly Finding[] {
  const because = answer.because.join(" ");
  switch (answer.kind) {
    case "unknown":
      return [undecided(resource, path, must, { of })];
    case "refused":
      return [
        refused(resource, path, must, because, { of }),
        ...worstOf(answer).map((sentence) =>
          violation(resource, path, `${failure}: ${sentence}`, must, { of }),
        ),
      ];
    case "undecidable":
      return [unjudgeable(resource, path, must, because, { of })];
  }
}

function worstOf({ worst }: Undecided): readonly string[] {
  return worst !== undefined && isFound(worst) ? [worst.sentence] : [];
}

function isFound(answer: Answer): answer is Extract<Answer, { readonly answer: "found" }> {
  return answer.answer === "found";
}
