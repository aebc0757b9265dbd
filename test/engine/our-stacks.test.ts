// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { type Ended, runLocal, verdict } from "../support/commands/commands";
import { stackFolder } from "../support/deployment/stack-copy";
import { projectFiles, ROOT } from "../support/structure/sources";

/** Digests of the files that Pulumi itself likes to write into. */
function stackFiles(): string {
  const digest = createHash("sha256");
  for (const path of projectFiles().filter(
    (file) => file.startsWith("stacks/") || file === "Pulumi.yaml",
  )) {
    digest.update(path).update(readFileSync(join(ROOT, path)));
  }
  return digest.digest("hex");
}

/** No violation, and nothing that would be one in doubt. */
function assertClean({ code, stdout, stderr }: Ended): void {
  assert.equal(code, 0, stdout + stderr);
  assert.equal(stdout.trim().split("\n").at(-1), "no violations");
  assert.match(stdout, /^Undecided (none|\d+, of which mandatory 0: .*)$/m);
  assert.match(stdout, /^Exempted {2}none$/m);
}

/** The README shows the last lines, where `…` stands for the rest of a long one. */
function assertEndsAsDocumented({ stdout }: Ended): void {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [, block = ""] = /```text\n(Resources [\s\S]*?)\n```/.exec(readme) ?? [];
  const shown = block.split("\n").map(stable);
  assert.equal(shown.length, 10, "ten lines in the README");
  const printed = stdout.trimEnd().split("\n").slice(-shown.length).map(stable);
  const cut = printed.map((line, index) => {
    const kept = shown[index]?.indexOf("…") ?? -1;
    return kept < 0 ? line : `${line.slice(0, kept)}…`;
  });
  assert.deepEqual(cut, shown);
}

/** A line of the summary without what differs between runs: the time, and which data centre comes first. */
function stable(line: string): string {
  const [, label, list] = /^(Resources \d+: )(.*)$/.exec(line) ?? [];
  return list === undefined
    ? line.replace(/^(Time +)[\d.]+ s$/, "$1(a time)")
    : label + list.split(", ").sort().join(", ");
}

function assertResourcesIn({ stdout }: Ended, ...awsRegions: string[]): void {
  const places = /^Resources \d+: (.*)$/m.exec(stdout)?.[1]?.split(", ") ?? [];
  assert.deepEqual(
    places.map((place) => /^\w+ \((.+)\) \d+$/.exec(place)?.[1]).sort(),
    [...awsRegions].sort(),
  );
}

describe("engine: our stacks in a first preview", function () {
  this.timeout(300_000);

  it("previews three data centres without a violation, and writes into no tracked file", async () => {
    const before = stackFiles();
    const ended = await runLocal("preview", []);
    assertClean(ended);
    assertResourcesIn(ended, "ap-southeast-1", "eu-central-1", "us-west-1");
    assert.match(ended.stdout, /^Rules run \d+: .*forbid-public-api-endpoint/m);
    assert.match(ended.stdout, /^Rules run \d+: .*require-bucket-encryption/m);
    assert.doesNotMatch(
      ended.stdout,
      /\] (forbid-public-api-endpoint|require-bucket-encryption) .*\n.*Not decidable yet/,
    );
    assert.equal(stackFiles(), before, "tracked files are left alone");
    assertEndsAsDocumented(ended);
  });

  it("previews the data centre CN in its own partition", async () => {
    const ended = await runLocal("preview", ["--stack", "china"]);
    assertClean(ended);
    assertResourcesIn(ended, "cn-north-1");
    assert.equal(ended.stdout.split("AWS's own checks did not run").length, 2, "said once");
    assert.ok(!ended.stdout.includes("\u001b["), "no colour without a terminal");
  });

  it("previews a stack with every option, and lists what rests on somebody's word", async () => {
    const ended = await runLocal("preview", ["--stack", "prod"]);
    assertClean(ended);
    assertResourcesIn(ended, "ap-southeast-1", "eu-central-1", "us-west-2");
    assert.match(
      ended.stdout,
      new RegExp(
        /^Transfers 1\n {2}the backend of EU may call the token API of NA until /.source +
          /2099-12-31: Teachers in Europe .*; approved by data-protection@example\.com\n/.source,
        "m",
      ),
    );
    // The attestation ends one day, and this test does not.
    assert.match(
      ended.stdout,
      new RegExp(
        /^Attested\n {2}"No certificate" is disabled in Agora Console: /.source +
          /(attested, not verified; by|expired on \S+;) operator@example\.com /.source,
        "m",
      ),
    );
  });

  it("stops at a transfer that is over", async () => {
    const stack = parse(readFileSync(join(ROOT, "stacks", "Pulumi.prod.yaml"), "utf8"));
    stack.config["classroom:transfers"][0].expires = "2026-01-31";
    const cwd = stackFolder("transfer-over", stringify(stack));
    const ended = await runLocal("preview", ["--cwd", cwd]);
    assert.deepEqual([ended.code, verdict(ended)], [1, "failed, see the error above"]);
    assert.match(
      ended.stdout,
      new RegExp(
        /Stack configuration: 'classroom:transfers\[0\]\.expires' must not be over, /.source +
          /got 2026-01-31\. Remove the transfer, or have it approved again\./.source,
      ),
    );
  });
});
