// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policies/rules";
import { ROOT } from "../support/sources";
import { temporaryFolder } from "../support/temporary";

const policies = join(ROOT, "policies");
const levels = Object.fromEntries(
  rules.map(({ name, enforcementLevel }) => [name, String(enforcementLevel)]),
);
const [first = "", second = ""] = Object.keys(levels).filter(
  (name) => levels[name] === "mandatory",
);
const without = (name: string) =>
  Object.fromEntries(Object.entries(levels).filter(([rule]) => rule !== name));

/** The check that `npm pack` asks for, after another version is out; or `npm pack` itself. */
function publish(
  version: string,
  published: { readonly version: string; readonly rules: Readonly<Record<string, string>> },
  command: readonly [string, ...string[]] = ["node", "versions.mjs"],
) {
  const folder = temporaryFolder();
  for (const file of ["CATALOGUE.md", "versions.mjs"]) {
    cpSync(join(policies, file), join(folder, file));
  }
  const manifest = JSON.parse(readFileSync(join(policies, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, version }));
  writeFileSync(join(folder, "published.json"), JSON.stringify(published));
  const [program, ...args] = command;
  const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
  const said = stderr.split("\n").filter((line) => /^Version /.test(line));
  return { ended: status === 0 ? "published" : "refused", said };
}

describe("versions", () => {
  const cases: Record<
    string,
    [string, { version: string; rules: Record<string, string> }, string | undefined]
  > = {
    "refuses the version that is out": [
      "1.0.0",
      { version: "1.0.0", rules: levels },
      "Version 1.0.0 of the pack is published already: raise 'version' in policies/package.json (patch for a fix, minor for a new rule, major for one that is gone).",
    ],
    "takes a patch of the same rules": ["1.0.1", { version: "1.0.0", rules: levels }, undefined],
    "refuses a minor version that lacks a rule": [
      "1.1.0",
      { version: "1.0.0", rules: { ...levels, "forbid-something": "advisory" } },
      "Version 1.1.0 has no rule forbid-something, which version 1.0.0 of the pack has: configurations that name it would fail, so this takes a new major version.",
    ],
    "takes a major version that lacks a rule": [
      "2.0.0",
      { version: "1.0.0", rules: { ...levels, "forbid-something": "advisory" } },
      undefined,
    ],
    "refuses a patch with a new rule": [
      "1.0.1",
      { version: "1.0.0", rules: without(first) },
      `Version 1.0.1 has the rule ${first}, which version 1.0.0 of the pack has not: this takes a new minor version.`,
    ],
    "refuses a minor version with a new rule that is mandatory": [
      "1.1.0",
      { version: "1.0.0", rules: without(first) },
      `Version 1.1.0 makes ${first} mandatory, which version 1.0.0 of the pack does not: what newly rejects arrives as advisory, and becomes mandatory in a major version.`,
    ],
    "refuses a minor version that makes a rule mandatory": [
      "1.1.0",
      { version: "1.0.0", rules: { ...levels, [second]: "advisory" } },
      `Version 1.1.0 makes ${second} mandatory, which version 1.0.0 of the pack does not: what newly rejects arrives as advisory, and becomes mandatory in a major version.`,
    ],
    "takes a major version that makes a rule mandatory": [
      "2.0.0",
      { version: "1.4.0", rules: { ...levels, [second]: "advisory" } },
      undefined,
    ],
  };
  for (const [title, [version, published, reason]] of Object.entries(cases)) {
    it(title, () =>
      assert.deepEqual(publish(version, published), {
        ended: reason === undefined ? "published" : "refused",
        said: reason === undefined ? [] : [reason],
      }),
    );
  }

  it("is asked by npm pack, which is what pulumi policy publish runs", () => {
    const { ended, said } = publish("1.0.0", { version: "1.0.0", rules: levels }, [
      "npm",
      "pack",
      "--loglevel=error",
    ]);
    assert.equal(ended, "refused");
    assert.match(said.join(), /^Version 1\.0\.0 of the pack is published already: raise /);
  });
});
