// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Keeps a version of the pack from being published twice, and its number true to what changed.
 * `npm pack`, and with it `pulumi policy publish`, asks for it; after a publication
 * `npm run policies:published` records what is out.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const record = join(folder, "published.json");

/** The rules and their levels, from the catalogue, which a test compares with the rules. */
export function rulesIn(catalogue) {
  const rows = catalogue.matchAll(/^\| \[([\w-]+)\]\(#[\w-]+\) \| .* \| \w+ \| (\w+) \|$/gm);
  return Object.fromEntries([...rows].map(([, name, level]) => [name, level]));
}

/** Why a version must not be published after the one that is out, as a sentence; nothing if it may. */
export function objection(version, rules, published) {
  if (published.version === null) {
    return undefined;
  }
  const was = `version ${published.version} of the pack`;
  if (version === published.version) {
    return `Version ${version} of the pack is published already: raise 'version' in policies/package.json (patch for a fix, minor for a new rule, major for one that is gone).`;
  }
  const [major, minor] = stepsFrom(published.version, version);
  const gone = Object.keys(published.rules).filter((name) => !(name in rules));
  if (gone.length > 0 && !major) {
    return `Version ${version} has no rule ${gone.join(", ")}, which ${was} has: configurations that name it would fail, so this takes a new major version.`;
  }
  const added = Object.keys(rules).filter((name) => !(name in published.rules));
  if (added.length > 0 && !major && !minor) {
    return `Version ${version} has the rule ${added.join(", ")}, which ${was} has not: this takes a new minor version.`;
  }
  const stricter = Object.keys(rules).filter(
    (name) => rules[name] === "mandatory" && published.rules[name] !== "mandatory",
  );
  return stricter.length > 0 && !major
    ? `Version ${version} makes ${stricter.join(", ")} mandatory, which ${was} does not: what newly rejects arrives as advisory, and becomes mandatory in a major version.`
    : undefined;
}

/** Whether the major, and whether the minor version grew. */
function stepsFrom(before, after) {
  const [major, minor] = before.split(".").map(Number);
  const [newMajor, newMinor] = after.split(".").map(Number);
  return [newMajor > major, newMinor > minor];
}

function publishedBefore() {
  return existsSync(record)
    ? JSON.parse(readFileSync(record, "utf8"))
    : { version: null, rules: {} };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const rules = rulesIn(readFileSync(join(folder, "CATALOGUE.md"), "utf8"));
  if (process.argv[2] === "record") {
    writeFileSync(record, `${JSON.stringify({ version, rules }, null, 2)}\n`);
  } else {
    const reason = objection(version, rules, publishedBefore());
    if (reason !== undefined) {
      console.error(reason);
      process.exitCode = 1;
    }
  }
}
