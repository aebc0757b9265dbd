// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The shape of a rule: data first, always in this order, the validator last. */

import type { EnforcementLevel, PolicyConfigSchema, Severity } from "@pulumi/policy";
import type { Resource, Stack, StackResource } from "../resources/stack";
import type { Options } from "./configuration";
import type { Finding } from "./finding";

/** A control of a framework that a rule serves. */
export interface Control {
  readonly framework: string;
  readonly version: string;
  readonly reference: string;
  readonly specification: string;
}

/**
 * Judges a resource by its inputs, before it is created or updated. (Written as a method, so that a
 * rule with options of its own is still a rule.)
 */
type ResourceJudge<O> = { judge(resource: Resource, options: O): readonly Finding[] }["judge"];

/** Judges a resource together with its siblings, at the end of a preview. */
type StackJudge<O> = {
  judge(resource: StackResource, options: O, stack: Stack): readonly Finding[];
}["judge"];

/**
 * What a rule judges, by type token. What must follow a value to the sibling it comes from is judged
 * with the stack, everything else by itself; a type that stands in both tables gets different findings
 * from each. In the table of resources, a token may end in a star: every type of a module, a package, or all.
 */
export interface Validator<O> {
  /** The key of the configuration without which the rule has nothing to judge by. */
  readonly needs?: string;
  readonly resource?: Readonly<Record<string, ResourceJudge<O>>>;
  readonly stack?: Readonly<Record<string, StackJudge<O>>>;
}

export interface Rule<O extends Options = Options> {
  readonly name: string;
  /** One sentence: what must be true. */
  readonly description: string;
  /** Why it must: what goes wrong otherwise. */
  readonly rationale: string;
  readonly severity: Severity;
  /** Every control that it serves. The SDK carries one, the first; the catalogue prints all. */
  readonly controls: readonly Control[];
  readonly enforcementLevel: EnforcementLevel;
  readonly tags: readonly string[];
  readonly remediationSteps: string;
  readonly url: string;
  readonly configSchema: PolicyConfigSchema;
  readonly validator: Validator<O>;
}

/** In an example: the value of a sibling's property, as Pulumi YAML writes it. */
export function from(property: string): string {
  return `\${${property}}`;
}
