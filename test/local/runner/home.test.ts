// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsSdk, makeHome } from "../../../local/runner/home";
import { shellQuoted } from "../../../local/runner/shell";
import { temporaryFolder } from "../../support/files/temporary";
import { ROOT } from "../../support/structure/sources";

describe("local/runner/home", () => {
  const installed = JSON.parse(
    readFileSync(join(ROOT, "node_modules/@pulumi/aws/package.json"), "utf8"),
  ).version;

  it("holds an executable stand-in under the version that the program's SDK asks for", () => {
    const sdk = join(ROOT, "node_modules", "@pulumi", "aws");
    const home = makeHome(ROOT);
    const plugin = join(
      home.folder,
      "plugins",
      `resource-aws-v${installed}`,
      "pulumi-resource-aws",
    );
    accessSync(plugin, constants.X_OK);
    const command = [process.execPath, join(ROOT, "local", "dist", "plugin.js"), sdk];
    assert.equal(
      readFileSync(plugin, "utf8"),
      `#!/bin/sh\nexec ${command.map(shellQuoted).join(" ")} "$@"\n`,
    );
    accessSync(join(home.bin, "pulumi-language-nodejs"), constants.X_OK);
  });

  it("finds the SDK that the program would load, which may be another one than ours", () => {
    const program = temporaryFolder();
    const sdk = join(program, "node_modules", "@pulumi", "aws");
    mkdirSync(sdk, { recursive: true });
    writeFileSync(join(sdk, "package.json"), '{ "version": "6.83.0" }');
    assert.deepEqual(awsSdk(program), { folder: sdk, version: "6.83.0" });
    assert.equal(awsSdk(join(ROOT, "examples/leaky"))?.version, installed);
  });

  it("needs no stand-in for a program without the SDK", () => {
    assert.equal(awsSdk(temporaryFolder()), undefined);
  });
});
