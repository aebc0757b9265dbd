// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What can open a bucket other than its own settings: access points, and other policies of S3. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Judges } from "../../joins/bucket-settings";
import { bucketPolicies } from "../../joins/judged-bucket-settings";
import { unlessInside } from "../../predicates/networks";
import { judgePublicDocument } from "../../predicates/public-documents";
import { documentsIn, documentTypes } from "../../resources/documents";
import { textOf } from "../../resources/reading";
import { type Resource, type StackResource, sourcesOf, written } from "../../resources/stack";

export const noPublicPolicy = "no policy may let everyone in";

/** The types of S3 that carry a policy other than a bucket's own. */
const policyTypes = documentTypes("resource").filter(
  (type) => /^aws(-native)?:s3/.test(type) && !(type in bucketPolicies.paths),
);

/** The judges of these resources, by type. */
export const accessPoints: Judges<unknown> = {
  ...forTypes(policyTypes, judgePolicyOfAnother),
  "aws:s3/accessPoint:AccessPoint": judgeAccessPoint,
  "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint": judgeAccessPoint,
  "aws-native:s3:AccessPoint": judgeAccessPoint,
  "aws-native:s3:MultiRegionAccessPoint": judgeAccessPoint,
  "aws-native:s3outposts:AccessPoint": judgeAccessPoint,
  "aws-native:lightsail:Bucket": judgeAccessRules,
};

/** The policies of a resource. */
export function judgePolicy(
  resource: Resource | StackResource,
  name: string,
  of?: Resource,
): readonly Finding[] {
  const wording = { name, must: noPublicPolicy, of };
  return documentsIn(resource, "resource").flatMap((document) =>
    judgePublicDocument(resource, document, wording),
  );
}

/** The policy of an access point in a VPC can only let in callers of that VPC. */
function judgePolicyOfAnother(policy: StackResource): readonly Finding[] {
  const [accessPoint, ...others] = sourcesOf(policy, "accessPointArn");
  const findings = judgePolicy(policy, "policy");
  return accessPoint === undefined || others.length > 0
    ? findings
    : unlessInside(accessPoint, findings, noPublicPolicy);
}

function judgeAccessPoint(accessPoint: StackResource): readonly Finding[] {
  return unlessInside(accessPoint, judgePolicy(accessPoint, "access point policy"), noPublicPolicy);
}

const mustBePrivate = "no object may be open to everyone";

/** Buckets of Lightsail have access rules of their own. By default these let nobody in. */
function judgeAccessRules(bucket: StackResource): readonly Finding[] {
  return [
    { property: "getObject", open: "public" },
    { property: "allowPublicOverrides", open: "true" },
  ].flatMap(({ property, open }) =>
    written(bucket, "accessRules", property).flatMap((rule): readonly Finding[] => {
      if (rule.state === "unknown") {
        return [undecided(bucket, rule.path, mustBePrivate)];
      }
      return textOf(rule) === open
        ? [violation(bucket, rule.path, `is ${open}`, mustBePrivate)]
        : [];
    }),
  );
}
