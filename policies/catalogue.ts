// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Prints the catalogue of the rules, from the rules: `npm run catalogue` writes CATALOGUE.md.
 * It is no part of the pack: nothing that the pack runs imports it.
 */

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { stringify } from "yaml";
import type { Control, Example, Rule } from "./rule";
import { rules } from "./rules";

/** The catalogue, as Markdown. */
export function catalogueOf(all: readonly Rule[]): string {
  return `${[
    "# Catalogue of the rules",
    "Generated from the rules by `npm run catalogue`; do not edit. The examples are Pulumi YAML, and the tests run them.",
    overview(all),
    ...all.map(chapter),
  ].join("\n\n")}\n`;
}

function overview(all: readonly Rule[]): string {
  const rows = all.map(
    ({ name, description, severity, enforcementLevel }) =>
      `| [${name}](#${name}) | ${description} | ${severity} | ${enforcementLevel} |`,
  );
  return [
    "| Rule | What must hold | Severity | Level |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function chapter(rule: Rule): string {
  return [
    `## ${rule.name}`,
    rule.description,
    `**Why.** ${rule.rationale}`,
    `**Severity** ${rule.severity} · **level** ${rule.enforcementLevel} · **tags** ${rule.tags.join(", ")} · [read more](${rule.url})`,
    `**To comply.** ${rule.remediationSteps}`,
    `**Judges** ${tokensOf(rule).join(", ")}`,
    controls(rule.controls),
    configuration(rule),
    ...rule.examples.fails.map((example) => program("Fails", example)),
    ...rule.examples.passes.map((example) => program("Passes", example)),
  ].join("\n\n");
}

function tokensOf({ validator }: Rule): readonly string[] {
  const tokens = [validator.resource, validator.stack].flatMap((table) => Object.keys(table ?? {}));
  return tokens.map((token) => `\`${token}\``);
}

function controls(all: readonly Control[]): string {
  const rows = all.map(
    ({ framework, version, reference, specification }) =>
      `| ${framework} | ${version} | ${reference} | ${specification} |`,
  );
  return [
    "| Framework | Version | Control | What it says |",
    "| --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function configuration({ configSchema }: Rule): string {
  const rows = Object.entries(configSchema.properties).map(
    ([key, schema]) =>
      `| \`${key}\` | ${valuesOf(schema)} | \`${JSON.stringify(schema.default)}\` | ${schema.description} |`,
  );
  return ["| Key | Values | Default | Meaning |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function valuesOf(schema: PolicyConfigJSONSchema): string {
  const members = Object.keys(schema.properties ?? {});
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => `\`${value}\``).join(", ");
  }
  if (schema.type === "array") {
    return `a list of ${valuesOf(schema.items as PolicyConfigJSONSchema)}`;
  }
  return members.length > 0 ? `\`{${members.join(", ")}}\`` : `${schema.type}`;
}

function program(
  verdict: string,
  { shows, configuration: configured, resources }: Example,
): string {
  const text = stringify({ resources }, { lineWidth: 100 });
  const under =
    configured === undefined ? "" : ` (configured with \`${JSON.stringify(configured)}\`)`;
  return `${verdict}: ${shows}${under}\n\n\`\`\`yaml\n${text}\`\`\``;
}

if (require.main === module) {
  writeFileSync(join(dirname(__filename), "CATALOGUE.md"), catalogueOf(rules));
}
