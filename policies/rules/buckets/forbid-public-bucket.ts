// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: switches and policies in another stack, or the switches of the account. */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { combined, type StatedSetting } from "../../joins/bucket-settings";
import {
  accessBlocks,
  bucketPolicies,
  cannedAcls,
  grantedGroups,
  logGroups,
  websites,
} from "../../joins/judged-bucket-settings";
import { bucketTypes } from "../../joins/named-buckets";
import { judgeSwitches, switchedOn } from "../../predicates/access-switches";
import { judgeCannedAcl, judgeGroup } from "../../predicates/acls";
import { type Resource, type StackResource, written } from "../../resources/stack";
import { accessPoints, judgePolicy, noPublicPolicy } from "./access-points";
import { judgeWebsite, noWebsite } from "./bucket-websites";
import { objectTypes } from "./stored-objects";

interface PublicBucketOptions extends Options {
  readonly requireExplicitBlock: boolean;
}

const noPublicAcl = "no access control list may let everyone in";

export const forbidPublicBucket: Rule<PublicBucketOptions> = {
  name: "forbid-public-bucket",
  description: "Buckets must not be open to everyone, by whatever means.",
  rationale:
    "Recordings show children and teachers. A bucket can become public by an access control " +
    "list, by a policy or as a website, often years after it was made. The four switches keep " +
    "it closed against all of these.",
  severity: "critical",
  controls: [
    fsbp("S3.8", "S3 general purpose buckets should block public access"),
    fsbp("S3.2", "S3 general purpose buckets should block public read access"),
    fsbp("S3.3", "S3 general purpose buckets should block public write access"),
    nist("AC-3", "Access enforcement"),
    iso("A.8.3", "Information access restriction"),
    gdpr("Article 25(2)", "Personal data are by default not accessible to an indefinite number"),
  ],
  enforcementLevel: "mandatory",
  tags: ["s3", "public-access", "recordings"],
  remediationSteps:
    "Give the bucket an aws.s3.BucketPublicAccessBlock with all four switches true, and hand " +
    "files out by presigned URLs or through roles.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  configSchema: configuration("advisory", {
    requireExplicitBlock: {
      type: "boolean",
      description:
        "Whether a bucket without a public access block violates. AWS closes new buckets by " +
        "default, but everyone who may configure a bucket can open it again.",
      default: true,
    },
  }),
  validator: {
    resource: forTypes(bucketTypes, judgeInside),
    stack: combined<PublicBucketOptions>(
      accessBlocks.judges(() => switchedOn, judgeBlock),
      cannedAcls.judgesBeside(
        () => noPublicAcl,
        ({ resource, reading, of }) => judgeCannedAcl(resource, reading, noPublicAcl, of),
      ),
      ...[grantedGroups, logGroups].map((groups) =>
        groups.judgesBeside<PublicBucketOptions>(
          () => noPublicAcl,
          ({ resource, reading, of }) => judgeGroup(resource, reading, noPublicAcl, of),
        ),
      ),
      bucketPolicies.judgesBeside(
        () => noPublicPolicy,
        ({ resource, of }) => judgePolicy(resource, "bucket policy", of),
      ),
      websites.judges(() => noWebsite, judgeWebsite),
      forTypes(objectTypes, judgeObject),
      accessPoints,
    ),
  },
};

/** The inputs are what the program wrote. The outputs also have what AWS had before. */
function judgeInside(bucket: Resource): readonly Finding[] {
  return [
    ...cannedAcls.inside(bucket).flatMap((acl) => judgeCannedAcl(bucket, acl, noPublicAcl)),
    ...grantedGroups.inside(bucket).flatMap((uri) => judgeGroup(bucket, uri, noPublicAcl)),
    ...judgePolicy(bucket, "bucket policy"),
  ];
}

function judgeBlock(
  { resource, reading, of }: StatedSetting,
  { requireExplicitBlock }: PublicBucketOptions,
): readonly Finding[] {
  if (reading.state === "absent") {
    const found = "is missing: nothing but a default closes the bucket";
    return requireExplicitBlock ? [violation(resource, reading.path, found, switchedOn)] : [];
  }
  return judgeSwitches(resource, reading, "off", of);
}

function judgeObject(object: StackResource): readonly Finding[] {
  return [
    ...written(object, "acl").flatMap((acl) => judgeCannedAcl(object, acl, noPublicAcl)),
    ...written(object, "grants", "uri").flatMap((uri) => judgeGroup(object, uri, noPublicAcl)),
  ];
}
