// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Judges a program with one rule in the process of the test, through the request handlers of the SDK.
 * So its deserialization, its proxies over unknown values and its handling of exceptions are tested too.
 */

import assert from "node:assert/strict";
import type {
  EnforcementLevel,
  Policies,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import {
  AnalyzeRequest,
  type AnalyzeResponse,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { policyOf } from "../../../policies/framework/policy";
import type { Rule } from "../../../policies/framework/rule";
import { withEmbedded } from "../../../policies/resources/embedded-resources";
import { Stack, type StackResource } from "../../../policies/resources/stack";
import {
  type Analysis,
  analysisOf,
  type PackConfiguration,
  type Reported,
  resourceRequest,
  stackRequest,
} from "./messages";
import { type Phase, type Program, type Shown, show } from "./program";

export interface Circumstances {
  readonly phase?: Phase;
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly enforcementLevel?: EnforcementLevel;
  /** The day of the analysis. */
  readonly today?: string;
}

export interface Judgement {
  /** Level, resource and message of each report. */
  readonly reports: readonly Pick<Reported, "level" | "resource" | "message">[];
  /** False if the program has nothing that the rule judges. */
  readonly applicable: boolean;
}

/** All reports of a rule about a program: first about each resource, then about the stack. */
export async function judge(
  rule: Rule,
  program: Program,
  circumstances: Circumstances = {},
): Promise<Judgement> {
  const { phase = "first preview" } = circumstances;
  const policies = [configured(rule, circumstances)];
  const resources = show(program, phase);
  const analyses: Analysis[] = [];
  for (const resource of resources) {
    const request = AnalyzeRequest.deserializeBinary(resourceRequest(resource).serializeBinary());
    analyses.push(await call(sdk.makeAnalyzeRpcFun, policies, request));
  }
  const request = AnalyzeStackRequest.deserializeBinary(stackRequest(resources).serializeBinary());
  analyses.push(await call(sdk.makeAnalyzeStackRpcFun, policies, request));
  return {
    reports: analyses.flatMap(({ reports }) =>
      reports.map(({ level, resource, message }) => ({ level, resource, message })),
    ),
    applicable: hasJudged(policies, analyses),
  };
}

/** All reports of rules about resources, which are given as the engine shows them. */
export async function judgeAll(
  rules: readonly Rule[],
  resources: readonly Shown[],
  configurations: PackConfiguration = {},
): Promise<readonly Reported[]> {
  const policies = rules.map((rule) => {
    const { enforcementLevel, ...configuration } = configurations[rule.name] ?? {};
    const level = enforcementLevel as EnforcementLevel | undefined;
    return configured(rule, { configuration, enforcementLevel: level });
  });
  const analyses: Analysis[] = [];
  for (const resource of resources) {
    analyses.push(await call(sdk.makeAnalyzeRpcFun, policies, resourceRequest(resource)));
  }
  analyses.push(await call(sdk.makeAnalyzeStackRpcFun, policies, stackRequest(resources)));
  return analyses.flatMap(({ reports }) => reports);
}

/** The stack of a program, as a stack rule receives it, and its resources by name. */
export async function stackOf(
  program: Program,
  phase: Phase = "first preview",
): Promise<{ readonly stack: Stack; readonly resource: (name: string) => StackResource }> {
  const given: StackResource[] = [];
  const policy: StackValidationPolicy = {
    name: "collect",
    description: "Collects the resources.",
    validateStack: ({ resources }) => void given.push(...resources),
  };
  await call(sdk.makeAnalyzeStackRpcFun, [policy], stackRequest(show(program, phase)));
  return {
    stack: new Stack(given),
    resource: (name) => {
      const found = given.find((resource) => resource.name === name);
      assert.ok(found, `no resource ${name}`);
      return found;
    },
  };
}

type Handler<Request> = (
  call: { readonly request: Request },
  callback: (error: Error | null | undefined, response?: AnalyzeResponse) => void,
) => Promise<void>;

type Factory<Request> = (
  pack: string,
  version: string,
  level: EnforcementLevel,
  policies: Policies,
) => Handler<Request>;

/** The SDK's server module has no public types. */
const sdk = require("@pulumi/policy/server") as {
  readonly makeAnalyzeRpcFun: Factory<AnalyzeRequest>;
  readonly makeAnalyzeStackRpcFun: Factory<AnalyzeStackRequest>;
};

function call<Request>(
  factory: Factory<Request>,
  policies: Policies,
  request: Request,
): Promise<Analysis> {
  const handler = factory("agora-classroom", "0.0.0", "advisory", policies);
  return new Promise((resolve, reject) => {
    void handler({ request }, (error, response) =>
      response === undefined ? reject(error) : resolve(analysisOf(response)),
    );
  });
}

/** The SDK keeps configuration in its server. Here it is given to the policy directly. */
function configured(rule: Rule, circumstances: Circumstances): Policies[number] {
  const { configuration = {}, enforcementLevel, today = "2026-06-15" } = circumstances;
  const policy = policyOf(rule, {
    today: () => today,
    expand: withEmbedded,
  }) as ResourceValidationPolicy & StackValidationPolicy;
  const { validateResource, validateStack } = policy;
  const getConfig = <T extends object>() => configuration as T;
  return {
    ...policy,
    ...(enforcementLevel && { enforcementLevel }),
    ...(typeof validateResource === "function" && {
      validateResource: (args, report) => validateResource({ ...args, getConfig }, report),
    }),
    ...(validateStack && {
      validateStack: (args, report) => validateStack({ ...args, getConfig }, report),
    }),
  } as ResourceValidationPolicy & StackValidationPolicy;
}

/** A call with nothing to judge reports that once. A call without a validation reports nothing. */
function hasJudged([policy]: Policies, analyses: readonly Analysis[]): boolean {
  const calls =
    (policy !== undefined && "validateResource" in policy ? analyses.length - 1 : 0) +
    (policy !== undefined && "validateStack" in policy ? 1 : 0);
  return analyses.flatMap(({ notApplicable }) => notApplicable).length < calls;
}
