// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { sourceBuckets, targetBuckets } from "../../../policies/joins/target-buckets";
import { stackOf } from "../../support/pack/judge";
import { from, type Phase, type Program } from "../../support/pack/program";

const program: Program = {
  vault: { type: "aws:s3/bucket:Bucket", properties: { bucket: "vault-bucket" } },
  group: { type: "aws:cloudwatch/logGroup:LogGroup" },
  table: {
    type: "aws:dynamodb/tableExport:TableExport",
    properties: { s3Bucket: from("vault.id") },
  },
  flows: { type: "aws:ec2/flowLog:FlowLog", properties: { logDestination: from("group.arn") } },
  queries: {
    type: "aws:athena/workgroup:Workgroup",
    properties: {
      configuration: { resultConfiguration: { outputLocation: "s3://vault-bucket/r" } },
    },
  },
  balancer: {
    type: "aws:lb/loadBalancer:LoadBalancer",
    properties: { accessLogs: { bucket: "elsewhere" }, connectionLogs: { bucket: "vault-bucket" } },
  },
  nativeBalancer: {
    type: "aws-native:elasticloadbalancingv2:LoadBalancer",
    properties: {
      loadBalancerAttributes: [
        { key: "idle_timeout.timeout_seconds", value: "60" },
        { key: "access_logs.s3.bucket", value: "vault-bucket" },
      ],
    },
  },
  copy: {
    type: "aws:s3/objectCopy:ObjectCopy",
    properties: { bucket: "elsewhere", source: "vault-bucket/lesson" },
  },
  laterCopy: {
    type: "aws:s3/objectCopy:ObjectCopy",
    properties: { bucket: "elsewhere", source: from("vault.id") },
  },
  queue: { type: "aws:sqs/queue:Queue" },
};

async function targetsOf(name: string, phase: Phase): Promise<string[]> {
  const { stack, resource } = await stackOf(program, phase);
  return targetBuckets(stack, resource(name)).map(
    ({ reference, buckets }) =>
      `${reference.path}: ${buckets.map((bucket) => bucket.name).join() || "none of the stack"}`,
  );
}

describe("target-buckets", () => {
  for (const phase of ["first preview", "deployed"] as const) {
    it(`follows a reference and a name to the bucket, in a ${phase}`, async () => {
      assert.deepEqual(await targetsOf("table", phase), ["s3Bucket: vault"]);
      assert.deepEqual(await targetsOf("queries", phase), [
        "configuration.resultConfiguration.outputLocation: vault",
      ]);
    });

    it(`lists every target, and none for what names none, in a ${phase}`, async () => {
      assert.deepEqual(await targetsOf("balancer", phase), [
        "accessLogs.bucket: none of the stack",
        "connectionLogs.bucket: vault",
      ]);
      assert.deepEqual(await targetsOf("queue", phase), []);
    });
  }

  it("takes a log group for no bucket once its ARN is known", async () => {
    assert.deepEqual(await targetsOf("flows", "first preview"), [
      "logDestination: none of the stack",
    ]);
    assert.deepEqual(await targetsOf("flows", "deployed"), []);
  });

  it("reads the buckets of aws-native's balancers from their attributes", async () => {
    assert.deepEqual(await targetsOf("nativeBalancer", "first preview"), [
      "loadBalancerAttributes[1].value: vault",
    ]);
  });

  it("tells the bucket that objects come from by its name, and not before it is known", async () => {
    const { stack, resource } = await stackOf(program, "first preview");
    const sourcesOf = (name: string) =>
      sourceBuckets(stack, resource(name)).map(({ buckets }) => buckets.map((one) => one.name));
    assert.deepEqual(sourcesOf("copy"), [["vault"]]);
    assert.deepEqual(sourcesOf("laterCopy"), []);
    assert.deepEqual(await targetsOf("copy", "first preview"), ["bucket: none of the stack"]);
  });
});
