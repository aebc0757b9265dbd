// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireDeclaredTarget as rule } from "../../../../policies/rules/regions/require-declared-target";
import { from, one } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const vault = { type: "aws:s3/bucket:Bucket", properties: { bucket: "vault-bucket" } };
const trail = (s3BucketName: string) => one("aws:cloudtrail/trail:Trail", { s3BucketName });
const flowLog = (logDestination: string) => one("aws:ec2/flowLog:FlowLog", { logDestination });
const channel = (url: string) =>
  one("aws:medialive/channel:Channel", { destinations: [{ settings: [{ url }] }] });

const targets = (...patterns: string[]) =>
  ruleSpec(rule, {
    must: "it must be a bucket of this stack or one that the configuration names",
    configuration: { targets: patterns },
  });
const { complies, violates, undecided, exempted } = targets("arn:aws:s3:::archive-*");

describe("require-declared-target", () => {
  ruleSpec(rule).notApplicable({ "no target is configured": trail("somewhere") });

  complies({
    "flow logs that go to a log group of the stack": {
      group: { type: "aws:cloudwatch/logGroup:LogGroup" },
      ...flowLog(from("group.arn")),
    },
    "flow logs that go to a log group outside the stack": flowLog(
      "arn:aws:logs:eu-central-1:111122223333:log-group:flows",
    ),
    "a stream of video to another server": channel("rtmp://example.org/lessons"),
    "a copy from a bucket that is not declared": {
      vault,
      ...one("aws:s3/objectCopy:ObjectCopy", {
        bucket: "vault-bucket",
        source: "somewhere/lesson",
      }),
    },
  });

  for (const partition of ["aws", "aws-cn", "aws-us-gov"]) {
    targets(`arn:${partition}:s3:::archive-*`).complies({
      [`a bucket that the configuration names in the partition ${partition}`]: trail("archive-1"),
    });
  }

  violates({
    "a stream of video to a bucket that is not declared": [
      channel("s3ssl://somewhere/lessons"),
      "Channel 'it': 'destinations[0].settings[0].url' is the bucket somewhere",
    ],
  });

  targets().violates({
    "any bucket outside the stack, where the list is empty": [
      trail("archive-1"),
      "Trail 'it': 's3BucketName' is the bucket archive-1",
    ],
  });

  const bucketName = "Trail 'it': 's3BucketName' is";
  const foreign = trail(from("other.name"));

  undecided({
    "a bucket whose name comes from another stack": [
      { other: { type: "pulumi:pulumi:StackReference" }, ...foreign },
      bucketName,
    ],
    "a bucket whose name comes from a parameter": [
      { other: { type: "aws:ssm/parameter:Parameter" }, ...foreign },
      bucketName,
    ],
    "a bucket that was fetched": [
      { other: { type: "aws:s3/bucket:Bucket", external: true }, ...foreign },
      bucketName,
    ],
    "a name made from a bucket of the stack and from a parameter": [
      {
        vault,
        other: { type: "aws:ssm/parameter:Parameter" },
        ...trail(`${from("vault.bucket")}-${from("other.value")}`),
      },
      bucketName,
    ],
    "a name from a resource of a package other than AWS's": [
      { vault, other: { type: "my-aws:index:Bucket" }, ...foreign },
      bucketName,
    ],
  });

  exempted({
    "a trail that writes to another bucket, until a day": [
      trail("central"),
      "*::it",
      "central audit",
      "Trail 'it': 's3BucketName' is the bucket central",
    ],
  });
});
