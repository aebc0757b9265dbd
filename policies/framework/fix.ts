// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A fix changes a resource before the rules judge it. Fixes are separate policies, because the engine does
 * not let stack rules change anything. They are off until an administrator sets them to `remediate`.
 */

import type { ResourceRemediation, ResourceValidationPolicy } from "@pulumi/policy";
import { type Options, optionsOf } from "./configuration";
import { exemptionFor, hasExpired } from "./exemptions";
import { violation } from "./finding";
import { frameworkOf, utcDate } from "./policy";
import type { Resource } from "./resource";
import type { Rule } from "./rule";

/** A value to set, and the path of the property: `rules[0].applyServerSideEncryptionByDefault`. */
export interface Change {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** The changes to a resource: none if nothing is wrong, or if that is not known. */
type Remedy<O> = { changes(resource: Resource, options: O): readonly Change[] }["changes"];

/** A rule that changes resources instead of judging them. */
export interface Fix<O extends Options = Options> extends Omit<Rule<O>, "validator"> {
  /** The configuration keys that the fix needs to know what to write, or what to leave as it is. */
  readonly needs?: readonly string[];
  readonly remedy: Readonly<Record<string, Remedy<O>>>;
}

/** The policy of a fix. `today` decides which exemptions have expired. */
export function fixPolicyOf(fix: Fix, today: () => string = utcDate): ResourceValidationPolicy {
  const { controls, rationale: _rationale, remedy: _remedy, needs: _needs, ...metadata } = fix;
  const [control] = controls;
  return {
    ...metadata,
    tags: [...fix.tags],
    ...(control && { framework: frameworkOf(control) }),
    remediateResource: remediationBy(fix, today),
  };
}

function remediationBy(fix: Fix, today: () => string): ResourceRemediation {
  return (args) => {
    const remedy = fix.remedy[args.type];
    if (remedy === undefined) {
      return args.notApplicable(`It does not change ${args.type}.`);
    }
    const configured = optionsOf(fix, args.getConfig());
    if ("problem" in configured || isUnconfigured(fix, configured.options)) {
      return undefined;
    }
    const { options } = configured;
    if (isExempted(args, options, today())) {
      return undefined;
    }
    const changes = changesBy(() => remedy(args, options));
    for (const change of changes) {
      apply(args.props, change);
    }
    return changes.length === 0 ? undefined : args.props;
  };
}

function isUnconfigured({ needs = [] }: Fix, options: Options): boolean {
  const given: Readonly<Record<string, unknown>> = { ...options };
  return needs.some((key) => given[key] === undefined);
}

function isExempted(resource: Resource, { exemptions }: Options, today: string): boolean {
  const exemption = exemptionFor(violation(resource, "", "", ""), exemptions, today);
  return exemption !== undefined && !hasExpired(exemption, today);
}

/** An error in a fix would fail the whole preview. So the fix changes nothing, and the rules report what is wrong. */
function changesBy(remedy: () => readonly Change[]): readonly Change[] {
  try {
    return remedy();
  } catch {
    return [];
  }
}

/** Sets the value in place, so that the SDK's proxies keep the other values secret or unknown as they are. */
function apply(props: Record<string, unknown>, { path, value }: Change): void {
  const steps = path.split(/[.[\]]/).filter((step) => step !== "");
  const last = steps.pop() ?? "";
  const block = steps.reduce<Record<string, unknown>>(
    (within, step) => within[step] as Record<string, unknown>,
    props,
  );
  block[last] = value;
}
