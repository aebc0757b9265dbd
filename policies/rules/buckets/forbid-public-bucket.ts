// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What is written and known opens the bucket also where a switch stops it today: AWS refuses or ignores it
 * then, and whoever removes the switch opens the bucket. The switches only decide what is not known yet.
 * Cannot see: policies that another stack sets.
 */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import type { Finding } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { combined, type StatedSetting } from "../../joins/bucket-settings";
import {
  bucketPolicies,
  cannedAcls,
  grantedGroups,
  logGroups,
  websites,
} from "../../joins/judged-bucket-settings";
import { bucketTypes } from "../../joins/named-buckets";
import { judgeCannedAcl, judgeGroup } from "../../predicates/acls";
import { type Resource, type Stack, type StackResource, written } from "../../resources/stack";
import { accessPoints, judgePolicy, noPublicPolicy } from "./access-points";
import { judgeWebsite, noWebsite } from "./bucket-websites";
import { isClosedBySwitches } from "./closed-buckets";
import { objectTypes } from "./stored-objects";

const noPublicAcl = "no access control list may let everyone in";

export const forbidPublicBucket: Rule = {
  name: "forbid-public-bucket",
  description: "Buckets must not be open to everyone, by whatever means.",
  rationale:
    "Recordings show children and teachers. A bucket can become public by an access control " +
    "list, by a policy or as a website, often years after it was made.",
  severity: "critical",
  controls: [
    fsbp("S3.2", "S3 general purpose buckets should block public read access"),
    fsbp("S3.3", "S3 general purpose buckets should block public write access"),
    nist("AC-3", "Access enforcement"),
    iso("A.8.3", "Information access restriction"),
    gdpr("Article 25(2)", "Personal data are by default not accessible to an indefinite number"),
  ],
  enforcementLevel: "mandatory",
  tags: ["s3", "public-access", "recordings"],
  remediationSteps:
    "Take the list, policy or website out, and hand files out by presigned URLs or through roles.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: forTypes(bucketTypes, judgeInside),
    stack: combined(
      cannedAcls.judges(
        () => noPublicAcl,
        decidedBySwitches(({ resource, reading, of }) =>
          judgeCannedAcl(resource, reading, noPublicAcl, of),
        ),
      ),
      ...[grantedGroups, logGroups].map((groups) =>
        groups.judges(
          () => noPublicAcl,
          decidedBySwitches(({ resource, reading, of }) =>
            judgeGroup(resource, reading, noPublicAcl, of),
          ),
        ),
      ),
      bucketPolicies.judges(
        () => noPublicPolicy,
        decidedBySwitches(({ resource, of }) => judgePolicy(resource, "bucket policy", of)),
      ),
      websites.judges(() => noWebsite, judgeWebsite),
      forTypes(objectTypes, judgeObject),
      accessPoints,
    ),
  },
};

/**
 * What is known inside a bucket, by its inputs: among the outputs stands what AWS had before as well. What
 * is not known follows the bucket's switches, which only the stack shows.
 */
function judgeInside(bucket: Resource): readonly Finding[] {
  return [
    ...cannedAcls.inside(bucket).flatMap((acl) => judgeCannedAcl(bucket, acl, noPublicAcl)),
    ...grantedGroups.inside(bucket).flatMap((uri) => judgeGroup(bucket, uri, noPublicAcl)),
    ...judgePolicy(bucket, "bucket policy"),
  ].filter((finding) => !isOpenUntilTheUpdate(finding));
}

/** With the stack: what is beside a bucket, and inside of it what is not known yet. */
function decidedBySwitches(judge: (said: StatedSetting) => readonly Finding[]) {
  return (
    said: StatedSetting,
    _options: Options,
    stack: Stack,
    bucket: StackResource | undefined,
  ): readonly Finding[] => {
    const findings = judge(said);
    const isInside = said.resource === bucket;
    const isClosed = bucket !== undefined && isClosedBySwitches(stack, bucket);
    return findings
      .filter((finding) => !isInside || isOpenUntilTheUpdate(finding))
      .filter((finding) => !isClosed || !isOpenUntilTheUpdate(finding));
  };
}

function isOpenUntilTheUpdate(finding: Finding): boolean {
  return finding.outcome === "undecided";
}

function judgeObject(object: StackResource): readonly Finding[] {
  return [
    ...written(object, "acl").flatMap((acl) => judgeCannedAcl(object, acl, noPublicAcl)),
    ...written(object, "grants", "uri").flatMap((uri) => judgeGroup(object, uri, noPublicAcl)),
  ];
}
