// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { profiles } from "../../policies/tools/profiles";
import { commandLine, run } from "../support/commands/commands";
import { temporaryFolder } from "../support/files/temporary";
import { PulumiCloud } from "../support/pack/cloud";
import { endOfPack, PackProcess } from "../support/pack/process";
import { linkDependencies } from "../support/pack/write";
import { ROOT } from "../support/structure/sources";

const policies = join(ROOT, "policies");

/** A state as `pulumi stack export` writes it: a public API that AWS's default makes. */
const state = {
  version: 3,
  deployment: {
    manifest: { time: "2026-06-15T12:00:00Z", magic: "", version: "" },
    resources: [
      {
        urn: "urn:pulumi:dev::theirs::aws:apigateway/restApi:RestApi::tokens",
        custom: true,
        id: "a1b2c3",
        type: "aws:apigateway/restApi:RestApi",
        inputs: { name: "tokens" },
        outputs: { name: "tokens", endpointConfiguration: { types: "EDGE" } },
      },
    ],
  },
};

describe("engine: the pack in every way that others start it", function () {
  this.timeout(300_000);
  const folder = temporaryFolder();
  const file = join(folder, "state.json");
  let pulumi = "";

  const environment = {
    PULUMI_HOME: join(folder, "home"),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_ACCESS_TOKEN: "none",
    CLASSROOM_LANGUAGE_HOST: join(ROOT, "local", "dist", "language-host.js"),
  };
  const analyze = (pack: string, ...args: string[]) =>
    run(pulumi, ["policy", "analyze", "--file", file, "--json", "--policy-pack", pack, ...args], {
      environment,
      cwd: folder,
    });

  before(async () => {
    writeFileSync(file, JSON.stringify(state));
    const engine = await run(process.execPath, [commandLine, "engine"]);
    pulumi = engine.stdout.trim();
  });

  it("judges a state alike as a folder and as an executable", async () => {
    const [asFolder, asExecutable] = [
      await analyze(policies),
      await analyze(join(policies, "pack")),
    ];
    assert.equal(asFolder.code, 1);
    assert.match(asFolder.stdout, /'endpointConfiguration' is missing, which means EDGE/);
    assert.deepEqual(
      [asExecutable.code, timeless(asExecutable.stdout)],
      [1, timeless(asFolder.stdout)],
    );
  });

  for (const [name, code] of [
    ["baseline", 1],
    ["strict", 1],
    ["audit", 0],
  ] as const) {
    it(`takes the profile ${name} and ends with exit code ${code} over a violation`, async () => {
      const config = join(policies, "profiles", `${name}.json`);
      const ended = await analyze(join(policies, "pack"), "--policy-pack-config", config);
      assert.equal(ended.code, code, ended.stderr);
      const level = profiles[name]["forbid-public-api-endpoint"]?.enforcementLevel;
      assert.match(ended.stdout, new RegExp(`"enforcementLevel": ?"${level}"`));
    });
  }

  it("is published by pulumi policy publish, and what is uploaded starts and judges", async () => {
    const cloud = await PulumiCloud.start();
    try {
      const ended = await run(pulumi, ["policy", "publish", "acme"], {
        environment: { ...environment, PULUMI_BACKEND_URL: cloud.url },
        cwd: policies,
      });
      assert.deepEqual([ended.code, cloud.published()], [0, "acme/agora-classroom 0.1.0"]);
    } finally {
      await cloud.stop();
    }
    writeFileSync(join(folder, "pack.tgz"), cloud.archive());
    assert.equal((await run("tar", ["-xzf", "pack.tgz"], { cwd: folder })).code, 0);
    linkDependencies(folder);
    const pack = await PackProcess.start(join(folder, "package"));
    try {
      assert.equal((await pack.info()).getName(), "agora-classroom");
    } finally {
      await pack.stop();
    }
    const ended = await analyze(join(folder, "package", "pack"));
    assert.match(ended.stdout, /'endpointConfiguration' is missing, which means EDGE/);
  });

  it("leaves nothing behind in its folder after it was published", () => {
    assert.deepEqual(
      readdirSync(policies).filter((name) => name.endsWith(".tgz")),
      [],
    );
    assert.doesNotMatch(readFileSync(join(policies, "PulumiPolicy.yaml"), "utf8"), /^main:/m);
  });

  it("ends with a code and a sentence where its compiled sources are missing", async () => {
    const empty = temporaryFolder();
    await run("cp", [join(policies, "pack"), join(policies, "package.json"), empty]);
    const { code, output } = await endOfPack(join(empty, "pack"));
    assert.equal(code, 1);
    assert.match(output, /Cannot find module '\.\/dist\/executable\/pack\.js'/);
  });
});

function timeless(events: string): string {
  return events.replace(/"(timestamp|durationSeconds)":\d+/g, "");
}
