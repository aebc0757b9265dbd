// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { isLogTarget } from "../../../policies/joins/log-targets";
import { stackOf } from "../../support/pack/judge";
import { from, type Program, type ProgramResource } from "../../support/pack/program";

const bucket = (properties: ProgramResource["properties"] = {}): ProgramResource => ({
  type: "aws:s3/bucket:Bucket",
  properties,
});

async function assertLogTarget(
  expected: boolean,
  type: string,
  properties: ProgramResource["properties"],
  others: Program = {},
): Promise<void> {
  const source = { type, ...(properties && { properties }) };
  for (const phase of ["first preview", "deployed"] as const) {
    const program = { logs: bucket(), files: bucket(), ...others, source };
    const { stack, resource } = await stackOf(program, phase);
    assert.equal(isLogTarget(stack, resource("logs")), expected, phase);
    assert.equal(isLogTarget(stack, resource("files")), false, phase);
  }
}

describe("log-targets", () => {
  for (const type of [
    "aws:s3/bucketLogging:BucketLogging",
    "aws:s3/bucketLoggingV2:BucketLoggingV2",
  ]) {
    it(`knows the target of a ${type}`, async () => {
      await assertLogTarget(true, type, {
        bucket: from("files.id"),
        targetBucket: from("logs.id"),
      });
    });
  }

  const literally: Record<string, ProgramResource["properties"]> = {
    "aws:s3/bucketLogging:BucketLogging": {
      bucket: "a-bucket-of-another-stack",
      targetBucket: "class-logs",
    },
    "aws:s3/bucket:Bucket": { logging: { targetBucket: "class-logs" } },
    "aws-native:s3:Bucket": { loggingConfiguration: { destinationBucketName: "class-logs" } },
    "aws:lb/loadBalancer:LoadBalancer": { accessLogs: { enabled: true, bucket: "class-logs" } },
    "aws:elb/loadBalancer:LoadBalancer": { accessLogs: { bucket: "class-logs" } },
  };
  for (const [type, properties] of Object.entries(literally)) {
    it(`knows a target by its literal name in a ${type}`, () =>
      assertLogTarget(true, type, properties, { logs: bucket({ bucket: "class-logs" }) }));
  }

  it("knows the target of a bucket's own block, in both shapes", async () => {
    const block = { targetBucket: from("logs.bucket") };
    await assertLogTarget(true, "aws:s3/bucket:Bucket", { logging: block });
    await assertLogTarget(true, "aws:s3/bucketV2:BucketV2", { loggings: [block] });
  });

  for (const module of ["lb", "alb", "elasticloadbalancingv2", "applicationloadbalancing"]) {
    for (const block of ["accessLogs", "connectionLogs", "healthCheckLogs"]) {
      it(`knows the target of ${block} of a load balancer of the module ${module}`, async () => {
        const type = `aws:${module}/loadBalancer:LoadBalancer`;
        const target = { bucket: from("logs.id") };
        await assertLogTarget(true, type, { [block]: { ...target, enabled: true } });
        await assertLogTarget(false, type, { [block]: { ...target, enabled: false } });
        await assertLogTarget(false, type, { [block]: target });
      });
    }
  }

  for (const module of ["elb", "elasticloadbalancing"]) {
    it(`knows the target of a classic load balancer of the module ${module}`, async () => {
      const type = `aws:${module}/loadBalancer:LoadBalancer`;
      const target = { bucket: from("logs.id") };
      await assertLogTarget(true, type, { accessLogs: target });
      await assertLogTarget(false, type, { accessLogs: { ...target, enabled: false } });
    });
  }

  it("knows the target of a classic load balancer of aws-native", async () => {
    const type = "aws-native:elasticloadbalancing:LoadBalancer";
    const target = { s3BucketName: from("logs.id") };
    await assertLogTarget(true, type, { accessLoggingPolicy: { ...target, enabled: true } });
    await assertLogTarget(false, type, { accessLoggingPolicy: { ...target, enabled: false } });
  });

  for (const logs of ["access_logs", "connection_logs", "health_check_logs"]) {
    it(`knows the target of ${logs} of a load balancer of aws-native`, async () => {
      const type = "aws-native:elasticloadbalancingv2:LoadBalancer";
      const target = { key: `${logs}.s3.bucket`, value: from("logs.id") };
      const attributes = (value: string, key = logs) => ({
        loadBalancerAttributes: [{ key: `${key}.s3.enabled`, value }, target],
      });
      await assertLogTarget(true, type, attributes("true"));
      await assertLogTarget(false, type, attributes("false"));
      await assertLogTarget(false, type, attributes("true", "other_logs"));
      await assertLogTarget(false, type, { loadBalancerAttributes: [target] });
    });
  }

  it("does not take a trail's bucket for one: trails can use any key", async () => {
    await assertLogTarget(false, "aws:cloudtrail/trail:Trail", { s3BucketName: from("logs.id") });
  });

  it("does not take a bucket for one that only logs into itself", async () => {
    await assertLogTarget(false, "aws:s3/bucketLogging:BucketLogging", {
      bucket: from("logs.id"),
      targetBucket: from("logs.id"),
    });
    const { stack, resource } = await stackOf({
      files: bucket({ bucket: "class", logging: { targetBucket: "class" } }),
    });
    assert.equal(isLogTarget(stack, resource("files")), false);
  });

  it("does not take either of two buckets for one when the target is not known yet", async () => {
    const { stack, resource } = await stackOf({
      one: bucket({ bucketPrefix: "one-" }),
      two: bucket({ bucketPrefix: "two-" }),
      source: {
        type: "aws:s3/bucketLogging:BucketLogging",
        properties: { bucket: "class", targetBucket: from("one.id") + from("two.id") },
      },
    });
    assert.equal(isLogTarget(stack, resource("one")), false);
    assert.equal(isLogTarget(stack, resource("two")), false);
  });
});
