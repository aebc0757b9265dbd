// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as bucketSettings from "../../../policies/joins/judged-bucket-settings";
import { providerTypes } from "../../support/pack/provider";

/** Types that are about a bucket and say nothing that rules of recordings ask for. */
const others = [
  "aws:s3/accessPoint:AccessPoint",
  "aws:s3/analyticsConfiguration:AnalyticsConfiguration",
  "aws:s3/bucketAbac:BucketAbac",
  "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration",
  "aws:s3/bucketAccelerateConfigurationV2:BucketAccelerateConfigurationV2",
  "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration",
  "aws:s3/bucketMetric:BucketMetric",
  "aws:s3/bucketNotification:BucketNotification",
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  "aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration",
  "aws:s3/bucketRequestPaymentConfigurationV2:BucketRequestPaymentConfigurationV2",
  "aws:s3/directoryBucket:DirectoryBucket",
  "aws:s3/filesFileSystem:FilesFileSystem",
  "aws:s3/inventory:Inventory",
  "aws:s3/objectCopy:ObjectCopy",
];

const settings = Object.values(bucketSettings);
const provider = providerTypes(/^s3$/);

describe("judged-bucket-settings", () => {
  it("leaves out no type of the installed provider that is about a bucket", () => {
    const installed = provider
      .filter(({ declaration }) => /\n {4}readonly bucket: /.test(declaration))
      .map(({ token }) => token);
    const judged = settings.flatMap(({ paths }) => Object.keys(paths));
    const known = [...judged.filter((type) => type.startsWith("aws:")), ...others];
    assert.deepEqual(installed.sort(), [...new Set(known)].sort());
  });

  it("names properties that the installed provider has", () => {
    const declarations = new Map(provider.map(({ token, declaration }) => [token, declaration]));
    const said = settings.flatMap(({ paths }) => Object.entries(paths));
    const wrong = said.filter(
      ([type, [property]]) =>
        property !== undefined &&
        type.startsWith("aws:") &&
        !new RegExp(`\\n {4}readonly (${[property].flat().join("|")}): `).test(
          declarations.get(type) ?? "",
        ),
    );
    assert.deepEqual(wrong, []);
  });
});
