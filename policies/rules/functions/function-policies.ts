// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What the resource policy of a function lets everyone do, directly or through a service. */

import { check, type Document, notOpenThroughServices } from "../../access";
import { type Finding, unjudgeable, violation } from "../../framework/finding";
import { judgePublicDocument } from "../../predicates/public-documents";
import { asDocument, documentsIn, type ResourceDocument } from "../../resources/documents";
import type { Resource } from "../../resources/stack";

export const must = "a function must not be open to everyone";
export const mustNameSource = "a service must only call for a named account or resource";

export function judgePolicies(policy: Resource): readonly Finding[] {
  return documentsIn(policy, "resource").flatMap((carried) => judgePolicy(policy, carried));
}

function judgePolicy(policy: Resource, carried: ResourceDocument): readonly Finding[] {
  const open = judgePublicDocument(policy, carried, { name: "policy of the function", must });
  return carried.content.state !== "known" || open.length > 0
    ? open
    : judgeServices(policy, carried.content.path, asDocument(carried));
}

function judgeServices(policy: Resource, path: string, document: Document): readonly Finding[] {
  const named = { ...document, name: "policy of the function" };
  const { answer } = check(notOpenThroughServices({ documents: [named] }));
  switch (answer.answer) {
    case "none":
      return [];
    case "found":
      return [
        violation(policy, path, `is open through a service: ${answer.sentence}`, mustNameSource),
      ];
    case "undecided":
      return [unjudgeable(policy, path, mustNameSource, answer.because.join(" "))];
  }
}
