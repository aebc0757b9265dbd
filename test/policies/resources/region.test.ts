// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { textOf } from "../../../policies/resources/reading";
import { ownRegionOf, regionIn, regionOf } from "../../../policies/resources/region";
import type { StackResource } from "../../../policies/resources/stack";
import { stackOf } from "../../support/pack/judge";
import { from, type Program, UNKNOWN } from "../../support/pack/program";

describe("region", () => {
  it("is not asked of a resource of aws-native by itself", () => {
    const native = { type: "aws-native:sns:Subscription", name: "it", urn: "urn" };
    assert.deepEqual(ownRegionOf({ ...native, props: { region: "eu-west-1" } }), {
      state: "absent",
      path: "region",
    });
  });

  it("that is not known is the provider's only where the program does not write it", () => {
    const bucket = {
      type: "aws:s3/bucket:Bucket",
      name: "it",
      urn: "urn",
      props: unknownCheckingProxy({ region: UNKNOWN }),
    };
    const provider = { type: "aws", name: "frankfurt", props: { region: "eu-central-1" } };
    const inStack = { ...bucket, provider, dependencies: [], opts: {} };
    const regions = [
      bucket,
      { ...inStack, propertyDependencies: { region: [] } },
      { ...inStack, propertyDependencies: {} },
    ].map((resource) => regionOf(resource as unknown as StackResource));
    assert.deepEqual(
      regions.map((reading) => textOf(reading) ?? reading.state),
      ["unknown", "unknown", "eu-central-1"],
    );
  });

  const texts: Record<string, string | undefined> = {
    "arn:aws:sqs:eu-central-1:111122223333:lessons": "eu-central-1",
    "arn:aws-cn:kms:cn-north-1:111122223333:key/1": "cn-north-1",
    "arn:aws:s3:::recordings": undefined,
    "arn:aws:iam::111122223333:role/backend": undefined,
    "https://sqs.ap-southeast-1.amazonaws.com/111122223333/lessons": "ap-southeast-1",
    "111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/tokens:1": "us-gov-west-1",
    "com.amazonaws.eu-west-1.execute-api": "eu-west-1",
    "cn.com.amazonaws.cn-northwest-1.execute-api": "cn-northwest-1",
    "com.amazonaws.vpce.us-east-2.vpce-svc-0123456789abcdef0": "us-east-2",
    "https://abc.lambda-url.us-east-1.on.aws/": "us-east-1",
    "https://lessons.auth.eu-west-1.amazoncognito.com": "eu-west-1",
    "abc.eu-west-1.awsapprunner.com": "eu-west-1",
    "lessons.eu-west-1.elasticbeanstalk.com": "eu-west-1",
    "aws.sagemaker.us-east-1.notebook": "us-east-1",
    "https://s3-us-west-2.amazonaws.com/recordings": "us-west-2",
    "recordings.s3-website-us-west-2.amazonaws.com": "us-west-2",
    "https://SQS.EU-WEST-1.AMAZONAWS.COM/111122223333/lessons": "eu-west-1",
    "https://user:name@sqs.eu-west-1.amazonaws.com/111122223333/lessons": "eu-west-1",
    "https://not-amazonaws.example.com/eu-west-1": undefined,
    "https://example.com/amazonaws/eu-west-1": undefined,
    "my-database-1": undefined,
    "https://example.com/eu-west-1": undefined,
    "": undefined,
  };
  for (const [text, region] of Object.entries(texts)) {
    it(`in '${text}' is ${region ?? "none"}`, () => assert.equal(regionIn(text), region));
  }

  const frankfurt = { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } };
  const program: Program = {
    frankfurt,
    other: { type: "aws:sqs/queue:Queue" },
    here: { type: "aws:s3/bucket:Bucket", options: { provider: from("frankfurt") } },
    there: {
      type: "aws:s3/bucket:Bucket",
      properties: { region: "eu-west-1" },
      options: { provider: from("frankfurt") },
    },
    subscription: {
      type: "aws-native:sns:Subscription",
      properties: { region: "eu-west-1" },
      options: { provider: from("native") },
    },
    native: { type: "pulumi:providers:aws-native", properties: { region: "eu-central-1" } },
    later: {
      type: "aws:s3/bucket:Bucket",
      properties: { region: from("other.region") },
      options: { provider: from("frankfurt") },
    },
  };
  it("of a resource in a stack is its own, else its provider's", async () => {
    const { resource } = await stackOf(program);
    const regions = ["here", "there", "subscription", "later", "other"].map((name) =>
      regionOf(resource(name)),
    );
    assert.deepEqual(regions.map(textOf), [
      "eu-central-1",
      "eu-west-1",
      "eu-central-1",
      undefined,
      undefined,
    ]);
    assert.deepEqual(
      regions.map(({ state }) => state),
      ["known", "known", "known", "unknown", "absent"],
    );
  });
});
