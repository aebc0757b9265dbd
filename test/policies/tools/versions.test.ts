// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fixes } from "../../../policies/fixes";
import { rules } from "../../../policies/rules";
import { temporaryFolder } from "../../support/files/temporary";
import { ROOT } from "../../support/structure/sources";

const policies = join(ROOT, "policies");
const levels = Object.fromEntries(
  [...rules, ...fixes].map(({ name, enforcementLevel }) => [name, String(enforcementLevel)]),
);
const [first = "", second = ""] = Object.keys(levels).filter(
  (name) => levels[name] === "mandatory",
);
const without = (name: string) =>
  Object.fromEntries(Object.entries(levels).filter(([rule]) => rule !== name));

/** Publishes with a Pulumi CLI that only says what it was asked, after another version is out. */
function publish(
  version: string,
  published:
    | { readonly version: string; readonly rules: Readonly<Record<string, string>> }
    | undefined,
  exitCode = 0,
) {
  const folder = temporaryFolder();
  for (const file of ["CATALOGUE.md", "tools/versions.mjs"]) {
    cpSync(join(policies, file), join(folder, file), { recursive: true });
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version }));
  const record = join(folder, "published.json");
  if (published !== undefined) {
    writeFileSync(record, JSON.stringify(published));
  }
  writeFileSync(join(folder, "pulumi"), `#!/bin/sh\necho "pulumi $@"\nexit ${exitCode}\n`, {
    mode: 0o755,
  });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, "tools", "versions.mjs"), "acme"],
    { encoding: "utf8", env: { PATH: `${folder}:${process.env.PATH}` } },
  );
  return {
    status,
    stderr,
    stdout,
    recorded: existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : undefined,
  };
}

const done = (version: string) => ({
  status: 0,
  stderr: "",
  stdout: `pulumi policy publish acme\nRecorded version ${version} in policies/published.json: commit it.\n`,
  recorded: { version, rules: levels },
});

describe("versions", () => {
  const cases: Record<
    string,
    [string, { version: string; rules: Record<string, string> }, string | undefined]
  > = {
    "refuses the version that is out": [
      "1.0.0",
      { version: "1.0.0", rules: levels },
      "Version 1.0.0 of the pack is published already: raise 'version' in policies/package.json " +
        "(patch for a fix, minor for a new rule, major for a rule that is removed).",
    ],
    "takes a patch of the same rules": ["1.0.1", { version: "1.0.0", rules: levels }, undefined],
    "refuses a minor version that lacks a rule": [
      "1.1.0",
      { version: "1.0.0", rules: { ...levels, "forbid-something": "advisory" } },
      "Version 1.1.0 does not have the rule forbid-something of version 1.0.0 of the pack: " +
        "configurations that name it would fail, so this needs a new major version.",
    ],
    "takes a major version that lacks a rule": [
      "2.0.0",
      { version: "1.0.0", rules: { ...levels, "forbid-something": "advisory" } },
      undefined,
    ],
    "refuses a patch with a new rule": [
      "1.0.1",
      { version: "1.0.0", rules: without(first) },
      `Version 1.0.1 has the rule ${first}, which version 1.0.0 of the pack does not have: ` +
        "this needs a new minor version.",
    ],
    "refuses a minor version with a new rule that is mandatory": [
      "1.1.0",
      { version: "1.0.0", rules: without(first) },
      `Version 1.1.0 makes ${first} mandatory, but not version 1.0.0 of the pack: ` +
        "a new rejection starts as advisory and becomes mandatory in a major version.",
    ],
    "refuses a minor version that makes a rule mandatory": [
      "1.1.0",
      { version: "1.0.0", rules: { ...levels, [second]: "advisory" } },
      `Version 1.1.0 makes ${second} mandatory, but not version 1.0.0 of the pack: ` +
        "a new rejection starts as advisory and becomes mandatory in a major version.",
    ],
    "takes a major version that makes a rule mandatory": [
      "2.0.0",
      { version: "1.4.0", rules: { ...levels, [second]: "advisory" } },
      undefined,
    ],
  };
  for (const [title, [version, published, reason]] of Object.entries(cases)) {
    it(title, () =>
      assert.deepEqual(
        publish(version, published),
        reason === undefined
          ? done(version)
          : { status: 1, stderr: `${reason}\n`, stdout: "", recorded: published },
      ),
    );
  }

  it("takes any version while none is out", () =>
    assert.deepEqual(publish("0.1.0", undefined), done("0.1.0")));

  it("records nothing that Pulumi did not publish, and ends with Pulumi's code", () => {
    const { status, recorded } = publish("0.1.0", undefined, 255);
    assert.deepEqual([status, recorded], [255, undefined]);
  });
});
