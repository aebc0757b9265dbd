// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Makes the policy that the SDK serves from a rule. */

import type {
  PolicyComplianceFramework,
  ReportViolation,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidation,
  StackValidationPolicy,
} from "@pulumi/policy";
import { type Options, optionsOf } from "./configuration";
import { judged } from "./fail-closed";
import type { Finding } from "./finding";
import { misconfigured, reportsOn, send } from "./report";
import { type Resource, Stack, type StackResource } from "./resource";
import type { Control, Rule, Validator } from "./rule";

/** What a policy takes from its surroundings. */
interface Surroundings {
  /** The day that decides which exemptions have expired. @default - today, in UTC */
  readonly today?: () => string;
  /** A resource, and the resources that it makes. @default - the resource alone */
  readonly expand?: Expand;
}

type Expand = <R extends Resource>(resource: R) => readonly (R | StackResource)[];

export function policyOf(
  rule: Rule,
  { today = utcDate, expand = (resource) => [resource] }: Surroundings = {},
): ResourceValidationPolicy | StackValidationPolicy {
  const { controls, rationale: _rationale, validator, ...metadata } = rule;
  const [control] = controls;
  return {
    ...metadata,
    tags: [...rule.tags],
    ...(control && { framework: frameworkOf(control) }),
    ...(validator.resource && {
      validateResource: resourceValidation(rule, validator.resource, today, expand),
    }),
    ...(validator.stack && {
      validateStack: stackValidation(rule, validator.stack, today, expand),
    }),
  } as ResourceValidationPolicy | StackValidationPolicy;
}

function resourceValidation(
  rule: Rule,
  judges: NonNullable<Validator<Options>["resource"]>,
  today: () => string,
  expand: Expand,
): ResourceValidation {
  const configuredBy = optionsReader(rule);
  const judgesByType = new Map<string, (typeof judges)[string] | undefined>();
  return (args, reportViolation) => {
    const toJudge = expand<Resource>(args).flatMap((resource) => {
      const { type } = resource;
      const judge = remembered(judgesByType, type, () => judgeOf(judges, type));
      return judge === undefined ? [] : [{ resource, judge }];
    });
    if (toJudge.length === 0) {
      return leaveOut(args, `It does not judge ${args.type}.`);
    }
    const configured = configuredBy(args.getConfig());
    if ("problem" in configured) {
      return send(misconfigured(configured.problem, args.urn), reportViolation);
    }
    const { options } = configured;
    if (isWithoutMeasure(rule, options)) {
      return leaveOut(args, `'${rule.validator.needs}' is not configured.`);
    }
    const findings = toJudge.flatMap(({ resource, judge }) =>
      judged(resource, () => judge(resource, options)),
    );
    reportAll(findings, rule, options, today, reportViolation);
  };
}

function stackValidation(
  rule: Rule,
  judges: NonNullable<Validator<Options>["stack"]>,
  today: () => string,
  expand: Expand,
): StackValidation {
  return (args, reportViolation) => {
    const stack = new Stack(args.resources.flatMap((resource) => expand<StackResource>(resource)));
    const resources = stack.ofTypes(Object.keys(judges));
    if (resources.length === 0) {
      return args.notApplicable("The stack has no resource that it judges.");
    }
    const configured = optionsOf(rule, args.getConfig());
    if ("problem" in configured) {
      return send(misconfigured(configured.problem), reportViolation);
    }
    const { options } = configured;
    if (isWithoutMeasure(rule, options)) {
      return args.notApplicable(`'${rule.validator.needs}' is not configured.`);
    }
    const findings = resources.flatMap((resource) =>
      judged(resource, () => judges[resource.type]?.(resource, options, stack) ?? []),
    );
    reportAll(findings, rule, options, today, reportViolation);
  };
}

/** A rule judges each resource with the same configuration, so its options are read once. */
function optionsReader(
  rule: Rule,
): (given: Record<string, unknown>) => ReturnType<typeof optionsOf> {
  const known = new Map<string, ReturnType<typeof optionsOf>>();
  return (given) => remembered(known, JSON.stringify(given), () => optionsOf(rule, given));
}

/**
 * The SDK says "not applicable" by an error that it throws and catches. Most rules say it for most resources,
 * and a new error each time costs more than all the judging.
 */
const answers = new Map<string, unknown>();

function leaveOut(args: ResourceValidationArgs, reason: string): never {
  throw remembered(answers, reason, () => errorOf(() => args.notApplicable(reason)));
}

function errorOf(answer: () => void): unknown {
  try {
    return answer();
  } catch (error) {
    return error;
  }
}

function remembered<T>(known: Map<string, T>, key: string, value: () => T): T {
  if (!known.has(key)) {
    known.set(key, value());
  }
  return known.get(key) as T;
}

/** The most exact entry for a type: itself, its module, its package, everything. */
export function judgeOf<J>(judges: Readonly<Record<string, J>>, type: string): J | undefined {
  return tokensFor(type)
    .map((token) => judges[token])
    .find((judge) => judge !== undefined);
}

function tokensFor(type: string): readonly string[] {
  const [inModule = type] = /^[^:]*:[^/:]*[/:]/.exec(type) ?? [];
  const [inPackage = type] = /^[^:]*:/.exec(type) ?? [];
  return [type, `${inModule}*`, `${inPackage}*`, "*"];
}

/** Whether the rule needs an option that is not configured. */
function isWithoutMeasure({ validator }: Rule, options: Options): boolean {
  const given: Readonly<Record<string, unknown>> = { ...options };
  return validator.needs !== undefined && given[validator.needs] === undefined;
}

function reportAll(
  findings: readonly Finding[],
  rule: Rule,
  options: Options,
  today: () => string,
  reportViolation: ReportViolation,
): void {
  for (const report of findings.flatMap((finding) => reportsOn(finding, rule, options, today()))) {
    send(report, reportViolation);
  }
}

export function frameworkOf({ framework, ...control }: Control): PolicyComplianceFramework {
  return { name: framework, ...control };
}

export function utcDate(): string {
  return new Date().toISOString().slice(0, 10);
}
