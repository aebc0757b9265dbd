// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The settings of buckets that rules judge. */

import { propertiesOfSetting } from "../provider-tables/bucket-setting-properties";
import { BucketSettings } from "./bucket-settings";

/** A bucket's default encryption. */
export const bucketEncryptions = new BucketSettings(propertiesOfSetting("encryption"));

/** The four switches against public access. A directory bucket is never public and has none. */
export const accessBlocks = new BucketSettings(propertiesOfSetting("publicAccessBlock"));

/** Access control lists that AWS has a name for. */
export const cannedAcls = new BucketSettings(propertiesOfSetting("cannedAcl"));

/** The groups that an access control list grants something to. */
export const grantedGroups = new BucketSettings(propertiesOfSetting("grantedGroup"));

/** The groups that may read the access logs which a bucket sends elsewhere; its own objects are not affected. */
export const logGroups = new BucketSettings(propertiesOfSetting("logGranteeGroup"));

/** Bucket policies. */
export const bucketPolicies = new BucketSettings(propertiesOfSetting("policy"));

/** Website hosting. */
export const websites = new BucketSettings(propertiesOfSetting("website"));

/** Whether the bucket keeps what is overwritten or deleted. */
export const versionings = new BucketSettings(propertiesOfSetting("versioning"));

/** Who owns the objects of a bucket. */
export const ownerships = new BucketSettings(propertiesOfSetting("objectOwnership"));

/** The rules that delete objects, one by one. */
export const lifecycles = new BucketSettings(propertiesOfSetting("lifecycle"));

/** Where access logs go. In version 6 of the provider the property is a list. */
export const loggings = new BucketSettings(propertiesOfSetting("accessLogging"));

/** The web sites that may read a bucket in a browser. */
export const corsOrigins = new BucketSettings(propertiesOfSetting("corsOrigin"));
