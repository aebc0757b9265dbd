// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidCrossRegionCopy as rule } from "../../../../policies/rules/regions/forbid-cross-region-copy";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Properties = NonNullable<ProgramResource["properties"]>;

const must = "data must stay in the region of the resource";
const providers: Program = {
  frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
  virginia: { type: "pulumi:providers:aws", properties: { region: "us-east-1" } },
};
const inFrankfurt = (type: string, properties: Properties = {}): ProgramResource => ({
  type,
  properties,
  options: { provider: from("frankfurt") },
});
const inVirginia = (type: string, properties: Properties = {}): ProgramResource => ({
  type,
  properties,
  options: { provider: from("virginia") },
});
const one = (type: string, properties: Properties): Program => ({
  ...providers,
  thing: inFrankfurt(type, properties),
});
const trail = "aws:cloudtrail/trail:Trail";
const dataEvents = {
  eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }],
};
const leaves = (what: string) => violationOf(rule, `${what}; ${must}, eu-central-1`);
const spans = (what: string) => violationOf(rule, `${what}; ${must}`);

describe("forbid-cross-region-copy", () => {
  it("not applicable: nothing that could copy", () =>
    assertNotApplicable(rule, one("aws:iam/role:Role", {})));

  const spanning: Record<string, [Program, string]> = {
    "a multi-region key": [
      one("aws:kms/key:Key", { multiRegion: true }),
      "Key 'thing': 'multiRegion' is true, which lets the key be replicated to other regions",
    ],
    "a global database": [
      one("aws:rds/globalCluster:GlobalCluster", { globalClusterIdentifier: "lessons" }),
      "GlobalCluster 'thing': 'type' is there to span regions",
    ],
    "an index over all regions": [
      one("aws:resourceexplorer/index:Index", { type: "AGGREGATOR" }),
      "Index 'thing': 'type' is AGGREGATOR, which collects the names and tags of every region",
    ],
    "a guardrail that checks elsewhere": [
      one("aws:bedrock/guardrail:Guardrail", {
        crossRegionConfig: { guardrailProfileIdentifier: "eu.guardrail.v1:0" },
      }),
      "Guardrail 'thing': 'crossRegionConfig' is set, which sends what it checks to other regions",
    ],
    "an event store of all regions' data events, which is what it does by itself": [
      one("aws:cloudtrail/eventDataStore:EventDataStore", {
        advancedEventSelectors: [
          { fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] },
        ],
      }),
      "EventDataStore 'thing': 'multiRegionEnabled' is missing, which means true, and data events of every region are recorded",
    ],
    "a trail of all regions' data events": [
      one(trail, { isMultiRegionTrail: true, ...dataEvents }),
      "Trail 'thing': 'isMultiRegionTrail' is true, and data events of every region are recorded",
    ],
  };
  for (const [shape, [program, what]] of Object.entries(spanning)) {
    it(`violation: ${shape}`, () => assertAlwaysSays(rule, program, [spans(what)]));
  }

  const compliant: Record<string, Program> = {
    "a key of one region": one("aws:kms/key:Key", { multiRegion: false }),
    "an index of its own region": one("aws:resourceexplorer/index:Index", { type: "LOCAL" }),
    "a secret without replicas": one("aws:secretsmanager/secret:Secret", { replicas: [] }),
    "a trail of all regions' management events": one(trail, { isMultiRegionTrail: true }),
    "a trail of one region's data events": one(trail, dataEvents),
    "a trail that is told to stay in one region": one(trail, {
      isMultiRegionTrail: false,
      ...dataEvents,
    }),
    "an empty text in place of a region": one("aws:secretsmanager/secret:Secret", {
      replicas: [{ region: "" }],
    }),
    "an empty text in place of a cluster to join": one("aws:docdb/cluster:Cluster", {
      globalClusterIdentifier: "",
    }),
    "an event store of all regions' management events": one(
      "aws:cloudtrail/eventDataStore:EventDataStore",
      {},
    ),
    "an e-mail subscription": one("aws:sns/topicSubscription:TopicSubscription", {
      protocol: "email",
      endpoint: "operations@example.com",
    }),
    "a redrive policy that is no JSON": one("aws:sqs/queue:Queue", { redrivePolicy: "{" }),
    "a bucket of another stack, which another rule asks about": one("aws:s3/inventory:Inventory", {
      destination: { bucket: { bucketArn: "arn:aws:s3:::somewhere" } },
    }),
  };
  for (const [shape, program] of Object.entries(compliant)) {
    it(`compliant: ${shape}`, () => assertCompliant(rule, program));
  }

  describe("siblings in the same program", () => {
    const replication = (destination: string): Program => ({
      ...providers,
      near: inFrankfurt("aws:s3/bucket:Bucket"),
      far: inVirginia("aws:s3/bucket:Bucket", { bucket: "far-bucket" }),
      farKey: inVirginia("aws:kms/key:Key"),
      thing: inFrankfurt("aws:s3/bucketReplicationConfig:BucketReplicationConfig", {
        rules: [{ destination: { bucket: destination } }],
      }),
    });
    const isFar =
      "BucketReplicationConfig 'thing': 'rules[0].destination.bucket' is Bucket 'far', which is in us-east-1";

    it("compliant: a replica in a bucket of the same region", () =>
      assertCompliant(rule, replication(from("near.arn"))));

    for (const [spelling, destination] of Object.entries({
      "by its ARN, unknown at first": from("far.arn"),
      "by its name, known from the start": "arn:aws:s3:::far-bucket",
    })) {
      it(`violation: a replica in a bucket of another region, ${spelling}`, () =>
        assertSays(rule, replication(destination), [leaves(isFar)], {
          phase: "first preview",
        }));
    }

    const copy = (source: string): Program => ({
      ...providers,
      near: inFrankfurt("aws:s3/bucket:Bucket", { bucket: "near-bucket" }),
      far: inVirginia("aws:s3/bucket:Bucket", { bucket: "far-bucket" }),
      object: inVirginia("aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "far-bucket" }),
      thing: inFrankfurt("aws:s3/objectCopy:ObjectCopy", { bucket: "near-bucket", source }),
    });
    for (const source of ["far-bucket/lesson", "/far-bucket/lesson"]) {
      it(`violation: a copy from a bucket of another region, ${source}`, () =>
        assertAlwaysSays(rule, copy(source), [
          leaves("ObjectCopy 'thing': 'source' is Bucket 'far', which is in us-east-1"),
        ]));
    }
    it("violation: a copy from another region's access point", () =>
      assertAlwaysSays(
        rule,
        copy("arn:aws:s3:us-east-1:111122223333:accesspoint/lessons/object/lesson"),
        [leaves("ObjectCopy 'thing': 'source' lies in us-east-1")],
      ));
    for (const [from_, name] of [
      ["far.id", "Bucket 'far'"],
      ["object.id", "BucketObjectv2 'object'"],
    ] as const) {
      it(`violation: a copy from ${name} of another region, unknown at first`, () =>
        assertSays(rule, copy(from(from_)), [
          leaves(`ObjectCopy 'thing': 'source' is ${name}, which is in us-east-1`),
        ]));
    }
    for (const source of [from("near.id"), "near-bucket/lesson", "elsewhere/lesson"]) {
      it(`compliant: a copy from a bucket of the same region or of nobody here, ${source}`, () =>
        assertCompliant(rule, copy(source)));
    }

    it("violation: a table that is filled from a bucket of another region", () =>
      assertAlwaysSays(
        rule,
        {
          ...providers,
          far: inVirginia("aws:s3/bucket:Bucket", { bucket: "far-bucket" }),
          thing: inFrankfurt("aws:dynamodb/table:Table", {
            importTable: { s3BucketSource: { bucket: "far-bucket" } },
          }),
        },
        [
          leaves(
            "Table 'thing': 'importTable.s3BucketSource.bucket' is Bucket 'far', which is in us-east-1",
          ),
        ],
      ));

    it("violation: a queue that comes from another region's provider", () =>
      assertSays(
        rule,
        {
          ...providers,
          queue: inVirginia("aws:sqs/queue:Queue"),
          thing: inFrankfurt("aws:sns/topicSubscription:TopicSubscription", {
            endpoint: from("queue.arn"),
          }),
        },
        [leaves("TopicSubscription 'thing': 'endpoint' is Queue 'queue', which is in us-east-1")],
      ));

    it("undecidable: made from siblings in two regions", () =>
      assertSays(
        rule,
        {
          ...providers,
          near: inFrankfurt("aws:sqs/queue:Queue"),
          far: inVirginia("aws:sqs/queue:Queue"),
          thing: inFrankfurt("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", {
            destinationConfig: {
              onSuccess: { destination: from("near.arn") },
              onFailure: { destination: from("far.arn") },
            },
          }),
        },
        [
          `Not decidable yet: FunctionEventInvokeConfig 'thing': 'destinationConfig.onFailure.destination' and 'destinationConfig.onSuccess.destination' are not known before the update; ${must}. Write the value itself, deploy first what this stack makes it from, or exempt the resource.`,
        ],
      ));

    for (const type of [
      "aws:ssm/parameter:Parameter",
      "aws:secretsmanager/secretVersion:SecretVersion",
      "aws:cloudformation/stack:Stack",
      "aws-native:ssm:Parameter",
      "command:local:Command",
    ]) {
      it(`undecidable: made from what may hold any text, such as ${type}`, () =>
        assertSays(
          rule,
          {
            ...providers,
            parameter: inFrankfurt(type),
            thing: inFrankfurt("aws:sns/topicSubscription:TopicSubscription", {
              endpoint: from("parameter.value"),
            }),
          },
          [undecidedOf("TopicSubscription 'thing': 'endpoint' is", must)],
        ));
    }
  });

  it("undecidable: a replica's region is not known", () =>
    assertSays(
      rule,
      {
        ...one("aws:secretsmanager/secret:Secret", {
          replicas: [{ region: from("command.stdout") }],
        }),
        command: { type: "command:local:Command" },
      },
      [undecidedOf("Secret 'thing': 'replicas[0].region' is", must)],
    ));

  it("violation: a replica in a region of a name that nobody knows", () =>
    assertAlwaysSays(
      rule,
      one("aws:secretsmanager/secret:Secret", { replicas: [{ region: "elsewhere" }] }),
      [leaves("Secret 'thing': 'replicas[0].region' is elsewhere")],
    ));

  it("undecidable: whether a trail of data events spans regions is not known", () =>
    assertSays(
      rule,
      {
        ...providers,
        command: { type: "command:local:Command" },
        thing: inFrankfurt(trail, { isMultiRegionTrail: from("command.stdout"), ...dataEvents }),
      },
      [undecidedOf("Trail 'thing': 'isMultiRegionTrail' is", must)],
    ));

  it("undecidable: nobody says where the bucket is that is named", () =>
    assertAlwaysSays(
      rule,
      {
        ...one(trail, { s3BucketName: "audit" }),
        bucket: { type: "aws:s3/bucket:Bucket", properties: { bucket: "audit" } },
      },
      [undecidedOf("Trail 'thing': 's3BucketName' is", must)],
    ));

  it("undecidable: nobody says where the resource itself is", () =>
    assertAlwaysSays(
      rule,
      {
        thing: {
          type: "aws:secretsmanager/secret:Secret",
          properties: { replicas: [{ region: "us-east-1" }] },
        },
      },
      [undecidedOf("Secret 'thing': 'region' is", must)],
    ));
});
