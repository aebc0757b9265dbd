// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OfflineRun, runOffline } from "../../local/runner/offline-run";
import { folderInCheckout } from "../support/files/temporary";

/** What every fix has something to do about, in an account whose key for buckets is a configured one. */
const program = `
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");

new aws.kms.Key("key", { description: pulumi.secret("s3cr3t") });
new aws.cloudwatch.LogGroup("calls", {});
const files = new aws.s3.Bucket("files", {});
new aws.s3.BucketPublicAccessBlock("block", { bucket: files.id, blockPublicAcls: true });
new aws.s3.BucketServerSideEncryptionConfiguration("encryption", {
  bucket: files.id,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
});
new aws.apigateway.DomainName("domain", {
  domainName: "tokens.example.org",
  regionalCertificateArn: "arn:aws:acm:eu-central-1:111122223333:certificate/one",
  endpointConfiguration: { types: "REGIONAL" },
  securityPolicy: "TLS_1_0",
});
`;

const key = "arn:aws:kms:eu-central-1:111122223333:key/recordings";

const asked = {
  all: "disabled",
  "require-key-rotation": "mandatory",
  "require-log-retention": "mandatory",
  "require-bucket-encryption": "mandatory",
};
const fixing = {
  ...asked,
  "fix-key-rotation": "remediate",
  "fix-public-access-block": { enforcementLevel: "remediate", exemptions: [] },
  "fix-domain-tls": "remediate",
  "fix-log-retention": { enforcementLevel: "remediate", retentionInDays: 365, exemptions: [] },
  "fix-bucket-encryption": { enforcementLevel: "remediate", keys: [key], exemptions: [] },
};

/** A project of its own, with a configuration of the pack. */
function project(name: string, pack: object): string {
  const folder = folderInCheckout(name);
  const files = {
    "Pulumi.yaml": { name, runtime: "nodejs" },
    "Pulumi.dev.yaml": { config: { "aws:region": "eu-central-1" } },
    "policies.dev.json": pack,
    "package.json": { name, private: true, main: "index.js" },
  };
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(folder, file), JSON.stringify(content));
  }
  writeFileSync(join(folder, "index.js"), program);
  return folder;
}

async function offline(cwd: string, work: (run: OfflineRun) => Promise<void>): Promise<void> {
  const context = {
    stop: new AbortController().signal,
    environment: { ...process.env, CLASSROOM_NO_DOWNLOAD: "1" },
    terminal: { say: () => {}, progress: () => {} },
  };
  await runOffline({ stack: "dev", cwd }, context, async (run) => {
    await work(run);
    return 0;
  });
}

interface State {
  readonly deployment: {
    readonly resources: readonly { readonly urn: string; readonly inputs?: object }[];
  };
}

/** The inputs in a state, by the resources' names, without the plug-in's own keys. */
function inputsIn(file: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const { deployment } = JSON.parse(readFileSync(file, "utf8")) as State;
  return Object.fromEntries(
    deployment.resources.map(({ urn, inputs = {} }) => [urn.split("::")[3] ?? "", { ...inputs }]),
  );
}

describe("engine: fixes", function () {
  this.timeout(300_000);

  it("are off, so that what their rules ask for is asked of the program", () =>
    offline(project("unfixed", asked), async ({ pulumi, packArgs }) => {
      const preview = ["preview", "--stack", "dev", "--config-file", pulumi.configFile];
      const { code, text } = await pulumi.read([...preview, ...packArgs]);
      assert.equal(code, 1);
      for (const rule of [
        "require-key-rotation",
        "require-log-retention",
        "require-bucket-encryption",
      ]) {
        assert.match(text, new RegExp(`\\[mandatory\\].*${rule}`));
      }
    }));

  it("change what is wrong once they are set to, and nothing the second time", () =>
    offline(project("fixed", fixing), async ({ pulumi, folder, packArgs }) => {
      const stack = ["--stack", "dev", "--config-file", pulumi.configFile];
      const state = join(folder, "state.json");
      const updated = await pulumi.read(["up", "--yes", "--skip-preview", ...stack, ...packArgs]);
      assert.equal(updated.code, 0, updated.text);
      await pulumi.read(["stack", "export", "--stack", "dev", "--file", state]);
      const { key: rotating, calls, block, encryption, domain } = inputsIn(state);
      assert.equal(rotating?.enableKeyRotation, true);
      assert.ok(!JSON.stringify(rotating).includes("s3cr3t"), "a secret lies open in the state");
      assert.equal(calls?.retentionInDays, 365);
      assert.equal(domain?.securityPolicy, "TLS_1_2");
      const { blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets } =
        block ?? {};
      assert.deepEqual(
        [blockPublicAcls, blockPublicPolicy, ignorePublicAcls, restrictPublicBuckets],
        [true, true, true, true],
      );
      assert.match(JSON.stringify(encryption?.rules), /"sseAlgorithm":"aws:kms"/);
      assert.ok(JSON.stringify(encryption?.rules).includes(key));
      const again = await pulumi.read([
        "up",
        "--yes",
        "--skip-preview",
        "--expect-no-changes",
        ...stack,
        ...packArgs,
      ]);
      assert.equal(again.code, 0, again.text);
    }));
});
