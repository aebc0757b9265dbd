// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The policies of buckets, APIs and functions have rules of their own. Cannot see: whether the domain of an
 * aws.opensearch.DomainPolicy is in a VPC. Only the domain says that, and a resource rule, which can stop an
 * update, does not see other resources.
 */

import type { RequestLike } from "../../access";
import { configuration } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { unlessInside } from "../../predicates/networks";
import { judgePublicDocument } from "../../predicates/public-documents";
import { documentsIn, documentTypes } from "../../resources/documents";
import { read, textOf } from "../../resources/reading";
import { asWritten, type Resource } from "../../resources/stack";
import { publicShares } from "./public-shares";

const mustBeClosed = "no policy may let everyone in";

export const forbidPublicResourcePolicy: Rule = {
  name: "forbid-public-resource-policy",
  description:
    "No policy of a queue, topic, secret, repository or other resource may let everyone in, " +
    "and no snapshot or image may be shared with everyone.",
  rationale:
    "A resource with a policy of its own can be used without any permission in the caller's " +
    "account. With one star too many, everybody with an AWS account reads the secret or writes " +
    "to the queue.",
  severity: "critical",
  controls: [
    fsbp("SQS.3", "SQS queue access policies should not allow public access"),
    fsbp("SNS.4", "SNS topic access policies should not allow public access"),
    nist("AC-3", "Access enforcement"),
    nist("AC-6", "Least privilege"),
    iso("A.8.3", "Information access restriction"),
  ],
  enforcementLevel: "mandatory",
  tags: ["sqs", "sns", "secretsmanager", "ecr", "eventbridge", "public-access"],
  remediationSteps:
    "Name the accounts and roles in Principal, or narrow the statement by aws:PrincipalOrgID, " +
    "aws:SourceAccount or aws:SourceArn.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      ...forTypes(judgedTypes(), judgePolicy),
      ...publicShares,
      "aws:cloudwatch/eventPermission:EventPermission": judgeEventPermission,
      "aws-native:events:EventBusPolicy": (policy) => [
        ...judgePolicy(policy),
        ...judgeEventPermission(policy),
      ],
    },
  },
};

/** Not VPC Lattice: a service of VPC Lattice is in networks only, and its policy is about callers there. */
function judgedTypes(): readonly string[] {
  const others = /^aws(-native)?:(apigateway|lambda|s3\w*|vpclattice)[:/]/;
  return documentTypes("resource").filter((type) => !others.test(type));
}

/** Requests that reach a file system through a mount target, which only callers in the network can do. */
const fromInside: readonly RequestLike[] = [
  { Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } } },
];

function judgePolicy(resource: Resource): readonly Finding[] {
  const findings = documentsIn(resource, "resource").flatMap((document) =>
    judgePublicDocument(resource, document, {
      name: "policy",
      must: mustBeClosed,
      besides: /:efs[:/]/.test(resource.type) ? fromInside : [],
    }),
  );
  return unlessInside(asWritten(resource), findings, mustBeClosed).map((finding) => ({
    ...finding,
    ...(/:DomainPolicy$/.test(resource.type) && { fix: writeInside }),
  }));
}

const writeInside =
  "Name accounts and roles in Principal; or, if the domain lies in a VPC, write the policy in its accessPolicies.";

/** EventBridge has one condition, on the organization of the caller. */
function judgeEventPermission(permission: Resource): readonly Finding[] {
  const principal = read(permission.props, "principal");
  const organization = read(permission.props, "condition", "value");
  const [unknown] = [principal, organization].filter(({ state }) => state === "unknown");
  if (principal.state === "known" && textOf(principal) !== "*") {
    return [];
  }
  if (unknown !== undefined) {
    return [undecided(permission, unknown.path, mustBeClosed)];
  }
  const isNarrowed = !["*", undefined].includes(textOf(organization));
  return principal.state === "absent" || isNarrowed
    ? []
    : [violation(permission, principal.path, "is * without a condition", mustBeClosed)];
}
