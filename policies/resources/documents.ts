// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The policy documents of a resource: where they are, of which kind, and what they say.
 *
 * A document is a string in one program and an object in another; both read the same here. A document
 * that is made from an unknown value is unknown as a whole: the missing part may change its meaning.
 */

import type { Document } from "../access";
import {
  type DocumentProperty,
  documentProperties,
  type PolicyKind,
} from "../provider-tables/policy-documents";
import { contentOf, type Reading, select } from "./reading";
import { type Resource, type StackResource, written } from "./stack";

export type { PolicyKind } from "../provider-tables/policy-documents";

export interface ResourceDocument {
  readonly kind: PolicyKind;
  /** Where it is known, its value is the parsed document, or a string that is not JSON. */
  readonly content: Reading;
}

/** The types of resources that have documents of these kinds. */
export function documentTypes(...kinds: readonly PolicyKind[]): readonly string[] {
  return [...documentProperties]
    .filter(([, properties]) => properties.some(({ kind }) => kinds.includes(kind)))
    .map(([type]) => type);
}

/** The documents of these kinds in a resource; the absent ones too. */
export function documentsIn(
  resource: Resource | StackResource,
  ...kinds: readonly PolicyKind[]
): readonly ResourceDocument[] {
  return (documentProperties.get(resource.type) ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((property) =>
      readingsOf(resource, property).map((reading) => ({
        kind: property.kind,
        content: documentOf(reading, property),
      })),
    );
}

/** A known document in the form that questions about access take. */
export function asDocument(
  { kind, content }: ResourceDocument,
  { name = "policy", resourceArn }: { readonly name?: string; readonly resourceArn?: string } = {},
): Document {
  return {
    name,
    kind: kind === "key" ? "resource" : kind,
    content: content.state === "known" ? content.value : undefined,
    ...(resourceArn !== undefined && { resourceArn }),
  };
}

/** A stack rule also sees what the plug-in fills in; only what the program wrote counts. */
function readingsOf(
  resource: Resource | StackResource,
  { path }: DocumentProperty,
): readonly Reading[] {
  return "propertyDependencies" in resource
    ? written(resource, ...path)
    : select(resource.props, ...path);
}

function documentOf(reading: Reading, { isStatement }: DocumentProperty): Reading {
  const content = contentOf(reading);
  return isStatement && content.state === "known"
    ? { ...content, value: { Version: "2012-10-17", Statement: content.value } }
    : content;
}
