// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a statement allows without naming it: actions of a whole service, and on every resource of one. */

import type { Condition, Statement } from "../../access/statements";
import type { PolicyKind } from "../../resources/documents";
import { isEveryResource, serviceOf } from "./resource-patterns";
import { isScopable } from "./unscoped-actions";

/** Of "*" and "s3:*", but not of "s3:Get*", nobody can say what they allow. */
const wholeService = /^(\*+|[^:]*:[*?]*\*[*?]*)$/;

/** What of a resource a condition may ask for instead of its ARN: a tag, or a name that it has. */
const ofResource =
  /(^|:)(resourcetag|existingobjecttag)\/|^(kms:(resourcealiases|requestalias)|secretsmanager:secretid|ecs:cluster)$/i;
const isAnyOf = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|Bool)$/i;

/** It narrows where it has to have a value: not where it may lack, or have any value but one. */
function isByResource({ operator, key, values }: Condition): boolean {
  return (
    ofResource.test(key) &&
    isAnyOf.test(operator) &&
    values.every((value) => !/^(alias\/)?[*?]*\*[*?]*$/.test(value) && !isEveryResource(value))
  );
}

/** What is too wide in a statement, as ends of sentences. */
export function wildcardsOf(statement: Statement, kind: PolicyKind): readonly string[] {
  const { label, actions, resources, conditions } = statement;
  if (actions?.negated) {
    return [`allows everything but what statement ${label} names (NotAction)`];
  }
  const items = actions?.items ?? [];
  const whole = isAdministration(statement, kind)
    ? []
    : items.filter((action) => wholeService.test(action));
  const isJudged = kind === "identity" && !conditions.some(isByResource);
  const scopable = isJudged
    ? items
        .filter((action) => !wholeService.test(action) && isScopable(action))
        .filter(isOnEveryResource(items, resources))
    : [];
  return [
    ...(whole.length > 0 ? [`allows ${listed(whole)} in statement ${label}`] : []),
    ...(scopable.length > 0
      ? [`allows ${listed(scopable)} on every resource in statement ${label}`]
      : []),
  ];
}

/** A pattern is about the actions of its own service, if the statement has any, and about all others. */
function isOnEveryResource(actions: readonly string[], resources: Statement["resources"]) {
  const every = resources?.negated ? ["*"] : (resources?.items ?? []).filter(isEveryResource);
  const services = new Set(actions.map(serviceOfAction));
  return (action: string): boolean =>
    every
      .map(serviceOf)
      .some((service) => service === serviceOfAction(action) || !services.has(service));
}

function serviceOfAction(action: string): string {
  return (action.split(":")[0] ?? "").toLowerCase();
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

/** The first three, and how many more there are. */
export function listed(actions: readonly string[]): string {
  const [first, second, third, ...more] = actions;
  const named = [first, second, third].filter((action) => action !== undefined);
  return `${named.join(", ")}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}
