// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Writes the reference of the stack configuration from its schema: `npm run configuration-reference`
 * writes docs/configuration.md. The program does not import it.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import schema from "./configuration.schema.json";

/** The parts of the schema that the reference shows. */
export interface ConfigurationSchema {
  readonly properties: { readonly config: Schema };
  readonly definitions: Readonly<Record<string, Schema>>;
}

interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly (string | number)[];
  readonly default?: unknown;
  /** The default, where it is no value but something that happens. */
  readonly "x-default"?: string;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly allOf?: readonly { readonly $ref?: string }[];
  readonly $ref?: string;
}

interface Row {
  readonly key: string;
  readonly value: string;
  readonly fallback: string;
  readonly meaning: string;
}

const introduction = `# Stack configuration

Generated from [stacks/configuration.schema.json](../stacks/configuration.schema.json) by \`npm run configuration-reference\`; do not edit.

A stack's configuration is the file \`stacks/Pulumi.<stack>.yaml\`; [prod](../stacks/Pulumi.prod.yaml) uses nearly every key. Editors check a file and
complete its keys when it begins with

\`\`\`yaml
# yaml-language-server: $schema=configuration.schema.json
\`\`\`

A misspelt key, or a value that does not fit, ends every preview with a sentence that names key, value and fix. The program checks what a schema
cannot: keys that have to fit each other, and days that are over. Values are in plain text but for \`certificate\`.`;

const awsIntroduction = `## How AWS is reached

Each data centre has an AWS provider of its own, and explicit providers ignore the namespace \`aws\` without a word. So these keys are handed on to
all of them, and every other key of \`aws\` is refused with what to set instead: a region, an account, a role and tags have keys of ours, and
credentials come from the environment.`;

/** The reference, as Markdown. */
export function configurationReference(source: ConfigurationSchema): string {
  const { properties = {}, required } = source.properties.config;
  const keysOf = (namespace: string) =>
    Object.entries(properties).filter(([key]) => key.startsWith(`${namespace}:`));
  const rows = (namespace: string) =>
    keysOf(namespace).flatMap(([key, property]) =>
      rowsOf(key.slice(namespace.length + 1), property, required?.includes(key) ?? false, source),
    );
  return `${[
    introduction,
    "## Namespace `classroom`",
    table(rows("classroom")),
    awsIntroduction,
    table(rows("aws")),
  ].join("\n\n")}\n`;
}

/** A key, and below it the keys of its maps. */
function rowsOf(
  key: string,
  given: Schema,
  isRequired: boolean,
  source: ConfigurationSchema,
): Row[] {
  const property = resolved(given, source);
  const holder = property.items ? resolved(property.items, source) : property;
  const prefix = property.items ? `${key}[]` : key;
  const isSecret = holder.properties?.secure !== undefined;
  return [
    {
      key,
      value: isSecret ? "a Pulumi secret" : kindOf(property, source),
      fallback: isRequired ? "required" : fallbackOf(property),
      meaning: property.description ?? "",
    },
    ...Object.entries(isSecret ? {} : (holder.properties ?? {})).flatMap(([name, child]) =>
      rowsOf(`${prefix}.${name}`, child, holder.required?.includes(name) ?? false, source),
    ),
  ];
}

function fallbackOf({ "x-default": words, default: value }: Schema): string {
  return (
    words ?? (value === undefined ? "none" : `\`${JSON.stringify(value).replaceAll('"', "")}\``)
  );
}

/** What a value must be, in a few words. */
function kindOf(property: Schema, source: ConfigurationSchema): string {
  const { type, enum: allowed, items, minItems, additionalProperties } = property;
  if (allowed) {
    return allowed.map((value) => `\`${value}\``).join(", ");
  }
  if (items) {
    const item = kindOf(resolved(items, source), source);
    return `list of ${minItems ? `at least ${minItems}` : "any length"}: ${item}`;
  }
  if (typeof additionalProperties === "object") {
    return "map of texts";
  }
  const words: Readonly<Record<string, string>> = {
    object: "map",
    boolean: "`true` or `false`",
    integer: "whole number, at least 1",
  };
  return words[type ?? ""] ?? textOf(property);
}

/** Patterns that have a name among those who use AWS; any other one is shown. */
function textOf({ pattern = "" }: Schema): string {
  const names: Readonly<Record<string, string>> = {
    "\\S": "text",
    "^\\d{12}$": "12 digits",
    "^[0-9a-fA-F]{32}$": "32 hexadecimal characters",
    "^\\d{4}-\\d\\d-\\d\\d$": "date like `2026-12-31`",
    "^arn:aws(-cn)?:iam::\\d{12}:role/[\\w+=,.@/-]+$": "ARN of an IAM role",
    "^arn:aws(-cn)?:sns:[a-z0-9-]+:\\d{12}:[\\w-]+$": "ARN of an SNS topic",
    "^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$": "name of a bucket",
  };
  const [, prefix] = /^\^(\w+)-\[0-9a-f\]/.exec(pattern) ?? [];
  if (pattern.startsWith("^https://")) {
    return "origin";
  }
  return prefix ? `\`${prefix}-…\`` : (names[pattern] ?? "text");
}

/** Follows a reference; what is said beside it stays. */
function resolved(property: Schema, { definitions }: ConfigurationSchema): Schema {
  const name = [property.$ref, ...(property.allOf ?? []).map(({ $ref }) => $ref)]
    .find((reference) => reference !== undefined)
    ?.replace("#/definitions/", "");
  return name === undefined ? property : { ...definitions[name], ...property };
}

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ key, value, fallback, meaning }) =>
    [`\`${key}\``, value, fallback, meaning].map((cell) => cell.replaceAll("|", "\\|")),
  );
  return [["Key", "Value", "Default", "Meaning"], ["---", "---", "---", "---"], ...cells]
    .map((line) => `| ${line.join(" | ")} |`)
    .join("\n");
}

if (require.main === module) {
  writeFileSync(
    join(__dirname, "../docs/configuration.md"),
    configurationReference(schema as ConfigurationSchema),
  );
}
