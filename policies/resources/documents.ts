// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The policy documents that a resource carries: where they are, of which kind, and what they say.
 *
 * A document is a text in one program and an object in another; both read the same here. One that is
 * made from an unknown value is unknown as a whole: nobody knows what the missing part would change.
 */

import type { Document } from "../access";
import { type Carried, carriers, type PolicyKind } from "../provider-tables/document-carriers";
import { contentOf, type Reading, select } from "./reading";
import { type Resource, type StackResource, written } from "./stack";

export type { PolicyKind } from "../provider-tables/document-carriers";

export interface CarriedDocument {
  readonly kind: PolicyKind;
  /** Where it is known, its value is the document as JSON would give it, or a text that is no JSON. */
  readonly content: Reading;
}

/** The types of resources that carry documents of these kinds. */
export function documentTypes(...kinds: readonly PolicyKind[]): readonly string[] {
  return Object.entries(carriers)
    .filter(([, carried]) => carried.some(({ kind }) => kinds.includes(kind)))
    .map(([type]) => type);
}

/** The documents of these kinds that a resource carries; the absent ones too. */
export function documentsIn(
  resource: Resource | StackResource,
  ...kinds: readonly PolicyKind[]
): readonly CarriedDocument[] {
  return (carriers[resource.type] ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((carried) =>
      readingsOf(resource, carried).map((reading) => ({
        kind: carried.kind,
        content: documentOf(reading, carried),
      })),
    );
}

/** A known document, as questions about access take it. */
export function asDocument(
  { kind, content }: CarriedDocument,
  { name = "policy", resourceArn }: { readonly name?: string; readonly resourceArn?: string } = {},
): Document {
  return {
    name,
    kind: kind === "key" ? "resource" : kind,
    content: content.state === "known" ? content.value : undefined,
    ...(resourceArn !== undefined && { resourceArn }),
  };
}

/** A stack rule sees what the plug-in fills in as well; only what the program wrote counts. */
function readingsOf(resource: Resource | StackResource, { path }: Carried): readonly Reading[] {
  return "propertyDependencies" in resource
    ? written(resource, ...path)
    : select(resource.props, ...path);
}

function documentOf(reading: Reading, { isStatement }: Carried): Reading {
  const content = contentOf(reading);
  return isStatement && content.state === "known"
    ? { ...content, value: { Version: "2012-10-17", Statement: content.value } }
    : content;
}
