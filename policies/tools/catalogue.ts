// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Makes the catalogue from the rules and fixes: `npm run catalogue` writes CATALOGUE.md.
 * It is not part of the pack: nothing that the pack runs imports it.
 */

import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { stringify } from "yaml";
import { fixes } from "../fixes";
import type { Fix } from "../framework/fix";
import type { Control, Rule } from "../framework/rule";
import { rules } from "../rules";
import { type Example, examplesAsWritten } from "./examples";

/** The catalogue, as Markdown. */
export function catalogueOf(rulesOfPack: readonly Rule[], fixesOfPack: readonly Fix[]): string {
  return `${[
    "# Catalogue of the rules",
    "Generated from the rules by `npm run catalogue`; do not edit. The examples are Pulumi " +
      "YAML, and the tests run them.",
    overview(rulesOfPack),
    ...rulesOfPack.map(chapter),
    "# Catalogue of the fixes",
    wrapped(
      "A fix changes a resource before the rules judge it. It is off until the configuration of " +
        "the pack sets it to `remediate`. It changes nothing that is right or not known yet, and " +
        "it creates no resources. Its changes are in the state and not in the program, so fix the " +
        "program too.",
    ),
    overview(fixesOfPack),
    ...fixesOfPack.map(chapter),
  ].join("\n\n")}\n`;
}

function overview(all: readonly (Rule | Fix)[]): string {
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

function chapter(rule: Rule | Fix): string {
  const { name, severity, enforcementLevel, tags, url } = rule;
  const { fails, passes } = examplesAsWritten(name);
  return [
    `## ${name}`,
    wrapped(rule.description),
    wrapped(`**Why.** ${rule.rationale}`),
    [
      `**Severity** ${severity} · **level** ${enforcementLevel}`,
      `**tags** ${tags.join(", ")}`,
      `[read more](${url})`,
    ].join(" ·\n"),
    wrapped(`**To comply.** ${rule.remediationSteps}`),
    "remedy" in rule
      ? wrapped(`**Changes** ${tokensIn(rule.remedy)}`)
      : wrapped(`**Judges** ${tokensIn({ ...rule.validator.resource, ...rule.validator.stack })}`),
    controls(rule.controls),
    configuration(rule),
    ...fails.map((example) => program("remedy" in rule ? "Changed" : "Fails", example)),
    ...passes.map((example) => program("remedy" in rule ? "Left as it is" : "Passes", example)),
  ].join("\n\n");
}

/** A paragraph in lines of at most 100 characters, which Markdown joins again. */
function wrapped(paragraph: string): string {
  return paragraph.replace(/(?=.{101})(.{1,100}|\S+) /g, "$1\n");
}

function tokensIn(table: object): string {
  return Object.keys(table)
    .map((token) => `\`${token}\``)
    .join(", ");
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

function configuration({ configSchema }: Rule | Fix): string {
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
  const text = stringify({ resources }, { lineWidth: 100, version: "1.1" });
  const under =
    configured === undefined ? "" : ` (configured with \`${JSON.stringify(configured)}\`)`;
  return `${wrapped(`${verdict}: ${shows}${under}`)}\n\n\`\`\`yaml\n${text}\`\`\``;
}

if (require.main === module) {
  writeFileSync(join(dirname(__filename), "..", "CATALOGUE.md"), catalogueOf(rules, fixes));
}
