// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { statSync } from "node:fs";
import { join } from "node:path";
import { keyAgeFunctionFolder } from "../../../../components/recording-storage/key-age-function";
import { keyIn, LoopbackIam, listOf } from "../../../support/simulation/recording-iam";
import { credentials } from "../../../support/token-service/signature-v4";

const bundle = join(keyAgeFunctionFolder, "index.js");

/** Runs the bundle as it is deployed, in a process of its own. */
async function invoke(
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const program =
    `require(${JSON.stringify(bundle)}).handler().catch((error) => { ` +
    "console.error(String(error)); process.exitCode = 1; });";
  const child = spawn(process.execPath, ["-e", program], { env: environment });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (chunk: string) => {
      output[stream] += chunk;
    });
  }
  const [code] = await once(child, "close");
  return { code, ...output };
}

describe("handler of the key-age function", () => {
  let iam: LoopbackIam;
  let environment: NodeJS.ProcessEnv;
  beforeEach(async () => {
    iam = await LoopbackIam.start();
    environment = {
      WRITER_USER_NAME: "writer",
      AWS_REGION: "eu-central-1",
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_SESSION_TOKEN: credentials.sessionToken,
      AWS_ENDPOINT_URL_IAM: iam.url,
    };
  });
  afterEach(() => iam.stop());

  it("writes one line with the age of the oldest active key", async () => {
    const created = new Date(Date.now() - 100 * 86_400_000).toISOString();
    iam.reply.text = listOf(keyIn("AKIAEXAMPLEABCD", "Active", created));
    const { code, stdout, stderr } = await invoke(environment);
    assert.deepEqual([code, stderr], [0, ""]);
    const { UserName, AccessKeyAgeDays, keys } = JSON.parse(stdout);
    assert.deepEqual(
      [UserName, AccessKeyAgeDays, keys],
      ["writer", 100, [{ ending: "ABCD", active: true, created }]],
    );
    assert.equal(stdout.split("\n").length, 2);
  });

  it("fails, so that Lambda counts an error, and keeps the role's keys out of the message", async () => {
    iam.reply = { status: 403, text: "<Error><Code>AccessDenied</Code></Error>" };
    const { code, stdout, stderr } = await invoke(environment);
    assert.deepEqual(
      [code, stdout, stderr],
      [1, "", "IamCallError: ListAccessKeys failed: AccessDenied.\n"],
    );
  });

  it("does not start without the name of the user", async () => {
    const { code, stderr } = await invoke({ ...environment, WRITER_USER_NAME: "" });
    assert.equal(code, 1);
    assert.match(stderr, /SettingError: Environment variable WRITER_USER_NAME is required\./);
  });

  it("is too small to hold an AWS SDK", () => {
    assert.ok(statSync(bundle).size < 16 * 1024, `${statSync(bundle).size} bytes`);
  });
});
