// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../support/files/temporary";
import { endOfPack, PackProcess } from "../support/pack/process";
import { from, type Program, secret, show } from "../support/pack/program";
import { ROOT } from "../support/structure/sources";

const policies = join(ROOT, "policies");

/** Values of every kind on the wire: plain, secret, unknown, an asset. */
const program: Program = {
  queue: { type: "aws:sqs/queue:Queue" },
  tokens: {
    type: "aws:apigateway/restApi:RestApi",
    properties: { endpointConfiguration: { types: secret("EDGE") } },
  },
  later: {
    type: "aws:apigateway/restApi:RestApi",
    properties: { endpointConfiguration: { types: from("queue.arn") } },
  },
  slides: {
    type: "aws:s3/bucketObjectv2:BucketObjectv2",
    properties: {
      bucket: "lessons",
      acl: "public-read",
      source: {
        "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
        hash: "",
        path: "slides.pdf",
      },
    },
  },
  files: { type: "aws:s3/bucket:Bucket" },
};

/** Everything that a pack answers about itself and the program. */
async function answersOf(path: string): Promise<unknown> {
  const resources = show(program, "first preview");
  const pack = await PackProcess.start(path);
  try {
    const analyses = [];
    for (const resource of resources) {
      analyses.push(await pack.analyze(resource));
    }
    return {
      info: (await pack.info()).toObject(),
      analyses: [...analyses, await pack.analyzeStack(resources)],
    };
  } finally {
    await pack.stop();
  }
}

describe("pack", () => {
  it("answers everything as the pack in its folder does, from wherever it is started", async () => {
    const expected = await answersOf(policies);
    assert.match(JSON.stringify(expected), /'endpointConfiguration.types' is EDGE/);
    assert.deepEqual(await answersOf(join(policies, "pack")), expected);
  });

  it("is bundled with the lean parts that stand in for those of the SDKs", () => {
    const sources = readFileSync(join(policies, "dist", "executable", "sources.json"), "utf8");
    const lean = readdirSync(join(policies, "executable")).map(
      (file) => `../../executable/${file}`,
    );
    assert.deepEqual(
      Object.keys(JSON.parse(sources)).filter((path) => lean.includes(path)),
      lean,
    );
  });

  it("needs nothing that is installed beside it", async () => {
    const folder = temporaryFolder();
    for (const file of ["pack", "package.json", "dist"]) {
      cpSync(join(policies, file), join(folder, file), { recursive: true });
    }
    const pack = await PackProcess.start(join(folder, "pack"));
    try {
      assert.equal((await pack.info()).getName(), "agora-classroom");
    } finally {
      await pack.stop();
    }
  });

  it("refuses to start when it is older than its sources, in one sentence", async () => {
    const folder = temporaryFolder();
    cpSync(policies, folder, { recursive: true });
    appendFileSync(join(folder, "resources", "reading.ts"), "// changed\n");
    assert.deepEqual(await endOfPack(join(folder, "pack")), {
      code: 1,
      output:
        "The policy pack is older than its source resources/reading.ts: compile it with 'npm " +
        "run build' and start again.\n",
    });
  });

  it("carries the licenses of everything that is bundled with it", () => {
    const notices = readFileSync(
      join(policies, "dist", "executable", "THIRD-PARTY-LICENSES.txt"),
      "utf8",
    );
    for (const name of ["@grpc/grpc-js", "google-protobuf", "@pulumi/policy", "protobufjs"]) {
      assert.match(notices, new RegExp(`^${name} v?\\d+\\.\\d+\\.\\d+ \\(`, "m"));
    }
  });

  it("is executable in the archive that is published", () => {
    const folder = temporaryFolder();
    execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
      cwd: policies,
      stdio: "pipe",
    });
    const listing = execFileSync("tar", ["-tvzf", "agora-classroom-policies-0.1.0.tgz"], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.match(listing, /^-rwxr-xr-x .* package\/pack$/m);
  });
});
