// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  storageConfig,
  whiteboardConfig,
} from "../../../components/recording-storage/storage-config";

/** Agora's numbers for Amazon S3, as its page about regions and vendors has them. */
const published: Readonly<Record<string, number>> = {
  "us-east-1": 0,
  "us-west-1": 2,
  "eu-central-1": 7,
  "ap-southeast-1": 8,
  "cn-north-1": 15,
  "cn-northwest-1": 16,
};

describe("storageConfig", () => {
  it("has the members that Agora documents, and no others", () => {
    const config = JSON.parse(storageConfig("eu-central-1", "recordings"));
    assert.deepEqual(config, {
      vendor: 1,
      region: 7,
      endpoint: "https://recordings.s3.eu-central-1.amazonaws.com",
      bucket: "recordings",
      accessKey: "<access key id of the writer>",
      secretKey: "<secret access key of the writer>",
      fileNamePrefix: ["recordings"],
    });
  });

  it("has the members of the sample on Agora's page about enabling the classroom", () => {
    assert.deepEqual(Object.keys(JSON.parse(storageConfig("us-east-1", "recordings"))).sort(), [
      "accessKey",
      "bucket",
      "endpoint",
      "fileNamePrefix",
      "region",
      "secretKey",
      "vendor",
    ]);
  });

  it("keeps to what Agora allows in a file name's prefix", () => {
    const { fileNamePrefix } = JSON.parse(storageConfig("eu-central-1", "recordings"));
    assert.match(fileNamePrefix.join("/"), /^[A-Za-z0-9/]{1,128}$/);
  });

  it("says nothing about encryption, so that the bucket's key applies", () => {
    assert.ok(!("extensionParams" in JSON.parse(storageConfig("eu-central-1", "recordings"))));
  });

  for (const [awsRegion, number] of Object.entries(published)) {
    it(`gives ${awsRegion} Agora's number`, () => {
      assert.equal(JSON.parse(storageConfig(awsRegion, "recordings")).region, number);
    });
  }

  it("names China's hosts", () => {
    const { endpoint } = JSON.parse(storageConfig("cn-north-1", "recordings"));
    assert.equal(endpoint, "https://recordings.s3.cn-north-1.amazonaws.com.cn");
  });
});

describe("whiteboardConfig", () => {
  for (const [awsRegion, endpoint] of [
    ["us-west-1", "s3.us-west-1.amazonaws.com"],
    ["cn-northwest-1", "s3.cn-northwest-1.amazonaws.com.cn"],
  ] as const) {
    it(`has the fields of Agora Console's form for ${awsRegion}`, () => {
      assert.deepEqual(JSON.parse(whiteboardConfig(awsRegion, "recordings")), {
        region: awsRegion,
        endpoint,
        bucket: "recordings",
        folder: "courseware",
        accessKey: "<access key id of the writer>",
        secretKey: "<secret access key of the writer>",
      });
    });
  }
});
