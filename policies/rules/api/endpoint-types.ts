// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The types of the endpoints of REST APIs and their domains: EDGE, REGIONAL or PRIVATE. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { type Reading, read, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const mustBePrivate = "it must be PRIVATE";

export function judgeEndpoint(resource: Resource, fix?: string): readonly Finding[] {
  return select(resource.props, "endpointConfiguration", "types").flatMap((type) =>
    type.state === "absent"
      ? [violation(resource, type.path, "is missing, which means EDGE", mustBePrivate, { fix })]
      : judgeType(resource, type, fix),
  );
}

/** An import of an OpenAPI body keeps the endpoint, unless its parameters set another type. */
export function judgeImport(resource: Resource): readonly Finding[] {
  const type = read(resource.props, "parameters", "endpointConfigurationTypes");
  return type.state === "absent" ? [] : judgeType(resource, type);
}

function judgeType(resource: Resource, type: Reading, fix?: string): readonly Finding[] {
  if (type.state === "unknown") {
    return [undecided(resource, type.path, mustBePrivate)];
  }
  const text = textOf(type) ?? "";
  const found = ["EDGE", "REGIONAL"].includes(text) ? `is ${text}` : "is no endpoint type of AWS's";
  return text === "PRIVATE" ? [] : [violation(resource, type.path, found, mustBePrivate, { fix })];
}
