// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { propertyNameOf, typeTokenOf } from "../../../../policies/resources/cloudformation/names";

describe("policies/resources/cloudformation/names", () => {
  const properties: Readonly<Record<string, string>> = {
    BucketName: "bucketName",
    SSEAlgorithm: "sseAlgorithm",
    KMSMasterKeyID: "kmsMasterKeyId",
    SubnetIDs: "subnetIds",
    SomeARNs: "someArns",
    S3BucketName: "s3BucketName",
    VPCOptions: "vpcOptions",
    UseEC2Please: "useEc2Please",
    Ipv6CidrBlock: "ipv6CidrBlock",
    ACL: "acl",
    already: "already",
    "": "",
  };
  for (const [name, expected] of Object.entries(properties)) {
    it(`calls the property '${name}' '${expected}'`, () => {
      assert.equal(propertyNameOf(name), expected);
    });
  }

  const types: Readonly<Record<string, string | undefined>> = {
    "AWS::S3::Bucket": "aws-native:s3:Bucket",
    "AWS::RDS::DBInstance": "aws-native:rds:DbInstance",
    "AWS::EC2::VPCEndpoint": "aws-native:ec2:VpcEndpoint",
    "AWS::Config::ConfigRule": "aws-native:configuration:ConfigRule",
    "Custom::Seed": undefined,
    "Acme::S3::Bucket": undefined,
    "AWS::S3": undefined,
    "AWS::S3::Bucket::MODULE": undefined,
  };
  for (const [type, expected] of Object.entries(types)) {
    it(`calls the type '${type}' ${expected ?? "nothing, since the provider has none"}`, () => {
      assert.equal(typeTokenOf(type), expected);
    });
  }
});
