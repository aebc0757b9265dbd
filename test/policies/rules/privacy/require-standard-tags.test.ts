// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireStandardTags as rule } from "../../../../policies/rules/privacy/require-standard-tags";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const configuration = { tags: ["owner", "residency"] };
const must = "it must carry owner, residency";
const lacks = (what: string) => violationOf(rule, `${what}; ${must}`);
const providers: Program = {
  native: {
    type: "pulumi:providers:aws-native",
    properties: { defaultTags: { tags: { owner: "platform", residency: "EU" } } },
  },
  tagging: {
    type: "pulumi:providers:aws",
    properties: { defaultTags: { tags: { owner: "platform", residency: "EU" } } },
  },
};
const listed = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));
const one = (type: string, tags: unknown, provider?: string): Program => ({
  ...providers,
  other: { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment" },
  thing: {
    type,
    ...(tags !== undefined && { properties: { tags } }),
    ...(provider !== undefined && { options: { provider: from(provider) } }),
  } as ProgramResource,
});

describe("require-standard-tags", () => {
  it("not applicable: no tag is configured", () =>
    assertNotApplicable(rule, one("aws:sqs/queue:Queue", undefined)));

  const both = { owner: "platform", residency: "EU" };
  const compliant: Record<string, Program> = {
    "both tags on the resource": one("aws:sqs/queue:Queue", both),
    "both tags from the provider": one("aws:sqs/queue:Queue", undefined, "tagging"),
    "one of each": {
      half: {
        type: "pulumi:providers:aws",
        properties: { defaultTags: { tags: { owner: "platform" } } },
      },
      ...one("aws:sqs/queue:Queue", { residency: "EU" }, "half"),
    },
    "a value that is not known yet": one("aws:sqs/queue:Queue", {
      owner: from("other.id"),
      residency: "EU",
    }),
    "a type that takes no tags": one("aws:s3/bucketPolicy:BucketPolicy", undefined),
    "tags of an Auto Scaling group": one("aws:autoscaling/group:Group", [
      { key: "owner", value: "platform", propagateAtLaunch: true },
      { key: "residency", value: "EU", propagateAtLaunch: true },
    ]),
    "a list of tags of aws-native": one("aws-native:sqs:Queue", [
      { key: "owner", value: "platform" },
      { key: "residency", value: "EU" },
    ]),
    "a map of tags of aws-native": one("aws-native:apigatewayv2:Api", both),
    "a resource of aws-native that takes no tags": one("aws-native:s3:BucketPolicy", undefined),
    "both tags from the provider of aws-native": one("aws-native:sqs:Queue", undefined, "native"),
    "tags of aws-native under another name": {
      thing: { type: "aws-native:efs:FileSystem", properties: { fileSystemTags: listed(both) } },
    },
    "a map of tags of aws-native under another name": {
      thing: { type: "aws-native:backup:BackupVault", properties: { backupVaultTags: both } },
    },
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program, { configuration }));
  }

  const violations: Record<string, [Program, string]> = {
    "no tags at all": [
      one("aws:sqs/queue:Queue", undefined),
      "Queue 'thing': 'tags' is without owner, residency",
    ],
    "one tag only": [
      one("aws:sqs/queue:Queue", { owner: "platform" }),
      "Queue 'thing': 'tags' is without residency",
    ],
    "another letter case, which makes another tag": [
      one("aws:sqs/queue:Queue", { Owner: "platform", residency: "EU" }),
      "Queue 'thing': 'tags' is without owner",
    ],
    "an empty value": [
      one("aws:sqs/queue:Queue", { owner: "", residency: "EU" }),
      "Queue 'thing': 'tags' is without owner",
    ],
    "a value of nothing but blanks": [
      one("aws:sqs/queue:Queue", { owner: "  ", residency: "EU" }),
      "Queue 'thing': 'tags' is without owner",
    ],
    "an Auto Scaling group, which default tags do not reach": [
      one("aws:autoscaling/group:Group", undefined, "tagging"),
      "Group 'thing': 'tags' is without owner, residency",
    ],
    "no tags at all on a resource of aws-native": [
      one("aws-native:sqs:Queue", undefined),
      "Queue 'thing': 'tags' is without owner, residency",
    ],
    "no tags of aws-native under another name": [
      one("aws-native:efs:FileSystem", both),
      "FileSystem 'thing': 'fileSystemTags' is without owner, residency",
    ],
    "a resource of aws-native that its provider's default tags do not reach": [
      one("aws-native:glue:Crawler", undefined, "native"),
      "Crawler 'thing': 'tags' is without owner, residency",
    ],
    "a list of aws-native that lacks one": [
      one("aws-native:sqs:Queue", [{ key: "owner", value: "platform" }]),
      "Queue 'thing': 'tags' is without residency",
    ],
  };
  for (const [shape, [program, what]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () =>
      assertAlwaysSays(rule, program, [lacks(what)], { configuration }));
  }

  it("undecidable: a map of tags that is not known", () =>
    assertSays(
      rule,
      one("aws:sqs/queue:Queue", from("other.id")),
      [undecidedOf("Queue 'thing': 'tags' is", must)],
      { configuration },
    ));

  it("exempted: a queue that may go without until a day", () =>
    assertAlwaysSays(
      rule,
      one("aws:sqs/queue:Queue", undefined),
      [
        "Exempted: Queue 'thing': 'tags' is without owner, residency; allowed until 2026-12-31 because: moving",
      ],
      {
        configuration: {
          ...configuration,
          exemptions: [{ urn: "*::thing", reason: "moving", expires: "2026-12-31" }],
        },
      },
    ));
});
