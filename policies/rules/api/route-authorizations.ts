// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How the routes of HTTP and WebSocket APIs authorize their callers. */

import { type Finding, undecided, unjudgeable } from "../../framework/finding";
import { protocolOf } from "../../joins/api-protocols";
import { read, textOf } from "../../resources/reading";
import { type Resource, type Stack, type StackResource, written } from "../../resources/stack";
import { type AuthorizationOptions, asked, judgeType } from "./authorizations";

/** Routes without authorization: a CORS preflight, and every route of a WebSocket API but $connect. */
const unauthorizedRoutes = /^(OPTIONS .*|\$disconnect|[^\s$]+)$/;
const defaultRoute = "$default";

export function judgeRoute(route: Resource, options: AuthorizationOptions): readonly Finding[] {
  const routeKey = read(route.props, "routeKey");
  const key = textOf(routeKey) ?? "";
  if (key === defaultRoute || unauthorizedRoutes.test(key)) {
    return [];
  }
  const findings = judgeType(route, read(route.props, "authorizationType"), options);
  return routeKey.state === "unknown" && findings.length > 0
    ? [undecided(route, routeKey.path, asked(options))]
    : findings;
}

/** The route for requests that match no other. In a WebSocket API it only serves open connections. */
export function judgeDefaultRoute(
  route: StackResource,
  options: AuthorizationOptions,
  stack: Stack,
): readonly Finding[] {
  const protocol = protocolOf(stack, route);
  if (textOf(read(route.props, "routeKey")) !== defaultRoute || textOf(protocol) === "WEBSOCKET") {
    return [];
  }
  const findings = written(route, "authorizationType").flatMap((type) =>
    judgeType(route, type, options),
  );
  return protocol.state === "known" || findings.length === 0
    ? findings
    : [unjudgeable(route, "apiId", asked(options), ofWhichProtocol)];
}

const ofWhichProtocol =
  "A route $default of WebSockets takes no authorization, and the API is not in this stack.";
