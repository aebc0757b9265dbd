// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accountOf } from "../../../local/stand-in/account";
import { answer } from "../../../local/stand-in/data-sources";
import type { Properties } from "../../../local/stand-in/properties";
import { Sdk } from "../../../local/stand-in/sdk";
import { SDK_FOLDER } from "../../support/stand-in/aws-plugin";

const sdk = new Sdk(SDK_FOLDER);

function ask(name: string, args: Properties = {}, region = "eu-central-1"): Properties {
  const configuration = {
    region,
    allowedAccountIds: '["111122223333"]',
    defaultTags: '{"tags":{"team":"classroom"}}',
  };
  return answer(sdk, accountOf(configuration, sdk.regions, {}), `aws:index/${name}:${name}`, args);
}

describe("local/stand-in/data-sources", () => {
  it("says who the provider is", () => {
    const { accountId, arn } = ask("getCallerIdentity");
    assert.equal(accountId, "111122223333");
    assert.equal(arn, "arn:aws:iam::111122223333:user/rehearsal");
  });

  it("says which partition the provider is in", () => {
    assert.deepEqual(ask("getPartition", {}, "cn-north-1"), {
      dnsSuffix: "amazonaws.com.cn",
      id: "aws-cn",
      partition: "aws-cn",
      reverseDnsPrefix: "cn.com.amazonaws",
    });
  });

  it("says which region the provider is in, or describes the one that is asked for", () => {
    assert.equal(ask("getRegion").region, "eu-central-1");
    assert.equal(ask("getRegion", { region: "eu-west-1" }).endpoint, "ec2.eu-west-1.amazonaws.com");
  });

  it("says which tags the provider adds", () => {
    assert.deepEqual(ask("getDefaultTags").tags, { team: "classroom" });
  });

  it("says under which name a service is trusted", () => {
    const { name } = ask("getServicePrincipal", { serviceName: "lambda" });
    assert.equal(name, "lambda.amazonaws.com");
  });

  describe("getAvailabilityZones", () => {
    const zones = (region: string, args: Properties = {}) =>
      ask("getAvailabilityZones", args, region).names;

    it("has three zones, and two in us-west-1", () => {
      assert.deepEqual(zones("eu-central-1"), ["eu-central-1a", "eu-central-1b", "eu-central-1c"]);
      assert.deepEqual(zones("us-west-1"), ["us-west-1a", "us-west-1c"]);
    });

    it("writes the ids of zones as AWS does", () => {
      const ids = (region: string) => ask("getAvailabilityZones", {}, region).zoneIds;
      assert.deepEqual(ids("ap-southeast-1"), ["apse1-az1", "apse1-az2", "apse1-az3"]);
      assert.deepEqual(ids("cn-northwest-1"), ["cnnw1-az1", "cnnw1-az2", "cnnw1-az3"]);
    });

    it("answers for the region that is asked for", () => {
      assert.deepEqual(zones("eu-central-1", { region: "us-west-1" }), [
        "us-west-1a",
        "us-west-1c",
      ]);
    });

    it("leaves out what is excluded or filtered", () => {
      const args = {
        state: "available",
        excludeNames: ["eu-central-1a"],
        filters: [
          { name: "opt-in-status", values: ["opt-in-not-required"] },
          { name: "zone-id", values: ["euc1-az1", "euc1-az2"] },
        ],
      };
      assert.deepEqual(zones("eu-central-1", args), ["eu-central-1b"]);
    });

    it("refuses a filter that it cannot decide", () => {
      const filters = [{ name: "network-border-group", values: ["x"] }];
      assert.throws(() => zones("eu-central-1", { filters }), {
        name: "Refusal",
        message:
          "Data source 'getAvailabilityZones': a filter's 'name' must be one of group-name, " +
          "opt-in-status, region-name, state, zone-id, zone-name, zone-type offline, got " +
          '"network-border-group". Filter by another, or preview with an account.',
      });
    });
  });

  it("answers everything that the SDK promises of an answer", () => {
    const args: Record<string, Properties> = {
      "aws:index/getServicePrincipal:getServicePrincipal": { serviceName: "s3" },
    };
    const account = accountOf({ region: "eu-central-1" }, sdk.regions, {});
    const names = [
      "AvailabilityZones",
      "CallerIdentity",
      "DefaultTags",
      "Partition",
      "Region",
      "ServicePrincipal",
    ];
    const tokens = names.map((name) => `aws:index/get${name}:get${name}`);
    for (const token of [...tokens, "aws:iam/getPolicyDocument:getPolicyDocument"]) {
      const answered = answer(sdk, account, token, args[token] ?? {});
      const promised = [...(sdk.dataSource(token)?.result ?? [])].filter(
        ([, { optional }]) => !optional,
      );
      assert.ok(promised.length > 0, token);
      assert.deepEqual(
        promised.map(([name]) => name).filter((name) => answered[name] === undefined),
        [],
        token,
      );
    }
  });

  it("refuses a data source that only AWS can answer", () => {
    assert.throws(() => ask("getIpRanges", { services: ["s3"] }), {
      name: "Refusal",
      message:
        "Data source 'getIpRanges' cannot be answered offline, because only AWS knows the answer; " +
        "the ones that can are getPolicyDocument, getAvailabilityZones, getCallerIdentity, " +
        "getDefaultTags, getPartition, getRegion, getServicePrincipal. Pass the value as " +
        "configuration, or preview with an account.",
    });
  });

  it("refuses a data source that the SDK does not have", () => {
    assert.throws(() => ask("getWeather"), {
      name: "Refusal",
      message:
        "Data source 'aws:index/getWeather:getWeather' does not exist in @pulumi/aws " +
        `${sdk.version}. Look for its name in the documentation of that version.`,
    });
  });

  it("refuses arguments that the SDK does not have, and missing ones", () => {
    assert.throws(() => ask("getServicePrincipal", { servicename: "s3" }), {
      name: "Refusal",
      message:
        "Data source 'getServicePrincipal': 'servicename' is not an input of the installed " +
        "@pulumi/aws. Did you mean 'serviceName'? 'serviceName' is required and missing.",
    });
  });
});
