// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readProject } from "../../../local/runner/project";
import { temporaryFolder } from "../../support/files/temporary";

describe("local/runner/project", () => {
  const root = temporaryFolder();
  let count = 0;

  function project(files: Record<string, string>): string {
    count += 1;
    const folder = join(root, `project${count}`);
    mkdirSync(join(folder, "stacks"), { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    return folder;
  }

  const named = "name: p\nruntime: nodejs\nstackConfigDir: stacks\n";
  const shown = (folder: string, ...names: string[]) =>
    relative(process.cwd(), join(folder, ...names));

  it("reads the project, the stack and the pack's configuration", () => {
    const folder = project({
      "Pulumi.yaml": named,
      "stacks/Pulumi.dev.yaml": "config:\n  p:a: 1\n",
      "stacks/policies.dev.json": "{}",
    });
    assert.deepEqual(readProject(folder, "dev", {}), {
      folder,
      name: "p",
      runtime: { name: "nodejs", options: {} },
      stack: "dev",
      stackConfiguration: "config:\n  p:a: 1\n",
      packConfiguration: join(folder, "stacks", "policies.dev.json"),
    });
  });

  it("accepts a program that has no stack files and no pack configuration", () => {
    const folder = project({ "Pulumi.yaml": "name: p\nruntime: nodejs\n" });
    assert.deepEqual(readProject(folder, "any", {}), {
      folder,
      name: "p",
      runtime: { name: "nodejs", options: {} },
      stack: "any",
      stackConfiguration: "",
    });
  });

  const secret = "encryptionsalt: v1:x\nconfig:\n  p:a:\n    secure: v1:y\n";

  it("accepts a stack with secrets when its passphrase is given", () => {
    const folder = project({ "Pulumi.yaml": named, "stacks/Pulumi.dev.yaml": secret });
    const { stackConfiguration } = readProject(folder, "dev", { PULUMI_CONFIG_PASSPHRASE: "" });
    assert.equal(stackConfiguration, secret);
  });

  it("needs no passphrase for a stack that has an encryption and no secrets", () => {
    for (const encryption of [
      "encryptionsalt: v1:x",
      "secretsprovider: awskms://alias/x\nencryptedkey: k",
    ]) {
      const folder = project({
        "Pulumi.yaml": named,
        "stacks/Pulumi.dev.yaml": `${encryption}\nconfig:\n  p:a: 1\n`,
      });
      assert.equal(readProject(folder, "dev", {}).stackConfiguration, "config:\n  p:a: 1\n");
    }
  });

  const failures: [string, Record<string, string>, (folder: string) => string | RegExp][] = [
    [
      "a folder without a program",
      {},
      (folder) =>
        `${shown(folder, "Pulumi.yaml")} does not exist. Name a folder that holds a Pulumi program with --cwd.`,
    ],
    [
      "a project without a name",
      { "Pulumi.yaml": "runtime: nodejs\n" },
      (folder) => `${shown(folder, "Pulumi.yaml")}: 'name' is missing.`,
    ],
    [
      "a project file that is no map",
      { "Pulumi.yaml": "- a\n" },
      (folder) => `${shown(folder, "Pulumi.yaml")} must hold a map of keys to values.`,
    ],
    [
      "a stack that has no file, naming those that have",
      { "Pulumi.yaml": named, "stacks/Pulumi.prod.yaml": "", "stacks/Pulumi.test.yaml": "" },
      (folder) =>
        `There is no stack 'dev' in ${shown(folder, "stacks")}; there are: prod, test. Name one of them with --stack.`,
    ],
    [
      "broken YAML, with the line",
      { "Pulumi.yaml": named, "stacks/Pulumi.dev.yaml": "config:\n  a: [1\nb: }\n" },
      (folder) =>
        new RegExp(
          `^${shown(folder, "stacks", "Pulumi.dev.yaml")} is not valid YAML: .* at line \\d+, column \\d+$`,
        ),
    ],
    [
      "broken JSON",
      { "Pulumi.yaml": named, "stacks/Pulumi.dev.yaml": "", "stacks/policies.dev.json": "{" },
      (folder) =>
        new RegExp(
          `^${shown(folder, "stacks", "policies.dev.json")} is not valid JSON: .*[^.]\\.$`,
        ),
    ],
    [
      "secrets that a key in a cloud encrypted",
      {
        "Pulumi.yaml": named,
        "stacks/Pulumi.dev.yaml":
          "secretsprovider: awskms://alias/x\nconfig:\n  p:a: { secure: y }\n",
      },
      (folder) =>
        `${shown(folder, "stacks", "Pulumi.dev.yaml")} holds secrets that awskms://alias/x ` +
        "encrypted, which cannot be reached offline. Preview this stack with the Pulumi CLI " +
        "itself, or a copy of it without secrets.",
    ],
    [
      "secrets that Pulumi Cloud encrypted",
      {
        "Pulumi.yaml": named,
        "stacks/Pulumi.dev.yaml": "config:\n  p:a:\n    b:\n      - secure: y\n",
      },
      (folder) =>
        `${shown(folder, "stacks", "Pulumi.dev.yaml")} holds secrets that Pulumi Cloud ` +
        "encrypted, which cannot be reached offline. Preview this stack with the Pulumi CLI " +
        "itself, or a copy of it without secrets.",
    ],
    [
      "secrets whose passphrase is not given",
      { "Pulumi.yaml": named, "stacks/Pulumi.dev.yaml": secret },
      (folder) =>
        `${shown(folder, "stacks", "Pulumi.dev.yaml")} holds secrets that a passphrase ` +
        "encrypted. Set PULUMI_CONFIG_PASSPHRASE to the stack's own passphrase.",
    ],
  ];
  for (const [title, files, message] of failures) {
    it(`refuses ${title}`, () => {
      const folder = project(files);
      assert.throws(() => readProject(folder, "dev", {}), {
        name: "Failure",
        message: message(folder),
      });
    });
  }
});
