// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireStandardTags as rule } from "../../../../policies/rules/privacy/require-standard-tags";
import { from, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const both = { owner: "platform", residency: "EU" };
const properties = { defaultTags: { tags: both } };
const providers: Program = {
  native: { type: "pulumi:providers:aws-native", properties },
  tagging: { type: "pulumi:providers:aws", properties },
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

const { complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "it must carry owner, residency",
  configuration: { tags: ["owner", "residency"] },
});

describe("require-standard-tags", () => {
  ruleSpec(rule).notApplicable({ "no tag is configured": one("aws:sqs/queue:Queue", undefined) });

  complies({
    "both tags on the resource": one("aws:sqs/queue:Queue", both),
    "both tags from the provider": one("aws:sqs/queue:Queue", undefined, "tagging"),
    "one tag on the resource and one from the provider": {
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
    "a list of tags of aws-native": one("aws-native:sqs:Queue", listed(both)),
    "a map of tags of aws-native": one("aws-native:apigatewayv2:Api", both),
    "a resource of aws-native that takes no tags": one("aws-native:s3:BucketPolicy", undefined),
    "both tags from the provider of aws-native": one("aws-native:sqs:Queue", undefined, "native"),
    "tags of aws-native under another name": {
      thing: { type: "aws-native:efs:FileSystem", properties: { fileSystemTags: listed(both) } },
    },
    "a map of tags of aws-native under another name": {
      thing: { type: "aws-native:backup:BackupVault", properties: { backupVaultTags: both } },
    },
  });

  violates({
    "no tags at all": [
      one("aws:sqs/queue:Queue", undefined),
      "Queue 'thing': 'tags' is without owner, residency",
    ],
    "one tag only": [
      one("aws:sqs/queue:Queue", { owner: "platform" }),
      "Queue 'thing': 'tags' is without residency",
    ],
    "another letter case, which is another tag": [
      one("aws:sqs/queue:Queue", { Owner: "platform", residency: "EU" }),
      "Queue 'thing': 'tags' is without owner",
    ],
    "an empty value": [
      one("aws:sqs/queue:Queue", { owner: "", residency: "EU" }),
      "Queue 'thing': 'tags' is without owner",
    ],
    "a value of blanks only": [
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
    "tags of aws-native under a name that the type does not have": [
      one("aws-native:efs:FileSystem", both),
      "FileSystem 'thing': 'fileSystemTags' is without owner, residency",
    ],
    "a resource of aws-native that its provider's default tags do not reach": [
      one("aws-native:glue:Crawler", undefined, "native"),
      "Crawler 'thing': 'tags' is without owner, residency",
    ],
    "a list of tags of aws-native without one of them": [
      one("aws-native:sqs:Queue", listed({ owner: "platform" })),
      "Queue 'thing': 'tags' is without residency",
    ],
  });

  undecided({
    "a map of tags that is not known": [
      one("aws:sqs/queue:Queue", from("other.id")),
      "Queue 'thing': 'tags' is",
    ],
  });

  exempted({
    "a queue without tags, until a day": [
      one("aws:sqs/queue:Queue", undefined),
      "*::thing",
      "moving",
      "Queue 'thing': 'tags' is without owner, residency",
    ],
  });
});
