// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireAllowedRegion as rule } from "../../../../policies/rules/regions/require-allowed-region";
import { from, one, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const frankfurt = { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } };
const virginia = { type: "pulumi:providers:aws", properties: { region: "us-east-1" } };

/** A queue with a region of its own, its provider's, both or none. */
const queue = (properties: ProgramResource["properties"], provider?: string): Program => ({
  frankfurt,
  virginia,
  queue: {
    type: "aws:sqs/queue:Queue",
    ...(properties && { properties }),
    ...(provider !== undefined && { options: { provider: from(provider) } }),
  },
});

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "it must be one of eu-central-1, eu-west-1",
  configuration: { regions: ["eu-central-1", "eu-west-1"] },
});
const noRegion = ruleSpec(rule, {
  must: "it must be in no region at all",
  configuration: { regions: [] },
});

describe("require-allowed-region", () => {
  ruleSpec(rule).notApplicable({
    "no region is configured": [queue({ region: "us-east-1" }), one("gcp:storage/bucket:Bucket")],
  });

  notApplicable({ "resources of other packages": one("gcp:storage/bucket:Bucket") });

  complies({
    "the provider's region is allowed": queue({}, "frankfurt"),
    "the resource's own region is allowed": queue({ region: "eu-west-1" }),
    "the resource's own, allowed region overrides its provider's": queue(
      { region: "eu-west-1" },
      "virginia",
    ),
    "the resource's own region is read back empty": queue({ region: "" }, "frankfurt"),
    "a role is in no region": {
      virginia,
      role: { type: "aws:iam/role:Role", options: { provider: from("virginia") } },
    },
    "the account's public access block is in no region": {
      virginia,
      block: {
        type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
        options: { provider: from("virginia") },
      },
    },
    "a role of aws-native is in no region": one("aws-native:iam:Role"),
  });

  noRegion.violates({
    "any region, where the list is empty": [
      queue({ region: "us-east-1" }),
      "Queue 'queue': 'region' is us-east-1",
    ],
  });

  violates({
    "the resource's own region is another": [
      queue({ region: "us-east-1" }),
      "Queue 'queue': 'region' is us-east-1",
    ],
    "the resource's own region overrides its provider's": [
      queue({ region: "us-east-1" }, "frankfurt"),
      "Queue 'queue': 'region' is us-east-1",
    ],
    "the region of an aws-native subscription is that of its topic, not its own": [
      {
        native: { type: "pulumi:providers:aws-native", properties: { region: "us-east-1" } },
        thing: {
          type: "aws-native:sns:Subscription",
          properties: { region: "eu-central-1" },
          options: { provider: from("native") },
        },
      },
      "Subscription 'thing': 'region' is us-east-1, from its provider 'native'",
    ],
    "the provider's region is another": [
      queue({}, "virginia"),
      "Queue 'queue': 'region' is us-east-1, from its provider 'virginia'",
    ],
    "neither the resource nor its provider names a region": [
      queue(undefined),
      "Queue 'queue': 'region' is missing, on the resource and on its provider",
    ],
    "a resource of aws-native": [
      {
        virginia: { type: "pulumi:providers:aws-native", properties: { region: "us-east-1" } },
        files: { type: "aws-native:s3:Bucket", options: { provider: from("virginia") } },
      },
      "Bucket 'files': 'region' is us-east-1, from its provider 'virginia'",
    ],
    "a resolver endpoint, which is in a region although its module is global": [
      one("aws:route53/resolverEndpoint:ResolverEndpoint"),
      "ResolverEndpoint 'it': 'region' is missing, on the resource and on its provider",
    ],
  });

  undecided({
    "its own region is not known": [
      queue({ region: from("command.stdout") }, "frankfurt"),
      "Queue 'queue': 'region' is",
    ],
    "its provider's region is not known": [
      {
        somewhere: { type: "pulumi:providers:aws", properties: { region: from("command.stdout") } },
        ...queue({}, "somewhere"),
      },
      "Queue 'queue': 'region' is",
    ],
  });

  exempted({
    "a queue in another region, until a day": [
      queue({ region: "us-east-1" }),
      "*::queue",
      "moving",
      "Queue 'queue': 'region' is us-east-1",
    ],
  });
});
