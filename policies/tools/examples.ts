// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the examples of a rule or a fix: `<name>.examples.yaml` beside its source.
 * It is not part of the pack: the catalogue prints the examples, and the tests judge them.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

export interface Examples {
  /** What the rule rejects; for a fix, what it changes. */
  readonly fails: readonly Example[];
  /** What the rule accepts; for a fix, what it leaves as it is. */
  readonly passes: readonly Example[];
}

/**
 * The resources of a Pulumi program as Pulumi YAML writes them. A value `${name.property}` comes from a
 * sibling.
 */
export interface Example {
  readonly shows: string;
  /** The configuration without which the rule judges nothing here, or judges in another way. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, ExampleResource>>;
}

export interface ExampleResource {
  readonly type: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** The provider is a sibling too: `${name}`. */
  readonly options?: { readonly provider?: string };
}

const policies = join(dirname(__filename), "..");

/** The examples of a rule or fix, ready to be judged: `fn::toJSON` has become the text that it makes. */
export function examplesOf(name: string): Examples {
  return evaluated(examplesAsWritten(name)) as Examples;
}

/** The examples of a rule or fix as the file has them. */
export function examplesAsWritten(name: string): Examples {
  return parse(readFileSync(examplesFileOf(name), "utf8"));
}

function examplesFileOf(name: string): string {
  const concerns = readdirSync(join(policies, "rules")).map((concern) => join("rules", concern));
  const found = ["fixes", ...concerns]
    .map((folder) => join(policies, folder, `${name}.examples.yaml`))
    .find((file) => existsSync(file));
  if (found === undefined) {
    throw new Error(`There is no file ${name}.examples.yaml beside a rule or fix.`);
  }
  return found;
}

function evaluated(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(evaluated);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const { "fn::toJSON": document } = value as Readonly<Record<string, unknown>>;
  return document === undefined
    ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, evaluated(member)]))
    : JSON.stringify(evaluated(document));
}
