// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties that hold a setting of a bucket: in the bucket, or in a resource of their own. */

import table from "./data/bucket-setting-properties.json";
import { type AttributePath, propertiesByType } from "./reader";

export interface BucketSettingProperties {
  /** What messages call the setting on a bucket that has no property for it. */
  readonly name: string;
  /** By type of bucket; undefined where the bucket has no property for the setting. */
  readonly inBucket: ReadonlyMap<string, AttributePath | undefined>;
  /** By type of the resource that holds the setting apart from its bucket. */
  readonly apart: ReadonlyMap<string, AttributePath>;
}

export type BucketSettingName = keyof typeof table.settings;

const byType = propertiesByType<BucketSettingName>(table);

const bucketTypes: ReadonlySet<string> = new Set(
  Object.values(table.settings).flatMap(({ buckets }) => buckets),
);

/** Where programs state a setting. */
export function propertiesOfSetting(setting: BucketSettingName): BucketSettingProperties {
  const { name, buckets } = table.settings[setting];
  const paths = new Map(
    [...byType].flatMap(([type, listed]) =>
      listed.filter(({ entry }) => entry === setting).map(({ path }) => [type, path] as const),
    ),
  );
  return {
    name,
    inBucket: new Map(buckets.map((type) => [type, paths.get(type)] as const)),
    apart: new Map([...paths].filter(([type]) => !bucketTypes.has(type))),
  };
}
