// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A source of a service that is not known yet is followed to the API, rule or topic that it comes from. A
 * permission for everyone counts as narrowed only by a value that is known.
 */

import { configuration } from "../../framework/configuration";
import { agora, fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import type { Rule } from "../../framework/rule";
import { type Reading, read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { judgePolicies, must, mustNameSource } from "./function-policies";
import {
  isNarrowed,
  judgeUnknownSource,
  type Narrowing,
  narrowingPermissions,
  serviceIn,
  unknownsOf,
} from "./permission-sources";

const sourceNamed =
  "Set sourceArn to the API, rule or topic that calls, or sourceAccount to its account.";

export const forbidPublicFunctionPermission: Rule = {
  name: "forbid-public-function-permission",
  description: "Functions must not be callable by everyone.",
  rationale:
    "A permission for everyone lets any AWS account, or anybody at all, run the function that " +
    "signs tokens. A permission for a service without a source lets every customer of that " +
    "service run it through the service.",
  severity: "critical",
  controls: [
    fsbp("Lambda.1", "Lambda function policies should prohibit public access"),
    nist("AC-3", "Access enforcement"),
    nist("AC-6", "Least privilege"),
    iso("A.5.15", "Access control"),
    agora("4", "Only the app backend can connect to the token server"),
  ],
  enforcementLevel: "mandatory",
  tags: ["lambda", "authorization", "tokens"],
  remediationSteps:
    "Name an account, a role or a service as the principal, and for a service also its sourceArn or sourceAccount.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
  configSchema: configuration("advisory"),
  validator: {
    resource: {
      "aws:lambda/permission:Permission": judgePermission,
      "aws-native:lambda:Permission": judgePermission,
      "aws:lambda/layerVersionPermission:LayerVersionPermission": judgeLayer,
      "aws-native:lambda:LayerVersionPermission": judgeLayer,
      "aws:lambda/resourcePolicy:ResourcePolicy": judgePolicies,
    },
    stack: {
      "aws:lambda/permission:Permission": judgeUnknownSource,
      "aws-native:lambda:Permission": judgeUnknownSource,
    },
  },
};

function judgePermission(permission: Resource): readonly Finding[] {
  const url = read(permission.props, "functionUrlAuthType");
  return textOf(url) === "NONE"
    ? [violation(permission, url.path, "is NONE: everybody can call the function's URL", must)]
    : judgePrincipal(permission, read(permission.props, "principal"), narrowingPermissions);
}

function judgeLayer(permission: Resource): readonly Finding[] {
  const principal = read(permission.props, "principal");
  return judgePrincipal(permission, principal, ["organizationId"]);
}

function judgePrincipal(
  permission: Resource,
  principal: Reading,
  properties: readonly Narrowing[],
): readonly Finding[] {
  const [unknown] = unknownsOf(permission, properties);
  if (isNarrowed(permission, properties)) {
    return [];
  }
  if (principal.state === "unknown") {
    return [undecided(permission, principal.path, must)];
  }
  const text = textOf(principal) ?? "*";
  if (text.includes("*")) {
    return [
      unknown === undefined
        ? violation(permission, principal.path, "is everyone (*)", must)
        : undecided(permission, unknown.path, must),
    ];
  }
  const service = serviceIn(text);
  return service === undefined || unknown !== undefined
    ? []
    : [
        violation(
          permission,
          principal.path,
          `is ${service}, which acts for every customer of AWS's`,
          mustNameSource,
          { fix: sourceNamed },
        ),
      ];
}
