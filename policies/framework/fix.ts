// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Fixes change a resource before it is judged. They are policies of their own, since the engine lets no
 * stack rule change anything, and they are off until an administrator sets them to `remediate`.
 */

import type { ResourceRemediation, ResourceValidationPolicy } from "@pulumi/policy";
import type { Resource } from "../resources/stack";
import { type Options, optionsOf } from "./configuration";
import { exemptionFor, hasExpired } from "./exemptions";
import { violation } from "./finding";
import { frameworkOf, utcDate } from "./policy";
import type { Rule } from "./rule";

/** A value that is set, at a path as readings have it: `rules[0].applyServerSideEncryptionByDefault`. */
export interface Change {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** What to change about a resource; nothing where nothing is wrong, or where that is not known. */
type Remedy<O> = { changes(resource: Resource, options: O): readonly Change[] }["changes"];

/** A rule that, instead of judging, changes. */
export interface Fix<O extends Options = Options> extends Omit<Rule<O>, "validator"> {
  /** The keys of the configuration without which the fix does not know what to write, or what to leave. */
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

/** A fix that throws would fail the whole preview. It changes nothing, and the rules say what is wrong. */
function changesBy(remedy: () => readonly Change[]): readonly Change[] {
  try {
    return remedy();
  } catch {
    return [];
  }
}

/** The SDK's proxies keep what is secret and what is not known yet, as long as values are set in place. */
function apply(props: Record<string, unknown>, { path, value }: Change): void {
  const steps = path.split(/[.[\]]/).filter((step) => step !== "");
  const last = steps.pop() ?? "";
  const block = steps.reduce<Record<string, unknown>>(
    (within, step) => within[step] as Record<string, unknown>,
    props,
  );
  block[last] = value;
}
