// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: whether a managed policy serves as a permissions boundary, where wildcards grant nothing;
 * which actions accept a resource, of services that `unscoped-actions.ts` does not know; what AWS's policies
 * allow that are newer than `managed-policies.ts`. The policies of endpoints are not judged, because they
 * only narrow what others grant. Those of VPC Lattice are not judged, because it has one action: the call.
 */

import { readDocument } from "../../access/documents";
import { configuration } from "../../framework/configuration";
import { cis, fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, unjudgeable, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import {
  asDocument,
  documentsIn,
  documentTypes,
  type PolicyKind,
  type ResourceDocument,
} from "../../resources/documents";
import type { Resource } from "../../resources/stack";
import { attached, must } from "./attached-policies";
import { wildcardsOf } from "./wildcards";

const kinds = ["identity", "trust", "resource", "key"] as const satisfies readonly PolicyKind[];
const isLattice = /:vpclattice[:/]authPolicy:|:vpclattice:AuthPolicy$/;

export const forbidWildcardPermissions: Rule = {
  name: "forbid-wildcard-permissions",
  description: "Policies must allow named actions on named resources.",
  rationale:
    "A wildcard grants what nobody asked for, and what AWS adds next year as well. A token " +
    "server that may read every secret gives all of them to whoever takes it over.",
  severity: "high",
  controls: [
    fsbp("IAM.1", "IAM policies should not allow full * administrative privileges"),
    fsbp("IAM.21", "IAM customer managed policies should not allow wildcard actions for services"),
    cis(
      "1.16",
      "Ensure IAM policies that allow full *:* administrative privileges are not attached",
    ),
    nist("AC-6", "Least privilege"),
    iso("A.8.2", "Privileged access rights"),
    gdpr("Article 25", "Data protection by design and by default"),
  ],
  enforcementLevel: "mandatory",
  tags: ["iam", "kms", "permissions", "tokens"],
  remediationSteps:
    "List the actions that are used, and the ARNs of the resources that they are used on.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      ...forTypes(
        documentTypes(...kinds).filter((type) => !isLattice.test(type)),
        judgeDocuments,
      ),
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": attached("policyArn"),
      "aws:iam/userPolicyAttachment:UserPolicyAttachment": attached("policyArn"),
      "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": attached("policyArn"),
      "aws:iam/policyAttachment:PolicyAttachment": attached("policyArn"),
      "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive":
        attached("policyArns"),
      "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive":
        attached("policyArns"),
      "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive":
        attached("policyArns"),
      "aws-native:sso:PermissionSet": (set) => [
        ...judgeDocuments(set),
        ...attached("managedPolicies")(set),
      ],
      "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": attached("managedPolicyArn"),
    },
  },
};

function judgeDocuments(resource: Resource): readonly Finding[] {
  return [
    ...documentsIn(resource, ...kinds).flatMap((carried) => judgeDocument(resource, carried)),
    ...attached("managedPolicyArns")(resource),
  ];
}

function judgeDocument(resource: Resource, carried: ResourceDocument): readonly Finding[] {
  const { path, state } = carried.content;
  if (state !== "known") {
    return state === "unknown" ? [undecided(resource, path, must)] : [];
  }
  const { statements, problems } = readDocument(asDocument(carried));
  const [because] = problems;
  return because === undefined
    ? statements
        .filter(({ effect }) => effect === "Allow")
        .flatMap((statement) => wildcardsOf(statement, carried.kind))
        .map((found) => violation(resource, path, found, must))
    : [unjudgeable(resource, path, must, because)];
}
