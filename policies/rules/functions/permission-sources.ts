// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What narrows a permission of a function to one caller: an account, an organization, the source of a service. */

import { type Finding, undecided } from "../../framework/finding";
import { type Reading, read, textOf } from "../../resources/reading";
import { type Resource, type StackResource, sourcesOf, written } from "../../resources/stack";
import { mustNameSource } from "./function-policies";

/** The properties that narrow a permission, and the values that do. A wildcard within one account narrows. */
const patterns = {
  sourceAccount: /^\d{12}$/,
  sourceArn: /^arn:[^:]+:[^:*?]+:[^:]*:\d{12}:|^arn:[^*?]+$/,
  principalOrgId: /^o-[a-z0-9]+$/,
  organizationId: /^o-[a-z0-9]+$/,
  eventSourceToken: /./,
} as const;

export type Narrowing = keyof typeof patterns;

/** Lambda takes these only as they are; an ARN may be a pattern. */
const asTheyAre = ["sourceAccount", "principalOrgId", "eventSourceToken"] as const;
export const narrowingPermissions = ["sourceArn", ...asTheyAre] as const;

export function isNarrowed(permission: Resource, properties: readonly Narrowing[]): boolean {
  return properties.some((property) =>
    patterns[property].test(textOf(read(permission.props, property)) ?? ""),
  );
}

export function unknownsOf(
  permission: Resource,
  properties: readonly Narrowing[],
): readonly Reading[] {
  return properties
    .map((property) => read(permission.props, property))
    .filter(({ state }) => state === "unknown");
}

/** The service that a principal names, if it names one. */
export function serviceIn(principal: string): string | undefined {
  return /^[a-z0-9.-]+\.amazon(aws)?\.com(\.cn)?$/i.test(principal) ? principal : undefined;
}

/** The provider modules of the resources that a service calls functions for, if their names differ from its own. */
const modules: Readonly<Record<string, readonly string[]>> = {
  apigateway: ["apigateway", "apigatewayv2"],
  config: ["cfg", "config", "configuration"],
  "cognito-idp": ["cognito"],
  elasticloadbalancing: ["lb", "alb", "elasticloadbalancingv2", "applicationloadbalancing"],
  events: ["cloudwatch", "events"],
  logs: ["cloudwatch", "logs"],
  ses: ["ses", "sesv2"],
};

/** Judges a permission of a service whose source ARN is not known yet. */
export function judgeUnknownSource(permission: StackResource): readonly Finding[] {
  const service = serviceIn(textOf(read(permission.props, "principal")) ?? "");
  const [source] = written(permission, "sourceArn");
  return service === undefined ||
    source?.state !== "unknown" ||
    isNarrowed(permission, asTheyAre) ||
    asTheyAre.some((property) => written(permission, property)[0]?.state === "unknown") ||
    comesFromCaller(permission, service)
    ? []
    : [undecided(permission, source.path, mustNameSource)];
}

/**
 * Whether an ARN that is not known yet comes from a resource of the service, such as an API where API
 * Gateway calls. Other parts of the ARN (a region, a stage) only narrow it further.
 */
export function comesFromCaller(permission: StackResource, service: string): boolean {
  const [name = ""] = service.toLowerCase().split(".");
  const callers = modules[name] ?? [name];
  return sourcesOf(permission, "sourceArn").some(({ type }) => callers.includes(moduleOf(type)));
}

/** "apigateway" of `aws:apigateway/restApi:RestApi` and of `aws-native:apigateway:RestApi`. */
function moduleOf(type: string): string {
  return /^aws(?:-native)?:([^/:]+)/.exec(type)?.[1] ?? "";
}
