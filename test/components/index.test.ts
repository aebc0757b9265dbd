// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  PrivateNetwork,
  RecordingStorage,
  RegionalDeployment,
  TokenService,
} from "../../components";
import { rules } from "../../policies/rules";
import { required } from "../support/built-token-service";
import { judge } from "../support/pack/judge";
import type { Program } from "../support/pack/program";
import { ACCOUNT, type Settled, settled } from "../support/settled";

const awsRegion = "eu-central-1";

/** Every component as the shortest program would make it. */
const smallest: Record<string, () => unknown> = {
  TokenService: () => new TokenService("eu", required),
  PrivateNetwork: () => new PrivateNetwork("eu", { awsRegion }),
  RecordingStorage: () => new RecordingStorage("eu", { awsRegion, retentionDays: 30 }),
  RegionalDeployment: () =>
    new RegionalDeployment("eu", {
      appId: required.appId,
      dataCenter: "EU",
      awsRegion,
      backendRoleArns: [`arn:aws:iam::${ACCOUNT}:role/backend`],
      recording: { retentionDays: 30 },
    }),
};

/** A deployed program as the pack is shown it. Children of different types share names, which it knows by one. */
function programOf({ children }: Settled<unknown>): Program {
  const own = children.filter(({ type }) => type.startsWith("aws:"));
  return Object.fromEntries(
    own.map(({ type, name, inputs }, index) => [
      `${name}-${index}`,
      {
        type,
        // Where S3 is concerned, a bucket's id is its name.
        properties: type === "aws:s3/bucket:Bucket" ? { ...inputs, bucket: `${name}-id` } : inputs,
      },
    ]),
  );
}

describe("components with only the required arguments", () => {
  for (const [name, build] of Object.entries(smallest)) {
    it(`${name} passes every rule of the pack`, async () => {
      const program = programOf(await settled(awsRegion, build));
      for (const rule of rules) {
        const { reports } = await judge(rule, program, { phase: "deployed" });
        assert.deepEqual(reports, [], rule.name);
      }
    });
  }

  it("give the headline rules something to judge", async () => {
    const program = programOf(await settled(awsRegion, smallest.RegionalDeployment ?? assert.fail));
    for (const rule of rules.filter(({ name }) =>
      ["forbid-public-api-endpoint", "require-bucket-encryption"].includes(name),
    )) {
      const { applicable } = await judge(rule, program, { phase: "deployed" });
      assert.ok(applicable, rule.name);
    }
  });
});
