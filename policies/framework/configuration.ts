// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The configuration of a rule: its schema, its defaults and, if it is malformed, the error as a sentence.
 *
 * The engine checks `--policy-pack-config` against the schema and fills in the defaults. The SDK does
 * neither for a caller that speaks to the pack directly. So both are done here again, from the same schema:
 * there is one list of defaults.
 */

import type { PolicyConfigSchema } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";

/** The permission for resources to break a rule, for a reason, until a day. */
export interface Exemption {
  /** The URN of the resource: `*` stands for any text, `?` for any character. */
  readonly urn: string;
  readonly reason: string;
  /** The last day on which it holds, in UTC: `2027-01-31`. */
  readonly expires: string;
}

/** How a resource that cannot be decided is reported: like a violation, as advice, or not at all. */
export type OnUnknown = "mandatory" | "advisory" | "ignore";

/** The options of every rule. */
export interface Options {
  readonly exemptions: readonly Exemption[];
  readonly onUnknown: OnUnknown;
}

const exemptionsSchema: PolicyConfigJSONSchema = {
  type: "array",
  description: "Resources that may break this rule, each with a reason and a last day.",
  items: {
    type: "object",
    properties: {
      urn: {
        type: "string",
        minLength: 1,
        description: "URN of the resource; * stands for any text, ? for any character.",
      },
      reason: {
        type: "string",
        minLength: 1,
        description: "Why the resource is exempt, for whoever reads the report.",
      },
      expires: {
        type: "string",
        format: "date",
        description: "Last day on which the exemption holds (UTC), such as 2027-01-31.",
      },
    },
    required: ["urn", "reason", "expires"],
    additionalProperties: false,
  },
  default: [],
};

/** The schema of a rule: the properties of every rule, then its own. */
export function configuration(
  onUnknown: OnUnknown,
  properties: Record<string, PolicyConfigJSONSchema> = {},
): PolicyConfigSchema {
  return {
    properties: {
      exemptions: exemptionsSchema,
      onUnknown: {
        type: "string",
        enum: ["mandatory", "advisory", "ignore"],
        description:
          "How to report a resource that cannot be decided before the update: like a " +
          "violation, as advice, or not at all.",
        default: onUnknown,
      },
      ...properties,
    },
  };
}

/** The schema of a fix. It has no onUnknown: a fix never changes a value that is not known. */
export function configurationOfFix(
  properties: Record<string, PolicyConfigJSONSchema> = {},
): PolicyConfigSchema {
  return { properties: { exemptions: exemptionsSchema, ...properties } };
}

/**
 * The exemptions of a fix that could break or delete what its rule exempts. A fix does not see the
 * configuration of the rule. So it changes nothing until its own exemptions are configured, even if there
 * are none.
 */
export const statedExemptions: PolicyConfigJSONSchema = {
  type: "array",
  items: exemptionsSchema.items,
  description:
    "What the rule exempts, repeated here, each with a reason and a last day; [] if there is " +
    "nothing. Without this key nothing is changed.",
};

/** The options that a rule runs with, or what is wrong with the configuration. */
export function optionsOf(
  rule: { readonly name: string; readonly configSchema: PolicyConfigSchema },
  given: Record<string, unknown>,
): { readonly options: Options } | { readonly problem: string } {
  const { properties } = rule.configSchema;
  const [problem] = problemsOf(given, { type: "object", properties }, "");
  if (problem !== undefined) {
    return { problem: `${problem} (configuration of ${rule.name})` };
  }
  const defaults = Object.entries(properties).map(([key, property]) => [key, property.default]);
  return { options: { ...Object.fromEntries(defaults), ...given } };
}

/** Every problem of a value, each as a sentence with the key, the allowed values and the value. */
function problemsOf(value: unknown, schema: PolicyConfigJSONSchema, path: string): string[] {
  const asked = askedOf(schema);
  if (!isOfType(value, schema.type) || !isAllowed(value, schema)) {
    return [`'${path}' must be ${asked}, got ${JSON.stringify(value)}.`];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return value.flatMap((item, index) =>
      problemsOf(item, items as PolicyConfigJSONSchema, `${path}[${index}]`),
    );
  }
  return typeof value === "object" && value !== null
    ? problemsOfMembers(value as Record<string, unknown>, schema, path)
    : [];
}

function problemsOfMembers(
  value: Record<string, unknown>,
  schema: PolicyConfigJSONSchema,
  path: string,
): string[] {
  const known = (schema.properties ?? {}) as Record<string, PolicyConfigJSONSchema>;
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  return [
    ...(schema.required ?? [])
      .filter((key) => value[key] === undefined)
      .map((key) => `'${at(key)}' is missing; it must be ${askedOf(known[key] ?? {})}.`),
    ...Object.entries(value).flatMap(([key, member]) => {
      const property = known[key];
      return property === undefined
        ? [`'${at(key)}' is not a key; the keys are ${Object.keys(known).join(", ")}.`]
        : problemsOf(member, property, at(key));
    }),
  ];
}

function isOfType(value: unknown, type: PolicyConfigJSONSchema["type"]): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isAllowed(value: unknown, schema: PolicyConfigJSONSchema): boolean {
  const text = typeof value === "string" ? value : undefined;
  return (
    (schema.enum === undefined || (schema.enum as readonly unknown[]).includes(value)) &&
    (typeof value !== "number" || value >= (schema.minimum ?? value)) &&
    (text === undefined || schema.format !== "date" || isCalendarDate(text)) &&
    (text === undefined || new RegExp(schema.pattern ?? "").test(text)) &&
    (text === undefined || text.trim().length >= (schema.minLength ?? 0))
  );
}

function isCalendarDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
}

function askedOf(schema: PolicyConfigJSONSchema): string {
  if (schema.enum !== undefined) {
    return `one of ${schema.enum.join(", ")}`;
  }
  if (schema.minimum !== undefined) {
    return `a whole number of at least ${schema.minimum}`;
  }
  if (schema.format === "date") {
    return "a date such as 2027-01-31";
  }
  if (schema.pattern !== undefined) {
    return schema.description ?? `a text that matches ${schema.pattern}`;
  }
  return schema.minLength === undefined ? `of type ${schema.type}` : "a text that is not empty";
}
