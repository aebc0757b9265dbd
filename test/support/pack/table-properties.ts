// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The properties that the tables list as naming regions or buckets, in every spelling that they have. */

import { bucketSources, bucketTargets } from "../../../policies/provider-tables/bucket-properties";
import type { AttributePath } from "../../../policies/provider-tables/reader";
import {
  regionalReferences,
  regionProperties,
} from "../../../policies/provider-tables/region-properties";

export interface ListedProperty {
  readonly type: string;
  readonly path: AttributePath;
}

export interface SpelledProperty {
  readonly type: string;
  /** In dots. */
  readonly path: string;
}

/** Each with all the spellings that it has. */
export function listedProperties(): readonly ListedProperty[] {
  const regions = [regionProperties, regionalReferences].flatMap((table) =>
    [...table].map(([type, listed]) => ({ type, paths: listed.map(({ path }) => path) })),
  );
  const buckets = [bucketTargets, bucketSources].flatMap((table) =>
    [...table].map(([type, paths]) => ({ type, paths })),
  );
  return [...regions, ...buckets].flatMap(({ type, paths }) =>
    paths.map((path) => ({ type, path })),
  );
}

/** All of them; a property of two names stands twice. */
export function spelledProperties(): readonly SpelledProperty[] {
  return listedProperties().flatMap(({ type, path }) =>
    spellings(path).map((one) => ({ type, path: one })),
  );
}

export function spellings(path: AttributePath): readonly string[] {
  return path.reduce<readonly string[]>(
    (paths, step) =>
      paths.flatMap((before) =>
        [step].flat().map((name) => (before === "" ? name : `${before}.${name}`)),
      ),
    [""],
  );
}
