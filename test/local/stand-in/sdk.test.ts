// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { Sdk } from "../../../local/stand-in/sdk";
import { SDK_FOLDER } from "../../support/stand-in/aws-plugin";
import { sdkTokens } from "../../support/stand-in/aws-sdk";

describe("local/stand-in/sdk", () => {
  const sdk = new Sdk(SDK_FOLDER);

  it("describes every resource type of the installed SDK", () => {
    const { resources } = sdkTokens();
    assert.ok(resources.length > 1_700);
    assert.deepEqual(
      resources.filter((token) => !sdk.resource(token)?.outputs.size),
      // It is a switch, without properties.
      ["aws:ram/sharingWithOrganization:SharingWithOrganization"],
    );
    assert.deepEqual(
      resources.filter((token) => sdk.resource(token) === undefined),
      [],
    );
  });

  it("finds the members of every nested type that an input or output names", () => {
    const types = sdkTokens().resources.flatMap((token) => {
      const { inputs, outputs } = sdk.resource(token) ?? { inputs: new Map(), outputs: new Map() };
      return [...inputs.values(), ...outputs.values()].flatMap(
        ({ type }) => type.match(/(inputs|outputs)\.[\w.]+/g) ?? [],
      );
    });
    assert.ok(types.length > 4_000);
    const every = [...new Set(types)];
    assert.deepEqual(
      every.filter((type) => sdk.nested(type) === undefined),
      [],
    );
  });

  it("describes every data source of the installed SDK", () => {
    const { dataSources } = sdkTokens();
    assert.ok(dataSources.length > 600);
    assert.deepEqual(
      dataSources.filter((token) => !sdk.dataSource(token)?.result.size),
      [],
    );
  });

  const strangers = [
    "aws:s3/pail:Pail",
    "aws:s3/Bucket:Bucket",
    "aws:s3/bucket:bucket",
    "aws:index:Bucket",
    "aws:../../policy:Policy",
    "gcp:storage/bucket:Bucket",
    "aws",
  ];
  for (const token of strangers) {
    it(`knows no resource type ${token}`, () => {
      assert.equal(sdk.resource(token), undefined);
    });
  }

  it("knows no data source by the name of a resource, nor the other way round", () => {
    assert.equal(sdk.dataSource("aws:s3/bucket:Bucket"), undefined);
    assert.equal(sdk.resource("aws:index/getRegion:getRegion"), undefined);
  });

  it("knows a type beside its deprecated twin", () => {
    assert.ok(sdk.resource("aws:s3/bucket:Bucket")?.inputs.has("versioning"));
    assert.ok(sdk.resource("aws:s3/bucketV2:BucketV2")?.inputs.has("versionings"));
  });

  it("tells required from optional inputs, and outputs that AWS sets from those it does not", () => {
    const { inputs, outputs } = sdk.resource("aws:lambda/function:Function") ?? {};
    assert.equal(inputs?.get("role")?.optional, false);
    assert.equal(inputs?.get("runtime")?.optional, true);
    assert.equal(outputs?.get("invokeArn")?.optional, false);
    assert.equal(outputs?.get("runtime")?.optional, true);
  });

  it("names the outputs that must be kept secret", () => {
    assert.deepEqual(
      [...(sdk.resource("aws:secretsmanager/secretVersion:SecretVersion")?.secrets ?? [])],
      ["secretBinary", "secretString", "secretStringWo"],
    );
    assert.deepEqual([...(sdk.resource("aws:kms/key:Key")?.secrets ?? [])], []);
  });

  it("lists the regions of all partitions", () => {
    for (const region of ["eu-central-1", "cn-northwest-1", "us-gov-east-1"]) {
      assert.ok(sdk.regions.includes(region), region);
    }
  });

  it("refuses a folder that holds no AWS SDK", () => {
    assert.throws(() => new Sdk(__dirname), {
      name: "Refusal",
      message:
        "The stand-in for AWS must be started with the folder of an installed @pulumi/aws, got " +
        `${JSON.stringify(__dirname)}. Run npm ci in the program's folder.`,
    });
  });
});
