// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: switches and policies that another stack sets, nor the account's own switches there. */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import {
  accessBlocks,
  bucketPolicies,
  cannedAcls,
  grantedGroups,
  logGroups,
  websites,
} from "../../joins/bucket-places";
import { combined, type Said } from "../../joins/bucket-settings";
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
    "Recordings show children and teachers. A bucket becomes public by an access control list, by a policy or as a website, often years after it was made; the four switches keep it closed whichever of them somebody tries.",
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
    "Give the bucket an aws.s3.BucketPublicAccessBlock with all four switches true, and hand files out by presigned URLs or through roles.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  configSchema: configuration("advisory", {
    requireExplicitBlock: {
      type: "boolean",
      description:
        "Whether a bucket without a word about public access violates. AWS closes new buckets by itself, but whoever may configure a bucket can open it again.",
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

/** Among the outputs stands what AWS had before as well; the inputs are what the program wrote. */
function judgeInside(bucket: Resource): readonly Finding[] {
  return [
    ...cannedAcls.inside(bucket).flatMap((acl) => judgeCannedAcl(bucket, acl, noPublicAcl)),
    ...grantedGroups.inside(bucket).flatMap((uri) => judgeGroup(bucket, uri, noPublicAcl)),
    ...judgePolicy(bucket, "bucket policy"),
  ];
}

function judgeBlock(
  { resource, reading, of }: Said,
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
