// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The shape of a rule: metadata first, always in this order, then the validator. */

import type { EnforcementLevel, PolicyConfigSchema, Severity } from "@pulumi/policy";
import type { Options } from "./configuration";
import type { Finding } from "./finding";
import type { Resource, Stack, StackResource } from "./resource";

/** A control of a framework that a rule serves. */
export interface Control {
  readonly framework: string;
  readonly version: string;
  readonly reference: string;
  readonly specification: string;
}

/**
 * Judges a resource by its inputs, before it is created or updated. The type is that of a method, so that a
 * rule with options of its own is still a `Rule`.
 */
export type ResourceJudge<O> = {
  judge(resource: Resource, options: O): readonly Finding[];
}["judge"];

/** Judges a resource together with its siblings, at the end of a preview. */
export type StackJudge<O> = {
  judge(resource: StackResource, options: O, stack: Stack): readonly Finding[];
}["judge"];

/**
 * What a rule judges, by type token. A judge that must follow a value to the sibling that it comes from is in
 * `stack`, every other judge in `resource`. A type in both tables gets different findings from each. In
 * `resource`, a token may end in a star, for every type of a module or a package, or be a star, for all types.
 */
export interface Validator<O> {
  /** The configuration key that the rule needs: without it the rule judges nothing. */
  readonly needs?: string;
  readonly resource?: Readonly<Record<string, ResourceJudge<O>>>;
  readonly stack?: Readonly<Record<string, StackJudge<O>>>;
}

export interface Rule<O extends Options = Options> {
  readonly name: string;
  /** One sentence: what must hold. */
  readonly description: string;
  /** Why it must hold: what goes wrong otherwise. */
  readonly rationale: string;
  readonly severity: Severity;
  /** Every control that the rule serves. The SDK gets the first one, the catalogue prints all. */
  readonly controls: readonly Control[];
  readonly enforcementLevel: EnforcementLevel;
  readonly tags: readonly string[];
  readonly remediationSteps: string;
  readonly url: string;
  readonly configSchema: PolicyConfigSchema;
  readonly validator: Validator<O>;
}
