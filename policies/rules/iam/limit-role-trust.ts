// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Cannot see: whom an account, role or identity provider trusts that a document names. A service without a
 * source condition is only advice, and only where AWS documents that the service takes such a condition.
 */

import { check, notOpenToSharedProviders, notPublic } from "../../access";
import { readDocument } from "../../access/documents";
import { configuration } from "../../framework/configuration";
import { iso, nist } from "../../framework/controls";
import { type Finding, undecided, unjudgeable, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { namesEveryCaller } from "../../predicates/closed-documents";
import {
  asDocument,
  documentsIn,
  documentTypes,
  type ResourceDocument,
} from "../../resources/documents";
import type { Resource } from "../../resources/stack";
import { judgeServices } from "./trusted-services";

const must = "a role must trust named accounts, roles, services or subjects only";
export const limitRoleTrust: Rule = {
  name: "limit-role-trust",
  description: "Roles must trust only whom they name.",
  rationale:
    "Whoever may assume a role can do everything that the role may do. A role that trusts " +
    "everybody, or everybody with an account at a public sign-in, gives away the rights of the " +
    "token server.",
  severity: "critical",
  controls: [
    nist("AC-2", "Account management"),
    nist("AC-3", "Access enforcement"),
    nist("AC-6", "Least privilege"),
    iso("A.5.15", "Access control"),
    iso("A.5.16", "Identity management"),
  ],
  enforcementLevel: "mandatory",
  tags: ["iam", "authorization", "tokens"],
  remediationSteps:
    "Name the account, role or service; for an identity provider, add a condition on the " +
    "subject (sub) that may sign in.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: forTypes(documentTypes("trust"), judge),
  },
};

/** The requests that a trust policy decides about. */
const assuming = {
  actions: ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
  resources: ["arn:*:iam::*:role/*"],
};

function judge(role: Resource): readonly Finding[] {
  return documentsIn(role, "trust").flatMap((carried) => judgeTrust(role, carried));
}

function judgeTrust(role: Resource, carried: ResourceDocument): readonly Finding[] {
  const { path, state } = carried.content;
  if (state !== "known") {
    return state === "unknown" ? [undecided(role, path, must)] : [];
  }
  const document = asDocument(carried, { name: "trust policy" });
  const subject = { documents: [document], among: [assuming] };
  const answers = namesEveryCaller(document)
    ? []
    : [notPublic(subject), notOpenToSharedProviders(subject)].map(
        (property) => check(property).answer,
      );
  for (const answer of answers) {
    if (answer.answer === "found") {
      return [violation(role, path, `trusts everyone: ${answer.sentence}`, must)];
    }
  }
  const because = answers.flatMap((answer) =>
    answer.answer === "undecided" ? answer.because : [],
  );
  return because.length > 0
    ? [unjudgeable(role, path, must, [...new Set(because)].join(" "))]
    : readDocument(document).statements.flatMap((statement) =>
        judgeServices(role, path, statement),
      );
}
