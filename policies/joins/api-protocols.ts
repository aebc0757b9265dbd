// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether the API of a route speaks HTTP or WebSocket: a property of the API, not of the route. */

import { type Reading, read, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf } from "../resources/stack";

const apiTypes = ["aws:apigatewayv2/api:Api", "aws-native:apigatewayv2:Api"] as const;

/** The protocol of a route's API; absent where the API is not in the stack or is one of several. */
export function protocolOf(stack: Stack, route: StackResource): Reading {
  const apis = apisOf(stack, route);
  const [api] = apis;
  return api === undefined || apis.length > 1
    ? { state: "absent", path: "apiId" }
    : read(api.props, "protocolType");
}

/** A known id decides; an unknown id is that of the API it is made from. */
function apisOf(stack: Stack, route: StackResource): readonly StackResource[] {
  const id = textOf(read(route.props, "apiId"));
  return id === undefined
    ? sourcesOf(route, "apiId").filter(({ type }) => apiTypes.some((one) => one === type))
    : (stack.derive(apisById).get(id) ?? []);
}

function apisById(stack: Stack): ReadonlyMap<string, readonly StackResource[]> {
  return new Map(
    stack.ofTypes(apiTypes).flatMap((api) =>
      ["id", "apiId"].flatMap((property) => {
        const id = textOf(read(api.props, property));
        return id === undefined ? [] : [[id, [api]] as const];
      }),
    ),
  );
}
