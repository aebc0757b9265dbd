// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Publishes the pack: `npm run policies:publish -- <organization>`. It refuses to publish a version twice, and
 * a version number that does not fit the changes. (A `prepublish` script of npm cannot do this: `pulumi policy
 * publish` takes its banner on standard output for the name of the archive.)
 */

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
const record = join(folder, "published.json");

/** The rules and their levels, from the catalogue. A test compares the catalogue with the rules. */
export function rulesIn(catalogue) {
  const rows = catalogue.matchAll(/^\| \[([\w-]+)\]\(#[\w-]+\) \| .* \| \w+ \| (\w+) \|$/gm);
  return Object.fromEntries([...rows].map(([, name, level]) => [name, level]));
}

/** Why a version must not be published after the last one, as a sentence; undefined if it may. */
export function objection(version, rules, published) {
  if (published.version === null) {
    return undefined;
  }
  const before = `version ${published.version} of the pack`;
  if (version === published.version) {
    return [
      `Version ${version} of the pack is published already: raise 'version' in policies/package.json`,
      "(patch for a fix, minor for a new rule, major for a rule that is removed).",
    ].join(" ");
  }
  const [major, minor] = stepsFrom(published.version, version);
  const removed = Object.keys(published.rules).filter((name) => !(name in rules));
  if (removed.length > 0 && !major) {
    return [
      `Version ${version} does not have the rule ${removed.join(", ")} of ${before}:`,
      "configurations that name it would fail, so this needs a new major version.",
    ].join(" ");
  }
  const added = Object.keys(rules).filter((name) => !(name in published.rules));
  if (added.length > 0 && !major && !minor) {
    return [
      `Version ${version} has the rule ${added.join(", ")}, which ${before} does not have:`,
      "this needs a new minor version.",
    ].join(" ");
  }
  const stricter = Object.keys(rules).filter(
    (name) => rules[name] === "mandatory" && published.rules[name] !== "mandatory",
  );
  return stricter.length > 0 && !major
    ? [
        `Version ${version} makes ${stricter.join(", ")} mandatory, but not ${before}:`,
        "a new rejection starts as advisory and becomes mandatory in a major version.",
      ].join(" ")
    : undefined;
}

/** Whether the major version grew, and whether the minor version did. */
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

/** Checks, publishes and records the version. Returns the exit code. */
function publish(organization) {
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const rules = rulesIn(readFileSync(join(folder, "CATALOGUE.md"), "utf8"));
  const reason = objection(version, rules, publishedBefore());
  if (reason !== undefined) {
    console.error(reason);
    return 1;
  }
  const args = ["policy", "publish", ...organization];
  const { status, error } = spawnSync("pulumi", args, { cwd: folder, stdio: "inherit" });
  if (error !== undefined) {
    console.error(`The Pulumi CLI could not be started (${error.code}): put 'pulumi' on the PATH.`);
  }
  if (status === 0) {
    writeFileSync(record, `${JSON.stringify({ version, rules }, null, 2)}\n`);
    console.log(`Recorded version ${version} in policies/published.json: commit it.`);
  }
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = publish(process.argv.slice(2));
}
