// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: switches that another stack sets, nor those of an account that this program does not configure. */

import { configuration } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, violation } from "../../framework/finding";
import { forTypes } from "../../framework/for-types";
import type { Rule } from "../../framework/rule";
import { combined, type StatedSetting } from "../../joins/bucket-settings";
import { accessBlocks } from "../../joins/judged-bucket-settings";
import { judgeSwitches, switchedOn } from "../../predicates/access-switches";
import { type StackResource, written } from "../../resources/stack";

/** The types of access points, which AWS closes by itself unless a switch says otherwise. */
const accessPointTypes = [
  "aws:s3/accessPoint:AccessPoint",
  "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
  "aws-native:s3:AccessPoint",
  "aws-native:s3:MultiRegionAccessPoint",
  "aws-native:s3outposts:AccessPoint",
];

export const requirePublicAccessBlock: Rule = {
  name: "require-public-access-block",
  description:
    "Every bucket must have all four switches against public access on, in so many words.",
  rationale:
    "AWS closes new buckets by itself, but whoever may configure a bucket can open it again. The " +
    "four switches keep it closed whatever list, policy or website somebody tries, and they are the " +
    "evidence that somebody meant it to be.",
  severity: "high",
  controls: [
    fsbp("S3.8", "S3 general purpose buckets should block public access"),
    fsbp("S3.1", "S3 general purpose buckets should have block public access settings enabled"),
    nist("AC-3", "Access enforcement"),
    iso("A.8.3", "Information access restriction"),
    gdpr("Article 25(2)", "Personal data are by default not accessible to an indefinite number"),
  ],
  enforcementLevel: "mandatory",
  tags: ["s3", "public-access", "recordings"],
  remediationSteps:
    "Give the bucket an aws.s3.BucketPublicAccessBlock with all four switches true.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  configSchema: configuration("advisory"),
  validator: {
    stack: combined(
      accessBlocks.judges(() => switchedOn, judgeBlock),
      forTypes(accessPointTypes, judgeAccessPoint),
      {
        "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": (account) =>
          judgeSwitches(account, { state: "known", path: "", value: account.props }, "off"),
      },
    ),
  },
};

function judgeBlock({ resource, reading, of }: StatedSetting): readonly Finding[] {
  return reading.state === "absent"
    ? [
        violation(
          resource,
          reading.path,
          "is missing: nothing but a default closes the bucket",
          switchedOn,
        ),
      ]
    : judgeSwitches(resource, reading, "off", of);
}

function judgeAccessPoint(accessPoint: StackResource): readonly Finding[] {
  return [["publicAccessBlockConfiguration"], ["details", "publicAccessBlock"]]
    .flatMap((path) => written(accessPoint, ...path))
    .flatMap((block) => judgeSwitches(accessPoint, block, "on"));
}
