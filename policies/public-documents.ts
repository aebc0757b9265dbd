// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a policy document lets strangers in, as findings. */

import { check, type Document, notPublic } from "./access";
import { asDocument, type CarriedDocument } from "./documents";
import { type Finding, undecided, violation } from "./finding";
import type { Resource } from "./stack";

/** How messages speak of a document: what it is called, what is asked, whose it is. */
interface Wording {
  readonly name: string;
  readonly must: string;
  readonly of?: Resource | undefined;
}

/** What is found about a document that must not be open to everyone. One that is not written is not. */
export function judgePublicDocument(
  resource: Resource,
  carried: CarriedDocument,
  { name, must, of }: Wording,
): readonly Finding[] {
  const { path, state } = carried.content;
  switch (state) {
    case "absent":
      return [];
    case "unknown":
      return [undecided(resource, path, must, { of })];
    case "known":
      return judgeKnown(resource, path, asDocument(carried, { name }), must, of);
  }
}

function judgeKnown(
  resource: Resource,
  path: string,
  document: Document,
  must: string,
  of: Resource | undefined,
): readonly Finding[] {
  const { answer } = check(notPublic({ documents: [document] }));
  switch (answer.answer) {
    case "none":
      return [];
    case "found":
      return [violation(resource, path, `is open to everyone: ${answer.sentence}`, must, { of })];
    case "undecided":
      return [undecided(resource, path, must, { of, because: answer.because.join(" ") })];
  }
}
