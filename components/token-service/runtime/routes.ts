// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Operation } from "./call";
import { MethodNotAllowedError, NotFoundError } from "./problems";

/** One call of the API. */
export interface Route {
  readonly method: string;
  /** Path whose segments in braces are parameters. */
  readonly path: string;
  readonly operation: Operation;
}

/** A route, with the values of its parameters in a request's path. */
export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the route of a path for any method, or throws a NotFoundError. Paths match byte for byte. */
export function matchPath(routes: readonly Route[], path: string): Match {
  for (const route of routes) {
    const parameters = parametersOf(route.path, path);
    if (parameters !== undefined) {
      return { route, parameters };
    }
  }
  throw new NotFoundError("No such path.");
}

/** Throws a MethodNotAllowedError for any method but the route's. */
export function refuseOtherMethods(route: Route, method: string): void {
  if (method !== route.method) {
    throw new MethodNotAllowedError(route.path, route.method);
  }
}

function parametersOf(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) {
    return undefined;
  }
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? "";
    if (segment.startsWith("{") && value !== "") {
      parameters[segment.slice(1, -1)] = value;
    } else if (segment !== value) {
      return undefined;
    }
  }
  return parameters;
}
