// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a policy of AWS's that is attached to an identity allows too much. */

import { type Finding, violation } from "../../framework/finding";
import { type Step, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { type ManagedPolicy, wideManagedPolicy } from "./managed-policies";
import { listed } from "./wildcards";

export const must = "permissions must name actions and the resources that they are for";

/** Judges the ARNs of policies that a property holds. */
export function attached(...path: Step[]) {
  return (resource: Resource): readonly Finding[] =>
    select(resource.props, ...path).flatMap((arn) => {
      const policy = wideManagedPolicy(textOf(arn) ?? "");
      return policy === undefined
        ? []
        : [
            violation(
              resource,
              arn.path,
              `is AWS's ${policy.name}, which ${widthOf(policy)}`,
              must,
            ),
          ];
    });
}

function widthOf({ allows }: ManagedPolicy): string {
  return allows.length === 0 ? "is all wildcards" : `allows ${listed(allows)} on every resource`;
}
