// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { awsRegionFacts } from "../../../components/regions/aws-regions";

describe("awsRegionFacts", () => {
  it("knows the partition's names outside China", () => {
    const facts = awsRegionFacts("eu-central-1");
    assert.deepEqual(
      [facts.partition, facts.dnsSuffix, facts.lambdaArchitecture, facts.lambdaRuntime],
      ["aws", "amazonaws.com", "arm64", "nodejs24.x"],
    );
    assert.deepEqual(
      (["execute-api", "secretsmanager", "dynamodb", "s3"] as const).map(facts.endpointServiceName),
      ["execute-api", "secretsmanager", "dynamodb", "s3"].map(
        (service) => `com.amazonaws.eu-central-1.${service}`,
      ),
    );
    assert.equal(facts.regionalServicePrincipal("logs"), "logs.eu-central-1.amazonaws.com");
    assert.deepEqual(facts.viaService("s3"), ["s3.eu-central-1.amazonaws.com"]);
  });

  it("knows the partition's names in China, where only some endpoints carry its prefix", () => {
    const facts = awsRegionFacts("cn-northwest-1");
    assert.deepEqual(
      [facts.partition, facts.dnsSuffix, facts.lambdaArchitecture, facts.lambdaRuntime],
      ["aws-cn", "amazonaws.com.cn", "x86_64", "nodejs22.x"],
    );
    assert.deepEqual(
      (["execute-api", "secretsmanager", "dynamodb", "s3"] as const).map(facts.endpointServiceName),
      [
        "cn.com.amazonaws.cn-northwest-1.execute-api",
        "com.amazonaws.cn-northwest-1.secretsmanager",
        "com.amazonaws.cn-northwest-1.dynamodb",
        "com.amazonaws.cn-northwest-1.s3",
      ],
    );
    assert.equal(facts.regionalServicePrincipal("logs"), "logs.cn-northwest-1.amazonaws.com.cn");
    assert.deepEqual(facts.viaService("s3"), [
      "s3.cn-northwest-1.amazonaws.com.cn",
      "s3.cn-northwest-1.amazonaws.com",
    ]);
  });

  it("lists what AWS does not offer in China, and nothing elsewhere", () => {
    const missing = awsRegionFacts("cn-north-1").missingFeatures.map(({ type }) => type);
    assert.ok(missing.includes("aws:lambda/functionUrl:FunctionUrl"));
    assert.ok(missing.includes("aws:apigateway/authorizer:Authorizer"));
    assert.deepEqual(awsRegionFacts("eu-central-1").missingFeatures, []);
  });

  it("gives global service principals one name everywhere", () => {
    for (const region of ["eu-central-1", "cn-northwest-1"]) {
      const { servicePrincipal } = awsRegionFacts(region);
      assert.equal(servicePrincipal("cloudtrail"), "cloudtrail.amazonaws.com");
    }
  });

  it("knows the numbers of Agora's recorder, and the regions that have none", () => {
    const numbers = [
      "us-east-1",
      "us-west-1",
      "eu-central-1",
      "ap-southeast-1",
      "cn-north-1",
      "cn-northwest-1",
      "eu-south-1",
      "ca-west-1",
      "eu-central-2",
    ].map((region) => awsRegionFacts(region).agoraStorageNumber);
    assert.deepEqual(numbers, [0, 2, 7, 8, 15, 16, 25, undefined, undefined]);
  });
});
