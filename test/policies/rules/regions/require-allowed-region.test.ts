// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireAllowedRegion as rule } from "../../../../policies/rules/regions/require-allowed-region";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const configuration = { regions: ["eu-central-1", "eu-west-1"] };
const must = "it must be one of eu-central-1, eu-west-1";
const isElsewhere = (what: string) => violationOf(rule, `${what}; ${must}`);
const complies = (program: Program) => assertCompliant(rule, program, { configuration });
const says = (program: Program, message: string) =>
  assertAlwaysSays(rule, program, [message], { configuration });

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

describe("require-allowed-region", () => {
  it("not applicable: no region is configured", () =>
    assertNotApplicable(rule, queue({ region: "us-east-1" })));

  it("not applicable: resources of other packages", () =>
    assertNotApplicable(rule, { file: { type: "gcp:storage/bucket:Bucket" } }));

  const compliant: Record<string, Program> = {
    "the provider's region is allowed": queue({}, "frankfurt"),
    "the resource's own region is allowed": queue({ region: "eu-west-1" }),
    "the resource's own region goes before its provider's": queue(
      { region: "eu-west-1" },
      "virginia",
    ),
    "an empty region of its own, as AWS reads it back": queue({ region: "" }, "frankfurt"),
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
    "a role of aws-native is in no region": { role: { type: "aws-native:iam:Role" } },
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => complies(program));
  }

  it("violation: every region, where the list is empty", () =>
    assertAlwaysSays(
      rule,
      queue({ region: "us-east-1" }),
      [violationOf(rule, "Queue 'queue': 'region' is us-east-1; it must be in no region at all")],
      { configuration: { regions: [] } },
    ));

  const violations: Record<string, [Program, string]> = {
    "the resource's own region is another": [
      queue({ region: "us-east-1" }),
      "Queue 'queue': 'region' is us-east-1",
    ],
    "its own region goes before its provider's": [
      queue({ region: "us-east-1" }, "frankfurt"),
      "Queue 'queue': 'region' is us-east-1",
    ],
    "a subscription of aws-native says where its topic is, and not where it is itself": [
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
    "a zone's resolver, in a module of names, is in a region": [
      { resolver: { type: "aws:route53/resolverEndpoint:ResolverEndpoint" } },
      "ResolverEndpoint 'resolver': 'region' is missing, on the resource and on its provider",
    ],
  };
  for (const [shape, [program, what]] of Object.entries(violations)) {
    it(`violation: ${shape}`, () => says(program, isElsewhere(what)));
  }

  const unknown: Record<string, Program> = {
    "its own region is not known": {
      command: { type: "command:local:Command" },
      ...queue({ region: from("command.stdout") }, "frankfurt"),
    },
    "its provider's region is not known": {
      command: { type: "command:local:Command" },
      somewhere: { type: "pulumi:providers:aws", properties: { region: from("command.stdout") } },
      ...queue({}, "somewhere"),
    },
  };
  for (const [shape, program] of Object.entries(unknown)) {
    it(`undecidable, which counts like a violation: ${shape}`, () =>
      assertSays(rule, program, [undecidedOf("Queue 'queue': 'region' is", must)], {
        configuration,
        phase: "first preview",
      }));
  }

  it("exempted: a queue that may be elsewhere until a day", () =>
    assertAlwaysSays(
      rule,
      queue({ region: "us-east-1" }),
      ["Exempted: Queue 'queue': 'region' is us-east-1; allowed until 2026-12-31 because: moving"],
      {
        configuration: {
          ...configuration,
          exemptions: [{ urn: "*::queue", reason: "moving", expires: "2026-12-31" }],
        },
      },
    ));
});
