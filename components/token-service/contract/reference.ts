// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * `npm run token-api-reference`: writes the reference of the token API, docs/token-api.md, from the
 * contract. Nothing that is deployed imports it.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import openapi from "./openapi.json";

/** The parts of an OpenAPI document that the reference shows. */
export interface Contract {
  readonly info: { readonly title: string; readonly summary: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly "x-identity-mode"?: string;
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema: Reference; readonly example: unknown }>
    >;
  };
  readonly responses: Readonly<Record<string, Response | Reference>>;
}

interface Response {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: Reference }>>;
}

interface Reference {
  readonly $ref: string;
}

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema | Reference>>;
  readonly required?: readonly string[];
}

/** The reference, as Markdown. */
export function referenceOf(contract: Contract): string {
  const { info, paths, components } = contract;
  const { Problem } = components.schemas;
  return `${[
    `# ${info.title}`,
    "Generated from `components/token-service/contract/openapi.json` by `npm run token-api-reference`; do not edit.",
    `${info.summary}.`,
    info.description,
    ...Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) =>
        chapter(`${method.toUpperCase()} ${path}`, operation, contract),
      ),
    ),
    "## Problems",
    ...(Problem ? [fields(Problem, contract)] : []),
  ].join("\n\n")}\n`;
}

function chapter(title: string, operation: Operation, contract: Contract): string {
  const mode = operation["x-identity-mode"];
  const body = operation.requestBody?.content["application/json"];
  return [
    `## ${title}`,
    `${operation.summary}.${mode ? ` Only with identity mode \`${mode}\`; otherwise 404.` : ""}`,
    operation.description,
    ...(body
      ? [
          "**Body**",
          fields(resolved<Schema>(body.schema, contract), contract),
          fenced(JSON.stringify(body.example, null, 2)),
        ]
      : []),
    "**Answers**",
    answers(operation, contract),
    ...success(operation, contract),
  ].join("\n\n");
}

function answers(operation: Operation, contract: Contract): string {
  const rows = Object.entries(operation.responses).map(([status, response]) => [
    status,
    resolved<Response>(response, contract).description,
  ]);
  return table(["Status", "Meaning"], rows);
}

/** The fields of a successful answer. */
function success(operation: Operation, contract: Contract): string[] {
  const [status, response] =
    Object.entries(operation.responses).find(([status]) => status < "300") ?? [];
  const schema = response && resolved<Response>(response, contract).content["application/json"];
  return schema
    ? [`**${status}**`, fields(resolved<Schema>(schema.schema, contract), contract)]
    : [];
}

function fields(schema: Schema, contract: Contract): string {
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { type = "", description = "", ...rules } = resolved<Schema>(property, contract);
    const presence = schema.required?.includes(name) ? "yes" : "no";
    const meaning = [description, ...rulesOf(rules)].filter(Boolean).join(" ");
    return [`\`${name}\``, type, presence, meaning];
  });
  return [
    ...(schema.description ? [schema.description, ""] : []),
    table(["Field", "Type", "Required", "Meaning"], rows),
  ].join("\n");
}

/** A table with aligned columns. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** The rules of a field in words. */
function rulesOf(schema: Schema): string[] {
  return [
    schema.enum ? `One of ${schema.enum.map((value) => `\`${value}\``).join(", ")}.` : "",
    schema.minimum !== undefined && schema.maximum !== undefined
      ? `${schema.minimum} to ${schema.maximum}.`
      : "",
    schema.default === undefined ? "" : `Default ${schema.default}.`,
  ];
}

function fenced(json: string): string {
  return `\`\`\`json\n${json}\n\`\`\``;
}

/** Follows references. Members beside a reference override those of its target. */
function resolved<T>(target: T | Reference, contract: Contract): T {
  const { $ref, ...beside } = target as Partial<Reference>;
  if ($ref === undefined) {
    return target as T;
  }
  const found = $ref
    .replace("#/", "")
    .split("/")
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], contract);
  return { ...resolved(found as T, contract), ...beside };
}

if (require.main === module) {
  writeFileSync(join(__dirname, "../../../docs/token-api.md"), referenceOf(openapi as Contract));
}
