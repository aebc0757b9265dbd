// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a policy document allows public access, as findings. */

import { check, type Document, notPublic, type RequestLike } from "../access";
import { type Finding, undecided, unjudgeable, violation } from "../framework/finding";
import { asDocument, type ResourceDocument } from "../resources/documents";
import type { Resource } from "../resources/stack";
import { namesEveryCaller } from "./closed-documents";

/** How messages speak of a document: its name, what must hold, the resource that it protects. */
interface Wording {
  readonly name: string;
  readonly must: string;
  readonly of?: Resource | undefined;
  /** Requests that do not count for this kind of resource. */
  readonly besides?: readonly RequestLike[];
}

/** The findings about a document that must not be public. An absent document is not public. */
export function judgePublicDocument(
  resource: Resource,
  document: ResourceDocument,
  wording: Wording,
): readonly Finding[] {
  const { must, of } = wording;
  const { path, state } = document.content;
  switch (state) {
    case "absent":
      return [];
    case "unknown":
      return [undecided(resource, path, must, { of })];
    case "known":
      return judgeKnown(resource, path, asDocument(document, wording), wording);
  }
}

function judgeKnown(
  resource: Resource,
  path: string,
  document: Document,
  { must, of, besides = [] }: Wording,
): readonly Finding[] {
  if (namesEveryCaller(document)) {
    return [];
  }
  const { asks, ...property } = notPublic({ documents: [document] });
  const ask = (where: readonly RequestLike[]) =>
    check({
      ...property,
      asks: asks.map((question) => ({
        ...question,
        where: [...(question.where ?? []), ...where],
        whereNot: [...(question.whereNot ?? []), ...besides],
      })),
    }).answer;
  const answer = ask([]);
  switch (answer.answer) {
    case "none":
      return [];
    case "found": {
      const better = ask([onResourceOf(answer.request.action)]);
      const { sentence } = better.answer === "found" ? better : answer;
      return [violation(resource, path, `is open to everyone: ${sentence}`, must, { of })];
    }
    case "undecided":
      return [unjudgeable(resource, path, must, answer.because.join(" "), { of })];
  }
}

/** Where any resource will do, the message names one that the action exists for. */
function onResourceOf(action: string): RequestLike {
  const [service] = action.split(":");
  return { Action: `${service}:*`, Resource: `arn:aws:${service}:*:*:*` };
}
