// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a statement allows by wildcards: all actions of a service, or an action on every resource. */

import type { Condition, Statement } from "../../access/statements";
import type { PolicyKind } from "../../resources/documents";
import { isEveryResource, serviceOf } from "./resource-patterns";
import { isScopable } from "./unscoped-actions";

/** "*" and "s3:*", but not "s3:Get*": all actions of a service. */
const wholeService = /^(\*+|[^:]*:[*?]*\*[*?]*)$/;

/** Condition keys that can name a resource instead of its ARN: by a tag, or by another name of it. */
const ofResource =
  /(^|:)(resourcetag|existingobjecttag)\/|^(kms:(resourcealiases|requestalias)|secretsmanager:secretid|ecs:cluster)$/i;
const isAnyOf = /^(ForAnyValue:)?(String(Equals|EqualsIgnoreCase|Like)|Arn(Equals|Like)|Bool)$/i;

/** A condition narrows if the key must be present and have a given value. */
function isByResource({ operator, key, values }: Condition): boolean {
  return (
    ofResource.test(key) &&
    isAnyOf.test(operator) &&
    values.every((value) => !/^(alias\/)?[*?]*\*[*?]*$/.test(value) && !isEveryResource(value))
  );
}

/** What is too wide in a statement, each as the end of a sentence. */
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

/** A pattern counts for the actions of its own service; if the statement has none of those, for all actions. */
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

/** The account of a key must keep every right to it, or nobody could manage the key again. */
function isAdministration({ principals }: Statement, kind: PolicyKind): boolean {
  return (
    kind === "key" &&
    principals?.negated === false &&
    principals.items.every(
      ({ type, value }) => type === "AWS" && /^(\d{12}|arn:[^:]+:iam::\d{12}:root)$/.test(value),
    )
  );
}

/** The first three actions, and how many more there are. */
export function listed(actions: readonly string[]): string {
  const [first, second, third, ...more] = actions;
  const named = [first, second, third].filter((action) => action !== undefined);
  return `${named.join(", ")}${more.length > 0 ? ` and ${more.length} more` : ""}`;
}
