// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: whether a managed policy serves as a boundary, where wildcards grant nothing; which actions
 * of services that `unscoped-actions.ts` leaves out accept a resource; what policies of AWS's that are
 * newer than `managed-policies.ts` allow. The policies of endpoints are not asked: they only narrow what
 * others grant; nor those of VPC Lattice, whose one action is the call.
 */

import { readDocument } from "../../access/documents";
import { configuration } from "../../framework/configuration";
import { cis, fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import {
  asDocument,
  documentsIn,
  documentTypes,
  type PolicyKind,
  type ResourceDocument,
} from "../../resources/documents";
import { type Step, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { type ManagedPolicy, wideManagedPolicy } from "./managed-policies";
import { listed, wildcardsOf } from "./wildcards";

const must = "permissions must name actions and the resources that they are for";
const kinds = ["identity", "trust", "resource", "key"] as const satisfies readonly PolicyKind[];

const policy = (Action: string[], Resource: string) => ({
  type: "aws:iam/policy:Policy",
  properties: {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action, Resource }],
    }),
  },
});

export const forbidWildcardPermissions: Rule = {
  name: "forbid-wildcard-permissions",
  description: "Policies must allow named actions on named resources.",
  rationale:
    "A wildcard gives what nobody asked for, and what AWS adds next year as well. A token server that may read every secret hands all of them to whoever takes it over.",
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
  examples: {
    fails: [
      {
        shows: "Every secret of the account.",
        resources: { reader: policy(["secretsmanager:GetSecretValue"], "*") },
      },
      {
        shows: "Everything that can be done to a bucket.",
        resources: { owner: policy(["s3:*"], "arn:aws:s3:::recordings/*") },
      },
    ],
    passes: [
      {
        shows: "One action on one secret, and an action that accepts no resource.",
        resources: {
          reader: policy(
            ["secretsmanager:GetSecretValue"],
            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:agora-a1b2c3",
          ),
          metrics: policy(["cloudwatch:PutMetricData"], "*"),
        },
      },
    ],
  },
  validator: {
    resource: {
      ...Object.fromEntries(
        documentTypes(...kinds)
          .filter((type) => !/:vpclattice[:/]authPolicy:|:vpclattice:AuthPolicy$/.test(type))
          .map((type) => [type, judgeDocuments]),
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

function attached(...path: Step[]) {
  return (resource: Resource): readonly Finding[] =>
    select(resource.props, ...path).flatMap((arn) => {
      const policy = wideManagedPolicy(textOf(arn) ?? "");
      return policy === undefined
        ? []
        : [
            violation(
              resource,
              arn.path,
              `is AWS's ${policy.name}, which ${widthOf(policy)}`,
              must,
            ),
          ];
    });
}

function widthOf({ allows }: ManagedPolicy): string {
  return allows.length === 0 ? "is all wildcards" : `allows ${listed(allows)} on every resource`;
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
    : [undecided(resource, path, must, { because })];
}
