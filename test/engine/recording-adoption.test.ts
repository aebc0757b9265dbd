// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OfflineRun, runOffline } from "../../local/runner/offline-run";
import { readEvents } from "../../local/summary/events";
import type { StateResource } from "../support/deployment/deployability";
import { stackFolder } from "../support/deployment/stack-copy";

// What this does not prove: which of the bucket's old settings AWS reports, and so what an update changes.

const NAME = "recordings-of-before";

function configuration(recording: object | undefined): string {
  return JSON.stringify({
    config: {
      "classroom:appId": "970CA35de60c44645bbae8a215061b33",
      "classroom:regions": [
        {
          dataCenter: "EU",
          awsRegion: "eu-central-1",
          backendRoleArns: ["arn:aws:iam::111122223333:role/classroom-backend"],
          ...(recording && { recording }),
        },
      ],
    },
  });
}

/** The bucket in the state. */
interface Adopted extends StateResource {
  readonly id?: string;
  readonly protect?: boolean;
}

/** How a command ended, and what it did with that bucket and with all else. */
interface Steps {
  readonly code: number;
  readonly text: string;
  readonly onBucket: readonly string[];
  readonly others: readonly string[];
}

describe("engine: a bucket that exists already", function () {
  this.timeout(300_000);
  const steps: Record<string, Steps> = {};
  let adopted: Adopted | undefined;

  before(async () => {
    const cwd = stackFolder("recording-adoption", configuration(undefined));
    const context = {
      stop: new AbortController().signal,
      environment: { ...process.env, CLASSROOM_NO_DOWNLOAD: "1" },
      terminal: { say: () => {}, progress: () => {} },
    };
    await runOffline({ stack: "dev", cwd }, context, async (run) => {
      steps.before = await command(run, "up", "--yes", "--skip-preview");
      const recording = { retentionDays: 365, importBucketName: NAME };
      writeFileSync(run.pulumi.configFile, configuration(recording));
      steps.adoption = await command(run, "up", "--yes", "--skip-preview");
      steps.again = await command(run, "preview");
      adopted = await bucketIn(run);
      steps.destroy = await command(run, "destroy", "--yes", "--skip-preview");
      return 0;
    });
  });

  it("is imported by the update that first asks for recording, and never made or replaced", () => {
    assert.equal(steps.before?.code, 0, steps.before?.text);
    assert.equal(steps.adoption?.code, 0, steps.adoption?.text);
    assert.deepEqual(steps.before?.onBucket, []);
    assert.deepEqual(steps.adoption?.onBucket, ["import"]);
  });

  it("keeps its name and gets all settings of a new one", () => {
    assert.equal(adopted?.id, NAME);
    assert.equal(adopted?.outputs?.arn, `arn:aws:s3:::${NAME}`);
    const made = steps.adoption?.others ?? [];
    for (const type of [
      "BucketServerSideEncryptionConfiguration",
      "BucketPublicAccessBlock",
      "BucketOwnershipControls",
      "BucketVersioning",
      "BucketPolicy",
      "BucketLifecycleConfiguration",
    ]) {
      assert.ok(
        made.some((step) => step.startsWith("create") && step.includes(`:${type}::eu-recordings-`)),
        type,
      );
    }
  });

  it("is left alone by the next update", () => {
    assert.equal(steps.again?.code, 0, steps.again?.text);
    assert.deepEqual([steps.again?.onBucket, steps.again?.others], [[], []]);
  });

  it("is protected from then on, so that destroying the stack stops", () => {
    assert.equal(adopted?.protect, true);
    assert.notEqual(steps.destroy?.code, 0);
    assert.match(steps.destroy?.text ?? "", /eu-recordings.*cannot be deleted|protect/);
  });
});

async function command({ pulumi, folder }: OfflineRun, ...words: string[]): Promise<Steps> {
  const log = join(folder, "events.jsonl");
  rmSync(log, { force: true });
  const { code, text } = await pulumi.read([
    ...words,
    ...["--stack", "dev", "--config-file", pulumi.configFile, "--event-log", log],
  ]);
  const done = readEvents(log)
    .flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? [])
    .filter(({ op, urn }) => op !== "same" && /\baws:[^:]+:\w+::/.test(urn))
    .map(({ op, urn }) => `${op} ${urn.split(/[$:]{1,2}(?=aws:)/).at(-1)}`);
  const ofBucket = (step: string): boolean => step.endsWith(" aws:s3/bucket:Bucket::eu-recordings");
  return {
    code,
    text,
    onBucket: done.filter(ofBucket).map((step) => step.split(" ")[0] ?? ""),
    others: done.filter((step) => !ofBucket(step)),
  };
}

async function bucketIn({ pulumi, folder }: OfflineRun): Promise<Adopted | undefined> {
  const file = join(folder, "state.json");
  const { code, text } = await pulumi.read(["stack", "export", "--stack", "dev", "--file", file]);
  assert.equal(code, 0, text);
  const { deployment } = JSON.parse(readFileSync(file, "utf8")) as {
    deployment: { resources: readonly Adopted[] };
  };
  return deployment.resources.find(({ urn }) =>
    urn.endsWith("aws:s3/bucket:Bucket::eu-recordings"),
  );
}
