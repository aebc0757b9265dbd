// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a trust policy says for whom a service may act when it assumes the role. */

import type { Statement } from "../../access/statements";
import { type Finding, violation } from "../../framework/finding";
import type { Resource } from "../../resources/stack";

const mustNameSource = "a trusted service should say for which account or resource it acts";
const sourceNamed =
  "Add a condition on aws:SourceAccount (your account) or aws:SourceArn to the statement.";

/** Services whose documentation asks for a source condition in the trust policies of their roles. */
const sourcedServices = new Set(
  `
  bedrock cloudtrail codebuild datasync ecs-tasks events firehose glue logs monitoring.rds pipes
  scheduler states transfer vpc-flow-logs
  `
    .trim()
    .split(/\s+/),
);
const sourceKeys = /^aws:source(arn|account|orgid|orgpaths)$/i;

/** What a statement says about services, as advice. */
export function judgeServices(
  role: Resource,
  path: string,
  { effect, principals, conditions, label }: Statement,
): readonly Finding[] {
  if (effect === "Deny" || conditions.some(({ key }) => sourceKeys.test(key))) {
    return [];
  }
  const [service] = (principals?.items ?? [])
    .filter(({ type }) => type === "Service")
    .map(({ value }) => value)
    .filter((value) => sourcedServices.has(value.replace(/\.amazonaws\.com(\.cn)?$/, "")));
  const found = `trusts ${service} for whomever it acts in statement ${label}`;
  return service === undefined
    ? []
    : [violation(role, path, found, mustNameSource, { fix: sourceNamed, level: "advisory" })];
}
