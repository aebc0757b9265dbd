// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: whether a managed policy serves as a boundary, where wildcards grant nothing; nor which
 * actions of services that `unscoped-actions.ts` leaves out accept a resource. The policies of endpoints
 * are not asked: they only narrow what others grant; nor those of VPC Lattice, whose one action is the call.
 */

import { readDocument } from "../access/documents";
import type { Condition, Statement } from "../access/statements";
import { configuration } from "../configuration";
import { cis, fsbp, gdpr, iso, nist } from "../controls";
import {
  asDocument,
  type CarriedDocument,
  documentsIn,
  documentTypes,
  type PolicyKind,
} from "../documents";
import { type Finding, undecided, violation } from "../finding";
import { type Step, select, textOf } from "../reading";
import type { Rule } from "../rule";
import type { Resource } from "../stack";
import { isScopable } from "../unscoped-actions";

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

/** AWS's own policies with wildcards have names that say so. */
function attached(...path: Step[]) {
  return (resource: Resource): readonly Finding[] =>
    select(resource.props, ...path).flatMap((arn) => {
      const [, name] =
        /:iam::aws:policy\/(?:.*\/)?(AdministratorAccess|PowerUserAccess|\w*FullAccess\w*)$/.exec(
          textOf(arn) ?? "",
        ) ?? [];
      return name === undefined
        ? []
        : [violation(resource, arn.path, `is AWS's ${name}, which is all wildcards`, must)];
    });
}

function judgeDocument(resource: Resource, carried: CarriedDocument): readonly Finding[] {
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

/** Of "*" and "s3:*", but not of "s3:Get*", nobody can say what they allow. */
const wholeService = /^(\*+|[^:]*:[*?]*\*[*?]*)$/;
/** Everything, and of one service, whatever the region, everything of whichever account. */
const everyResource =
  /^(\*+|arn:[^:]*\*|arn:[^:]*:[*?]+(:.*)?|arn:[^:]+:[^:]+:[^:]*:[*?]*:[*?/:]*\*[*?/:]*)$/;

/** A tag narrows where it has to have a value: not where it may lack, or have any value but one. */
function isByTag({ operator, key, values }: Condition): boolean {
  return (
    /(^|:)resourcetag\//i.test(key) &&
    /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|Bool)$/i.test(
      operator,
    ) &&
    values.every((value) => !/^[*?]*\*[*?]*$/.test(value))
  );
}

/** What is too wide in a statement, as ends of sentences. */
function wildcardsOf(statement: Statement, kind: PolicyKind): readonly string[] {
  const { label, actions, resources, conditions } = statement;
  if (actions?.negated) {
    return [`allows everything but what statement ${label} names (NotAction)`];
  }
  const items = actions?.items ?? [];
  const whole = isAdministration(statement, kind)
    ? []
    : items.filter((action) => wholeService.test(action));
  const isAnywhere =
    resources?.negated || resources?.items.some((resource) => everyResource.test(resource));
  const isJudged = kind === "identity" && isAnywhere && !conditions.some(isByTag);
  const scopable = isJudged
    ? items.filter((action) => !wholeService.test(action) && isScopable(action))
    : [];
  return [
    ...(whole.length > 0 ? [`allows ${listed(whole)} in statement ${label}`] : []),
    ...(scopable.length > 0
      ? [`allows ${listed(scopable)} on every resource in statement ${label}`]
      : []),
  ];
}

/** A key's account has to keep every right to it, or nobody could ever manage the key again. */
function isAdministration({ principals }: Statement, kind: PolicyKind): boolean {
  return (
    kind === "key" &&
    principals?.negated === false &&
    principals.items.every(
      ({ type, value }) => type === "AWS" && /^(\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(value),
    )
  );
}

function listed(actions: readonly string[]): string {
  const [first, second, third, ...more] = actions;
  const named = [first, second, third].filter((action) => action !== undefined);
  return `${named.join(", ")}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}
