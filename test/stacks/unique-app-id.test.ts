// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uniqueAppIdProblems } from "../../stacks/unique-app-id";
import { temporaryFolder } from "../support/files/temporary";
import { ROOT } from "../support/structure/sources";

const appId = "970CA35de60c44645bbae8a215061b33";

describe("uniqueAppIdProblems", () => {
  const folder = temporaryFolder();

  function problemsOf(files: Record<string, string>): string[] {
    const stacks = mkdtempSync(join(folder, "stacks-"));
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(stacks, name), text);
    }
    return uniqueAppIdProblems(appId, stacks);
  }

  it("accepts an App ID that no other stack has", () => {
    assert.deepEqual(
      problemsOf({
        "Pulumi.dev.yaml": `config:\n  classroom:appId: ${appId}\n`,
        "Pulumi.prod.yaml": `config:\n  classroom:appId: ${"0".repeat(32)}\n`,
        "policies.dev.json": `{"classroom:appId": "${appId}"}`,
        "Pulumi.yaml": `config:\n  classroom:appId: ${appId}\n`,
      }),
      [],
    );
  });

  it("refuses the App ID of another stack in any case and with any quotes", () => {
    assert.deepEqual(
      problemsOf({
        "Pulumi.test.yml": `config:\n  "classroom:appId": '${appId.toLowerCase()}' # ours\n`,
        "Pulumi.prod.yaml": `config:\n  classroom:appId: ${appId}\n`,
      }),
      [
        `'classroom:appId' must belong to one stack, got "${appId}" in Pulumi.prod.yaml and ` +
          "Pulumi.test.yml. Make an Agora project for each stack, and give each its own App ID.",
      ],
    );
  });

  it("finds the App ID of our own stacks", () => {
    assert.deepEqual(uniqueAppIdProblems(appId, join(ROOT, "stacks")), []);
    const files = problemsOf({
      "Pulumi.one.yaml": `config:\n  classroom:appId: "${appId}"\n`,
      "Pulumi.two.yaml": `encryptionsalt: v1\nconfig:\n  aws:profile: x\n  classroom:appId: ${appId}\n`,
    });
    assert.equal(files.length, 1);
  });
});
