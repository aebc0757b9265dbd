// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { configurationProblems, inputProblems } from "../../../local/stand-in/check";
import { type Properties, unknownValue } from "../../../local/stand-in/properties";
import { Sdk } from "../../../local/stand-in/sdk";
import { SDK_FOLDER } from "../../support/stand-in/aws-plugin";

const sdk = new Sdk(SDK_FOLDER);

function problems(token: string, inputs: Properties): string[] {
  const { inputs: declared } = sdk.resource(token) ?? assert.fail(token);
  return inputProblems(sdk, declared, inputs).map(
    ({ property, reason }) => `'${property}' ${reason}`,
  );
}

const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:iam/policy:Policy";

describe("local/stand-in/check", () => {
  const cases: { title: string; token?: string; inputs: Properties; expected: string[] }[] = [
    {
      title: "passes inputs that the SDK has",
      inputs: { bucket: "b", corsRules: [{ allowedMethods: ["GET"], allowedOrigins: ["*"] }] },
      expected: [],
    },
    {
      title: "refuses an input that the SDK does not have, and offers the nearest",
      inputs: { bukket: "b" },
      expected: ["'bukket' is not an input of the installed @pulumi/aws. Did you mean 'bucket'?"],
    },
    {
      title: "offers nothing when no input is near",
      inputs: { zebra: "b" },
      expected: ["'zebra' is not an input of the installed @pulumi/aws."],
    },
    {
      title: "refuses a missing input that the SDK requires",
      token: "aws:s3/bucketPolicy:BucketPolicy",
      inputs: { bucket: "b" },
      expected: ["'policy' is required and missing."],
    },
    {
      title: "looks into lists of blocks",
      inputs: { corsRules: [{ allowedMethods: ["GET"], allowedOrigin: ["*"] }] },
      expected: [
        "'corsRules[0].allowedOrigin' is not an input of the installed @pulumi/aws. Did you mean 'allowedOrigins'?",
        "'corsRules[0].allowedOrigins' is required and missing.",
      ],
    },
    {
      title: "looks into blocks of blocks",
      inputs: {
        serverSideEncryptionConfiguration: {
          rule: { applyServerSideEncryptionByDefault: { sseAlgoritm: "AES256" } },
        },
      },
      expected: [
        "'serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgoritm' " +
          "is not an input of the installed @pulumi/aws. Did you mean 'sseAlgorithm'?",
        "'serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm' " +
          "is required and missing.",
      ],
    },
    {
      title: "judges no value that is not known yet",
      inputs: { bucket: unknownValue, corsRules: unknownValue, website: unknownValue },
      expected: [],
    },
    {
      title: "lets maps have the keys they like",
      inputs: { tags: { "any key": "is good" } },
      expected: [],
    },
    {
      title: "looks into the blocks of a map",
      token: "aws:lex/v2modelsBotVersion:V2modelsBotVersion",
      inputs: { botId: "b", localeSpecification: { en_US: { sourceBotVersio: "1" } } },
      expected: [
        "'localeSpecification.en_US.sourceBotVersio' is not an input of the installed " +
          "@pulumi/aws. Did you mean 'sourceBotVersion'?",
        "'localeSpecification.en_US.sourceBotVersion' is required and missing.",
      ],
    },
    {
      title: "leaves a policy document to IAM, as text and as an object",
      token: POLICY,
      inputs: { policy: { Version: "2012-10-17", Anything: [{ goes: "here" }] } },
      expected: [],
    },
    {
      title: "passes what the plug-in itself adds to inputs",
      inputs: { __defaults: ["bucket"], bucket: "b", tagsAll: {} },
      expected: [],
    },
    {
      title: "has nothing to say about an archive",
      token: "aws:lambda/layerVersion:LayerVersion",
      inputs: {
        layerName: "l",
        code: { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7" },
      },
      expected: [],
    },
  ];
  for (const { title, token = BUCKET, inputs, expected } of cases) {
    it(title, () => assert.deepEqual(problems(token, inputs), expected));
  }

  describe("of a provider", () => {
    it("passes a configuration that the SDK has, and what the engine adds", () => {
      const configuration = { region: "eu-central-1", secretKey: "hush", version: "7.48.0" };
      assert.deepEqual(configurationProblems(sdk, configuration, {}), []);
    });

    it("refuses a key that the SDK does not have", () => {
      assert.deepEqual(configurationProblems(sdk, { regoin: "eu-central-1" }, {}), [
        "Provider aws: 'regoin' is not an input of the installed @pulumi/aws. Did you mean 'region'?",
      ]);
    });

    it("refuses a missing region", () => {
      assert.deepEqual(configurationProblems(sdk, {}, {}), [
        "Provider aws: 'region' must be a region of AWS, AWS China or AWS GovCloud, such as " +
          `eu-central-1, got "". Set it on the provider, or aws:region in the stack's ` +
          "configuration.",
      ]);
    });

    it("waits for a region that is not known yet", () => {
      assert.deepEqual(configurationProblems(sdk, { region: unknownValue }, {}), []);
    });
  });
});
