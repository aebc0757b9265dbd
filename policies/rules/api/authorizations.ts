// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** How methods, routes and the operations of OpenAPI bodies authorize their callers. */

import type { Options } from "../../framework/configuration";
import { type Finding, undecided, unjudgeable, violation } from "../../framework/finding";
import { type Operation, operationsOf } from "../../resources/open-api";
import { contentOf, type Reading, read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

export interface AuthorizationOptions extends Options {
  /** The authorization types that are allowed, by API Gateway's names. */
  readonly authorizers: readonly string[];
}

export function judgeBody(api: Resource, options: AuthorizationOptions): readonly Finding[] {
  const body = contentOf(read(api.props, "body"));
  const location = read(api.props, "bodyS3Location");
  if (location.state !== "absent") {
    return [unjudgeable(api, location.path, asked(options), "It is in a bucket.")];
  }
  switch (body.state) {
    case "absent":
      return [];
    case "unknown":
      return [undecided(api, body.path, asked(options))];
    case "known":
      return judgeOperations(api, operationsOf(body.value), options);
  }
}

function judgeOperations(
  api: Resource,
  operations: readonly Operation[] | undefined,
  options: AuthorizationOptions,
): readonly Finding[] {
  const { authorizers } = options;
  if (operations === undefined) {
    return [unjudgeable(api, "body", asked(options), "It is no OpenAPI in JSON.")];
  }
  return operations
    .filter(({ name }) => !name.startsWith("OPTIONS "))
    .filter(
      ({ authorizations }) =>
        authorizations.length === 0 || !authorizations.every((one) => authorizers.includes(one)),
    )
    .map(({ name, authorizations }) => {
      const by = authorizations.length === 0 ? "nothing" : authorizations.join(" or ");
      return violation(api, "body", `authorizes ${name} by ${by}`, asked(options));
    });
}

export function judgeType(
  resource: Resource,
  type: Reading,
  options: AuthorizationOptions,
): readonly Finding[] {
  if (type.state === "unknown") {
    return [undecided(resource, type.path, asked(options))];
  }
  const text = textOf(type);
  if (text === undefined) {
    return [violation(resource, type.path, "is missing, which means NONE", asked(options))];
  }
  const found = /^[A-Z_]+$/.test(text) ? `is ${text}` : "is no authorization type of AWS's";
  return options.authorizers.includes(text)
    ? []
    : [violation(resource, type.path, found, asked(options))];
}

/** What must hold for every method and route, as the end of a sentence. */
export function asked({ authorizers }: AuthorizationOptions): string {
  return `callers must be authorized by ${authorizers.join(" or ")}`;
}
