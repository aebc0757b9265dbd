// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readIntent } from "../../../local/prove/configuration";

const ROLE = "arn:aws:iam::111122223333:role/app";

describe("local/prove/configuration", () => {
  it("reads what the operator wants of each data centre", () => {
    const config = {
      "classroom:regions": [
        { dataCenter: "EU", backendRoleArns: [ROLE] },
        {
          dataCenter: "NA",
          awsRegion: "us-east-1",
          backendRoleArns: [ROLE],
          network: { endpoints: { executeApi: "vpce-0123456789abcdef0" } },
          recording: { retentionDays: 30, coursewareRead: "presigned" },
        },
      ],
      "classroom:secretAdministratorArns": [`${ROLE}-admin`],
      "classroom:transfers": [{ from: "EU", to: "NA", expires: "2027-03-31" }],
    };
    assert.deepEqual(readIntent({ config }, "live"), {
      dataCenters: [
        { name: "EU", awsRegion: "eu-central-1", backendRoleArns: [ROLE] },
        {
          name: "NA",
          awsRegion: "us-east-1",
          backendRoleArns: [ROLE],
          endpointId: "vpce-0123456789abcdef0",
          signsCourseware: true,
        },
      ],
      secretAdministratorArns: [`${ROLE}-admin`],
      transfers: [{ from: "EU", to: "NA", until: "2027-03-31T23:59:59Z" }],
    });
  });

  it("reads lists that were set without their paths, as JSON", () => {
    const config = {
      "classroom:regions": JSON.stringify([{ dataCenter: "AP", backendRoleArns: [ROLE] }]),
    };
    assert.deepEqual(readIntent({ config }, "live").dataCenters, [
      { name: "AP", awsRegion: "ap-southeast-1", backendRoleArns: [ROLE] },
    ]);
  });

  it("refuses the configuration of a program that has no data centres", () => {
    for (const configuration of [{}, { config: { "shop:size": 3 } }, { config: null }]) {
      assert.throws(() => readIntent(configuration, "live"), {
        name: "Failure",
        message:
          "The configuration of stack 'live' has no 'classroom:regions', so nobody knows whom " +
          "its token API is for. Name a stack of the classroom program with --stack.",
      });
    }
  });
});
