// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accountOf } from "../../../local/stand-in/account";
import type { Properties } from "../../../local/stand-in/properties";

const REGIONS = ["eu-central-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "us-west-2"];
const account = (configuration: Properties, environment: NodeJS.ProcessEnv = {}) =>
  accountOf({ region: "eu-central-1", ...configuration }, REGIONS, environment);

const ROLE = JSON.stringify([{ roleArn: "arn:aws:iam::222233334444:role/deployer" }]);

describe("local/stand-in/account", () => {
  const partitions = [
    { region: "eu-central-1", partition: "aws", dnsSuffix: "amazonaws.com" },
    { region: "cn-north-1", partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
    { region: "us-gov-west-1", partition: "aws-us-gov", dnsSuffix: "amazonaws.com" },
  ];
  for (const { region, partition, dnsSuffix } of partitions) {
    it(`places ${region} in the partition ${partition}`, () => {
      const found = account({ region });
      assert.deepEqual(
        [found.region, found.partition, found.dnsSuffix],
        [region, partition, dnsSuffix],
      );
    });
  }

  for (const region of [undefined, "", "eu-nowhere-1", "us-iso-east-1"]) {
    it(`refuses the region ${JSON.stringify(region)}`, () => {
      assert.throws(() => accountOf({ region }, REGIONS, {}), {
        name: "Refusal",
        message:
          "Provider aws: 'region' must be a region of AWS, AWS China or AWS GovCloud, such as " +
          `eu-central-1, got ${JSON.stringify(region ?? "")}. Set it on the provider, or ` +
          "aws:region in the stack's configuration.",
      });
    });
  }

  it("falls back on the environment's region as the real plug-in does", () => {
    const environment = { AWS_REGION: "us-west-2", AWS_DEFAULT_REGION: "cn-north-1" };
    assert.equal(accountOf({}, REGIONS, environment).region, "us-west-2");
    assert.equal(accountOf({}, REGIONS, { AWS_DEFAULT_REGION: "cn-north-1" }).region, "cn-north-1");
    assert.equal(account({}, environment).region, "eu-central-1");
  });

  it("works in the account of the assumed role, else in the first that is allowed, else in AWS's example", () => {
    const allowedAccountIds = JSON.stringify(["111122223333", "222233334444"]);
    assert.equal(account({ assumeRoles: ROLE, allowedAccountIds }).id, "222233334444");
    assert.equal(account({ allowedAccountIds }).id, "111122223333");
    assert.equal(account({}).id, "123456789012");
  });

  it("reads the role of older SDKs too", () => {
    const assumeRole = JSON.stringify({ roleArn: "arn:aws:iam::222233334444:role/deployer" });
    assert.equal(account({ assumeRole }).id, "222233334444");
  });

  it("refuses to work in an account that is not allowed", () => {
    const allowedAccountIds = JSON.stringify(["111122223333"]);
    assert.throws(() => account({ assumeRoles: ROLE, allowedAccountIds }), {
      message:
        "Provider aws: 'allowedAccountIds' must hold 222233334444, the account of the role that " +
        "'assumeRoles' names, got 111122223333.",
    });
  });

  it("refuses to work in an account that is forbidden", () => {
    const forbiddenAccountIds = JSON.stringify(["222233334444"]);
    assert.throws(() => account({ assumeRoles: ROLE, forbiddenAccountIds }), {
      message:
        "Provider aws: 'forbiddenAccountIds' must not hold 222233334444, the account that the " +
        "provider works in. Assume a role of another account.",
    });
  });

  it("reads default and ignored tags out of their JSON text", () => {
    const { defaultTags, ignoresTag } = account({
      defaultTags: JSON.stringify({ tags: { team: "classroom" } }),
      ignoreTags: JSON.stringify({ keys: ["owner"], keyPrefixes: ["aws:"] }),
    });
    assert.deepEqual(defaultTags, { team: "classroom" });
    assert.deepEqual(["owner", "aws:x", "team"].map(ignoresTag), [true, true, false]);
  });

  it("does not repeat configuration that is not JSON", () => {
    assert.throws(() => account({ assumeRoles: "hush" }), {
      message: "Provider aws: 'assumeRoles' must be JSON, got text that is not.",
    });
  });
});
