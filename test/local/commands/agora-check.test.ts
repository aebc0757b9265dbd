// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  customer,
  documentedProject,
  LoopbackConsole,
  say,
} from "../../support/agora-check/loopback-console";
import { type Ended, runLocal, verdict } from "../../support/commands/commands";
import { LoopbackAws } from "../../support/token-service/loopback-aws";
import { credentials } from "../../support/token-service/signature-v4";

const arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:eu-AbCdEf";
const certificate = "5CFd2fd1755d40ecb72977518be15d3b";
const awsKeys = {
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: credentials.sessionToken,
};

describe("agora-check", () => {
  let agora: LoopbackConsole;
  let aws: LoopbackAws;
  before(async () => {
    [agora, aws] = await Promise.all([LoopbackConsole.start(), LoopbackAws.start()]);
  });
  after(() => Promise.all([agora.stop(), aws.stop()]));
  beforeEach(() => {
    agora.projects = [documentedProject()];
    agora.always = undefined;
    aws.putSecret({ primary: certificate });
  });

  /** Runs the command; whatever happens, it tells no secret. */
  async function check(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const ended = await runLocal("agora-check", args, {
      environment: {
        AGORA_CUSTOMER_ID: customer.id,
        AGORA_CUSTOMER_SECRET: customer.secret,
        AGORA_API_URL: agora.url,
        AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
        ...awsKeys,
        ...environment,
      },
    });
    const printed = ended.stdout + ended.stderr;
    for (const secret of [certificate, customer.secret, awsKeys.AWS_SECRET_ACCESS_KEY]) {
      assert.ok(!printed.includes(secret), "no secret is printed");
    }
    return ended;
  }

  it("finds nothing wrong with a project whose certificate the secret has", async () => {
    const { code, stdout, stderr } = await check(["--secret", arn]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.deepEqual(stdout.trim().split("\n"), [
      'holds    The project "classroom" has this App ID, and is enabled.',
      "holds    The primary App Certificate is enabled.",
      `holds    ${arn} signs with the project's primary App Certificate.`,
      'by word  "No certificate" is disabled in Agora Console: missing. See to it, and write ' +
        "who and when into 'classroom:attestations'.",
      "nothing is wrong",
    ]);
  });

  it("ends with 1 when something is wrong", async () => {
    agora.projects = [documentedProject({ sign_key: null, status: 0 })];
    const ended = await check([]);
    assert.deepEqual([ended.code, verdict(ended)], [1, "2 of 2 checks failed"]);
    aws.putSecret({ primary: "0".repeat(32) });
    agora.projects = [documentedProject()];
    assert.equal((await check(["--secret", arn])).code, 1);
  });

  it("checks another stack against another App ID", async () => {
    const { code, stdout } = await check(["--stack", "china"]);
    assert.equal(code, 1);
    assert.match(stdout, /^fails {4}No project of this Agora account has the App ID 0{29}c41\. /);
  });

  it("ends with 2 when Agora cannot be asked, and says why in one sentence", async () => {
    agora.always = (response) => say(response, 403, { message: certificate });
    const { code, stdout, stderr } = await check([]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.equal(
      stderr,
      `error: ${agora.url} refuses the credentials (status 403). Check AGORA_CUSTOMER_ID and ` +
        "AGORA_CUSTOMER_SECRET in Agora Console under RESTful API.\n",
    );
    const without = await check([], { AGORA_CUSTOMER_SECRET: "" });
    assert.deepEqual(
      [without.code, without.stderr],
      [
        2,
        "error: Environment variable AGORA_CUSTOMER_SECRET is required. Agora Console shows it under RESTful API.\n",
      ],
    );
  });

  it("asks for keys of AWS only where a secret is to be read", async () => {
    const none = { AWS_ACCESS_KEY_ID: "", AWS_SECRET_ACCESS_KEY: "" };
    assert.equal((await check([], none)).code, 0);
    const { code, stderr } = await check(["--secret", arn], none);
    assert.equal(code, 2);
    assert.match(stderr, /^error: Environment variable AWS_ACCESS_KEY_ID is required\. /);
  });
});
