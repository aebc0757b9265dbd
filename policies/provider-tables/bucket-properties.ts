// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties that name a bucket by its name or its ARN, neither of which tells the bucket's region. */

import table from "./data/bucket-properties.json";
import { type AttributePath, mapValues, propertiesByType } from "./reader";

type Entry = "to-bucket" | "from-bucket";

type BucketProperties = ReadonlyMap<string, readonly AttributePath[]>;

const byType = propertiesByType<Entry>(table);

/** Buckets that data is written to, by type. */
export const bucketTargets: BucketProperties = pathsOf("to-bucket");

/** Buckets that data is read from, by type. */
export const bucketSources: BucketProperties = pathsOf("from-bucket");

function pathsOf(direction: Entry): BucketProperties {
  return mapValues(byType, (listed) => {
    const paths = listed.filter(({ entry }) => entry === direction).map(({ path }) => path);
    return paths.length === 0 ? undefined : paths;
  });
}
