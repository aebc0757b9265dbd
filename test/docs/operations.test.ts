// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  customer,
  documentedProject,
  LoopbackConsole,
} from "../support/agora-check/loopback-console";
import type { Ended } from "../support/commands/commands";
import { commandsOf, RunbookMachine } from "../support/commands/runbook-machine";
import { temporaryFolder } from "../support/files/temporary";
import { ROOT } from "../support/structure/sources";

const appId = "123456789abcdef0123456789abcdef0";
const [old, renewed] = ["5CFd2fd1755d40ecb72977518be15d3b", "0123456789abcdef0123456789abcdef"];
const secretArn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:eu-AbCdEf";

/** Every runbook is followed here, in the order of a stack's life, on one machine. */
describe("operations", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  let machine: RunbookMachine;
  let agora: LoopbackConsole;

  before(async () => {
    [machine, agora] = await Promise.all([RunbookMachine.make(folder), LoopbackConsole.start()]);
    agora.projects = [documentedProject({ vendor_key: appId })];
  });
  after(() => agora?.stop());

  async function follow(name: string, typed: string[] = []): Promise<Ended> {
    const ended = await machine.follow(`docs/operations/${name}.md`, {
      typed,
      environment: {
        APP_ID: appId,
        ACCOUNT_ID: "123456789012",
        BACKEND_ROLE_ARN: "arn:aws:iam::123456789012:role/classroom-backend",
        AGORA_API_URL: agora.url,
        AGORA_CUSTOMER_ID: customer.id,
        AGORA_CUSTOMER_SECRET: customer.secret,
        AWS_REGION: "eu-central-1",
        SECRET_ARN: secretArn,
        USER: "operator",
      },
    });
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    return ended;
  }

  /** What was put into the secret since the last time that somebody asked. */
  let seen = 0;
  function secretsPut(): unknown[] {
    const calls = machine.awsCalls().slice(seen);
    seen += calls.length;
    return calls
      .filter(({ args }) => args.includes("put-secret-value"))
      .map(({ stdin }) => JSON.parse(stdin));
  }

  async function dataCenters(): Promise<Record<string, Record<string, string>>> {
    const { stdout } = await machine.run("pulumi", "stack", "output", "dataCenters", "--json");
    return JSON.parse(stdout);
  }

  it("deploys a first data centre, fills its secret and lets the backend in", async () => {
    const { stdout } = await follow("first-deployment", [old]);
    assert.match(stdout, /^no violations$/m, "the rehearsal");
    assert.match(stdout, /^nothing is wrong, 1 of 3 could not be checked$/m, "Agora's side");
    const { EU } = await dataCenters();
    assert.deepEqual(
      [EU?.sdkRegion, EU?.restBasePath],
      ["EU", `/eu/edu/apps/${appId}`],
      "what the app is told",
    );
    const [fill, attach] = machine.awsCalls();
    assert.deepEqual(JSON.parse(fill?.stdin ?? ""), { primary: old });
    assert.ok(fill?.args.includes(EU?.secretArn ?? ""));
    assert.ok(!fill?.args.join().includes(old), "no certificate on a command line");
    assert.deepEqual(attach?.args, [
      ...["iam", "attach-role-policy", "--role-name", "classroom-backend"],
      ...["--policy-arn", EU?.backendPolicyArn],
    ]);
    const file = readFileSync(join(machine.clone, "stacks", "Pulumi.live.yaml"), "utf8");
    const { by } = parse(file).config["classroom:attestations"].noCertificateDisabled;
    assert.equal(by, "operator");
    secretsPut();
  });

  it("rotates the certificate without a value on a command line", async () => {
    await follow("certificate-rotation", [old, renewed, renewed]);
    const calls = machine.awsCalls().flatMap(({ args }) => args);
    assert.ok(!calls.join().includes(renewed) && !calls.join().includes(old));
    assert.deepEqual(secretsPut(), [
      { primary: old, secondary: renewed, signWith: "secondary" },
      { primary: renewed },
    ]);
  });

  it("replaces a certificate that has leaked", async () => {
    await follow("leaked-certificate", [renewed]);
    assert.deepEqual(secretsPut(), [{ primary: renewed }]);
  });

  it("adds a data centre without touching the other, and removes it again", async () => {
    const before = await dataCenters();
    const { stdout } = await follow("data-centers");
    const [added, unprotected, removed] = stdout.split("Updating (live)").slice(1);
    assert.match(added ?? "", /\+ \d+ created\n\s+\d+ unchanged\n/);
    assert.match(unprotected ?? "", /~ \d+ updated\n\s+\d+ unchanged\n/);
    assert.match(removed ?? "", /- \d+ deleted\n\s+\d+ unchanged\n/);
    assert.deepEqual(await dataCenters(), before);
  });

  it("destroys the stack to the last resource", async () => {
    const { stdout } = await follow("destroying");
    assert.match(stdout, /^Stack 'live' has been removed!$/m);
  });

  it("has followed every runbook that has commands", () => {
    const followed = [
      ...["certificate-rotation", "data-centers", "destroying"],
      ...["first-deployment", "leaked-certificate"],
    ];
    const documents = readdirSync(join(ROOT, "docs", "operations")).map((name) =>
      name.replace(/\.md$/, ""),
    );
    const withCommands = documents.filter(
      (name) => commandsOf(`docs/operations/${name}.md`).length > 0,
    );
    assert.deepEqual(withCommands.sort(), followed);
  });
});
