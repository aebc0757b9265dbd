// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Ended, leftBy, runLocal } from "../support/commands/commands";
import { stackFolder } from "../support/deployment/stack-copy";
import { temporaryFolder, writeProgram } from "../support/files/temporary";

const APP_ID = "970CA35de60c44645bbae8a215061b33";
const ROLE = "arn:aws:iam::123456789012:role/app-backend";

describe("engine: bad input", function () {
  this.timeout(300_000);

  /** A refusal: not a crash, nothing left behind, and the sentence. */
  function assertRefused(ended: Ended, code: number, sentence: RegExp): void {
    const printed = ended.stdout + ended.stderr;
    assert.equal(ended.code, code, printed);
    assert.match(printed, sentence);
    assert.doesNotMatch(printed, /^\s+at .+:\d+:\d+\)?$/m, "no stack trace");
    assert.doesNotMatch(ended.stdout, /^no violations$/m);
    assert.deepEqual(leftBy(ended), [], "nothing is left behind");
  }

  it("refuses a configuration without an App ID", async () => {
    const cwd = stackFolder("no-app-id", "config: {}");
    assertRefused(await runLocal("preview", ["--cwd", cwd]), 1, /classroom:appId.*32 hex/);
  });

  it("tells everything that is wrong with a configuration at once, each with key, value and fix", async () => {
    const cwd = stackFolder(
      "configuration",
      [
        "config:",
        "  classroom:appId: abc",
        "  classroom:identityMod: issued",
        `  classroom:regions: ${JSON.stringify([
          { dataCenter: "US", backendRoleArns: [ROLE] },
          { dataCenter: "EU", awsRegion: "us-east-1", backendRoleArns: [ROLE] },
          { dataCenter: "NA", backendRoleArns: [ROLE], recordings: {} },
        ])}`,
      ].join("\n"),
    );
    const ended = await runLocal("preview", ["--cwd", cwd]);
    for (const sentence of [
      /'classroom:appId' must be .*, got "?abc"?/,
      /'classroom:identityMod' .*identityMode/,
      /'classroom:regions\[0\]\.dataCenter' must be .*CN, AP, EU.*NA, got "?US"?/,
      /'classroom:regions\[1\]\.awsRegion' must be .*, got "?us-east-1"?/,
      /'classroom:regions\[2\]\.recordings' .*recording/,
    ]) {
      assertRefused(ended, 1, sentence);
    }
  });

  it("refuses a stack that has no file, naming those that have", async () => {
    const ended = await runLocal("preview", ["--stack", "nope"]);
    assertRefused(
      ended,
      2,
      /^error: There is no stack 'nope' in stacks; there are: .*china, dev.*\. Name one of them with --stack\.$/m,
    );
  });

  it("refuses broken YAML with its line", async () => {
    const cwd = stackFolder("yaml", "config:\n  a: [1\nb: }\n");
    assertRefused(
      await runLocal("preview", ["--cwd", cwd]),
      2,
      /^error: .*Pulumi\.dev\.yaml is not valid YAML: .* at line \d/m,
    );
  });

  it("refuses a broken configuration of the pack", async () => {
    const cwd = stackFolder("json", "", "{");
    assertRefused(
      await runLocal("preview", ["--cwd", cwd]),
      2,
      /^error: .*policies\.dev\.json is not valid JSON: /m,
    );
  });

  it("refuses a pack configuration that the rule does not know", async () => {
    const pack = JSON.stringify({
      "require-bucket-encryption": { enforcementLevel: "mandatory", minimum: "rot13" },
    });
    const cwd = stackFolder(
      "minimum",
      configuration({ dataCenter: "EU", backendRoleArns: [ROLE] }),
      pack,
    );
    assertRefused(await runLocal("preview", ["--cwd", cwd]), 1, /minimum/);
  });

  it("refuses a folder that holds no program", async () => {
    const ended = await runLocal("preview", ["--cwd", "docs/nothing-here"]);
    assertRefused(
      ended,
      2,
      /^error: docs\/nothing-here\/Pulumi\.yaml does not exist\. Name a folder .* with --cwd\.$/m,
    );
  });

  describe("without an engine", () => {
    const root = temporaryFolder();

    /** A PATH with Node.js, a shell and nothing else. */
    function bareMachine(name: string): { PATH: string; CLASSROOM_CACHE_DIR: string } {
      const bin = join(root, name);
      mkdirSync(bin);
      symlinkSync(process.execPath, join(bin, "node"));
      return { PATH: bin, CLASSROOM_CACHE_DIR: join(root, `${name}-cache`) };
    }

    it("names every way to get one", async () => {
      const ended = await runLocal("preview", [], { environment: bareMachine("nothing") });
      assertRefused(
        ended,
        2,
        /^error: No Pulumi engine was found\. It can come from: .* on PATH; .*cache.*; .*Go 1\.25\.11.*Python 3/m,
      );
    });

    it("says that the cache cannot be written", async () => {
      const environment = {
        ...bareMachine("read-only"),
        CLASSROOM_CACHE_DIR: join(writeProgram(root, "file", ""), "cache"),
      };
      writeProgram(environment.PATH, "go", "echo go1.26.8");
      const ended = await runLocal("preview", [], { environment });
      assertRefused(
        ended,
        2,
        /^error: The folder \S+file\/cache cannot be written \(ENOTDIR\), so the Pulumi engine cannot be kept there\./m,
      );
    });

    it("keeps nothing of a build that Ctrl-C ends", async () => {
      const environment = bareMachine("interrupted");
      writeProgram(
        environment.PATH,
        "go",
        `PATH=${dirname("/bin/sh")}:/usr/bin
case "$1" in env) echo go1.26.8 ;; list) echo a ;; build) echo a >&2; exec sleep 60 ;; esac`,
      );
      let interrupted = false;
      const ended = await runLocal("engine", [], {
        environment,
        // Once: a second Ctrl-C while Node.js winds down ends it by the signal, without an exit code.
        watch: (printed, child) => {
          if (!interrupted && printed.includes("once per machine")) {
            interrupted = child.kill("SIGINT");
          }
        },
      });
      assertRefused(ended, 130, /^Stopped; nothing was kept\.$/m);
    });
  });
});

function configuration(region: object): string {
  return `config:\n  classroom:appId: ${APP_ID}\n  classroom:regions: ${JSON.stringify([region])}`;
}
