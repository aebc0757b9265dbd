// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Functions that CloudFront runs in its points of presence (Lambda@Edge). */

import { type Finding, undecided, violation } from "../../framework/finding";
import {
  below,
  contentOf,
  elements,
  type Reading,
  read,
  select,
  textOf,
} from "../../resources/reading";
import type { Resource } from "../../resources/stack";

const mustRun = "functions must run in the region of the resource";
const edgeLambda = "edgelambda.amazonaws.com";

export function edgePrincipal(permission: Resource): readonly Finding[] {
  return judgePrincipal(permission, "principal", read(permission.props, "principal"));
}

/**
 * Judges the trust policy of a role. limit-role-trust reports a policy that is unknown as a whole: most
 * policies name no service at all.
 */
export function edgeTrust(property: string): (role: Resource) => readonly Finding[] {
  return (role) => {
    const reading = read(role.props, property);
    const isText = reading.state === "known" && typeof reading.value === "string";
    const content = isText ? contentOf(reading) : reading;
    return content.state === "known"
      ? select({ [property]: content.value }, property, "Statement")
          .filter((statement) => textOf(below(statement, "Effect")) !== "Deny")
          .flatMap((statement) => elements(below(below(statement, "Principal"), "Service")))
          .flatMap((service) => judgePrincipal(role, property, service))
      : [];
  };
}

function judgePrincipal(
  resource: Resource,
  property: string,
  principal: Reading,
): readonly Finding[] {
  if (principal.state === "unknown") {
    return [undecided(resource, principal.path, mustRun)];
  }
  const found = `names ${edgeLambda}, which runs functions in points of presence`;
  return textOf(principal)?.toLowerCase() === edgeLambda
    ? [violation(resource, property, found, mustRun)]
    : [];
}
