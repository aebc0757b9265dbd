// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What opens buckets from beside them: access points, and policies of other kinds of buckets. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import { bucketPolicies } from "../../joins/bucket-places";
import type { Judges } from "../../joins/bucket-settings";
import { unlessInside } from "../../predicates/networks";
import { judgePublicDocument } from "../../predicates/public-documents";
import { documentsIn, documentTypes } from "../../resources/documents";
import { textOf } from "../../resources/reading";
import { type Resource, type StackResource, sourcesOf, written } from "../../resources/stack";

export const noPublicPolicy = "no policy may let everyone in";

/** Of everything that S3 has, the policies that are not a bucket's own. */
const policyTypes = documentTypes("resource").filter(
  (type) => /^aws(-native)?:s3/.test(type) && !(type in bucketPolicies.paths),
);

/** Judges by the types of resources. */
export const accessPoints: Judges<unknown> = {
  ...forTypes(policyTypes, judgePolicyOfAnother),
  "aws:s3/accessPoint:AccessPoint": judgeAccessPoint,
  "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint": judgeAccessPoint,
  "aws-native:s3:AccessPoint": judgeAccessPoint,
  "aws-native:s3:MultiRegionAccessPoint": judgeAccessPoint,
  "aws-native:s3outposts:AccessPoint": judgeAccessPoint,
  "aws-native:lightsail:Bucket": judgeAccessRules,
};

/** The policies that a resource carries. */
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

/** The policy of an access point in a VPC is for everyone in there. */
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

/** Lightsail has rules of its own; by itself it lets nobody in. */
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
