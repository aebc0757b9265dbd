// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { foldersAbove, nodeProviders, pythonProviders } from "../../../local/runner/providers";
import { temporaryFolder, writeProgram } from "../../support/files/temporary";

describe("local/runner/providers", () => {
  const root = temporaryFolder();

  function writeJson(folder: string, file: string, content: object): string {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(content));
    return folder;
  }

  it("finds the SDKs of a Node.js program, the nearest of each name, and no other packages", () => {
    const program = join(root, "node", "program");
    const modules = join(program, "node_modules");
    const random = writeJson(join(modules, "@pulumi", "random"), "package.json", {
      name: "@pulumi/random",
      version: "4.1.0",
      pulumi: { resource: true },
    });
    const widget = writeJson(join(modules, "pulumi-widget"), "package.json", {
      name: "pulumi-widget",
      version: "0.0.1",
      pulumi: { resource: true, version: "v1.2.3" },
    });
    writeJson(join(modules, "plain"), "package.json", { name: "plain", version: "1.0.0" });
    writeJson(join(root, "node", "node_modules", "@pulumi", "random"), "package.json", {
      name: "@pulumi/random",
      version: "3.0.0",
      pulumi: { resource: true },
    });
    assert.deepEqual(
      nodeProviders(program).sort((one, other) => one.name.localeCompare(other.name)),
      [
        { name: "random", version: "4.1.0", folder: random },
        { name: "widget", version: "1.2.3", folder: widget },
      ],
    );
  });

  it("finds the SDKs on a Python interpreter's path", () => {
    const site = join(root, "site");
    const random = writeJson(join(site, "pulumi_random"), "pulumi-plugin.json", {
      resource: true,
      name: "random",
      version: "v4.1.0",
    });
    writeJson(join(site, "pulumi"), "other.json", {});
    const python = writeProgram(root, "python", `echo; echo '${site}'; echo /nowhere`);
    assert.deepEqual(pythonProviders(python), [
      { name: "random", version: "4.1.0", folder: random },
    ]);
  });

  it("lists a folder and everything above it", () => {
    assert.deepEqual(foldersAbove("/a/b"), ["/a/b", "/a", "/"]);
  });
});
