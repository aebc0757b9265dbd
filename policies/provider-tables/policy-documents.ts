// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties that hold a policy document in IAM's language. */

import table from "./data/policy-documents.json";
import { type AttributePath, mapValues, propertiesByType } from "./reader";

/**
 * What a document is attached to decides how it reads: a key's policy says `Resource: *` and means the
 * key, a trust policy has no resource, an endpoint's policy only narrows what other documents allow.
 */
export type PolicyKind = "identity" | "trust" | "resource" | "key" | "endpoint";

export interface DocumentProperty {
  readonly path: AttributePath;
  readonly kind: PolicyKind;
  /** The property holds one statement instead of a whole document. */
  readonly isStatement?: true;
}

export const documentProperties: ReadonlyMap<string, readonly DocumentProperty[]> = mapValues(
  propertiesByType<PolicyKind | "resource-statement">(table),
  (listed) =>
    listed.map(({ path, entry }) =>
      entry === "resource-statement"
        ? { path, kind: "resource", isStatement: true }
        : { path, kind: entry },
    ),
);
