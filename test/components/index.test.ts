// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as components from "../../components";
import { runLocal, verdict } from "../support/commands/commands";
import { ACCOUNT } from "../support/components/settled";
import { folderInCheckout } from "../support/files/temporary";
import { ROOT } from "../support/structure/sources";

/** Every component as the shortest program would make it, from where it lies. */
const programIn = (folder: string): string => `
import * as aws from "@pulumi/aws";
import * as classroom from ${JSON.stringify(relative(folder, join(ROOT, "components")))};

const awsRegion = "eu-central-1";
const opts = { provider: new aws.Provider("frankfurt", { region: awsRegion }) };
const service = {
  appId: "970CA35de60c44645bbae8a215061b33",
  dataCenter: "EU",
  awsRegion,
  backendRoleArns: ["arn:aws:iam::${ACCOUNT}:role/backend"],
} as const;

const network = new classroom.PrivateNetwork("network", { awsRegion }, opts);
new classroom.TokenService("tokens", {
  ...service,
  vpcId: network.vpcId,
  subnetIds: network.subnetIds,
  backendSecurityGroupIds: [network.backendSecurityGroupId],
}, opts);
new classroom.RecordingStorage("recordings", { awsRegion, retentionDays: 30 }, opts);
new classroom.RegionalDeployment("eu", {
  ...service,
  recording: { retentionDays: 30 },
}, { providers: [opts.provider] });
`;

describe("components with only the required arguments", function () {
  this.timeout(300_000);
  const project = folderInCheckout("smallest");

  before(() => {
    const files = {
      "Pulumi.yaml": "name: smallest\nruntime: nodejs\n",
      "package.json": JSON.stringify({ name: "smallest", main: "index.ts" }),
      "tsconfig.json": JSON.stringify({ extends: relative(project, join(ROOT, "tsconfig.json")) }),
      "index.ts": programIn(project),
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(project, name), text);
    }
  });

  it("pass every rule of the pack, in a preview and in the state that comes of it", async () => {
    const ended = await runLocal("rehearse", ["--cwd", project]);
    assert.equal(ended.code, 0, ended.stdout + ended.stderr);
    assert.equal(verdict(ended), "no violations");
    assert.match(ended.stdout, /^Undecided none$/m);
  });

  it("are all that the package exports, and are all in that program", () => {
    const exported = Object.entries(components)
      .filter(([, value]) => typeof value === "function")
      .map(([name]) => name);
    assert.deepEqual(exported.sort(), [
      "PrivateNetwork",
      "RecordingStorage",
      "RegionalDeployment",
      "TokenService",
    ]);
    for (const name of exported) {
      assert.ok(programIn(project).includes(`new classroom.${name}(`), name);
    }
  });
});
