// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The policy pack: `pulumi preview --policy-pack policies` starts this file, compiled. */

import { PolicyPack } from "@pulumi/policy";
import { fixes } from "./fixes";
import { fixPolicyOf } from "./framework/fix";
import { refuseStaleBuild } from "./framework/freshness";
import { policyOf } from "./framework/policy";
import { withEmbedded } from "./resources/embedded-resources";
import { rules } from "./rules";

refuseStaleBuild(__dirname);

new PolicyPack("agora-classroom", {
  displayName: "Agora Flexible Classroom on AWS",
  description:
    "Rejects public token endpoints, unencrypted storage and other breaks of Agora's security checklist.",
  provider: "AWS",
  tags: ["agora", "aws", "s3", "apigateway"],
  policies: [
    ...rules.map((rule) => policyOf(rule, { expand: withEmbedded })),
    ...fixes.map((fix) => fixPolicyOf(fix)),
  ],
});
