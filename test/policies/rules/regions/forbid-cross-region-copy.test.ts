// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidCrossRegionCopy as rule } from "../../../../policies/rules/regions/forbid-cross-region-copy";
import { from, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Properties = NonNullable<ProgramResource["properties"]>;

const must = "data must stay in the region of the resource";
const providers: Program = {
  frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
  virginia: { type: "pulumi:providers:aws", properties: { region: "us-east-1" } },
};
const placed =
  (provider: string) =>
  (type: string, properties: Properties = {}): ProgramResource => ({
    type,
    properties,
    options: { provider: from(provider) },
  });
const inFrankfurt = placed("frankfurt");
const inVirginia = placed("virginia");
const one = (type: string, properties: Properties): Program => ({
  ...providers,
  thing: inFrankfurt(type, properties),
});
const trail = "aws:cloudtrail/trail:Trail";
const dataEvents = {
  eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: ["arn:aws:s3"] }] }],
};

const { notApplicable, complies, violates, undecided, alwaysUndecided } = ruleSpec(rule, { must });
const leaving = ruleSpec(rule, { must: `${must}, eu-central-1` });
const leavingAtFirst = ruleSpec(rule, { must: `${must}, eu-central-1`, phase: "first preview" });

describe("forbid-cross-region-copy", () => {
  notApplicable({ "a type that cannot copy": one("aws:iam/role:Role", {}) });

  violates({
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
    "a guardrail that checks in other regions": [
      one("aws:bedrock/guardrail:Guardrail", {
        crossRegionConfig: { guardrailProfileIdentifier: "eu.guardrail.v1:0" },
      }),
      "Guardrail 'thing': 'crossRegionConfig' is set, which sends what it checks to other regions",
    ],
    "an event store of all regions' data events, which is the default": [
      one("aws:cloudtrail/eventDataStore:EventDataStore", {
        advancedEventSelectors: [
          { fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] },
        ],
      }),
      "EventDataStore 'thing': 'multiRegionEnabled' is missing, which means true, " +
        "and data events of every region are recorded",
    ],
    "a trail of all regions' data events": [
      one(trail, { isMultiRegionTrail: true, ...dataEvents }),
      "Trail 'thing': 'isMultiRegionTrail' is true, and data events of every region are recorded",
    ],
  });

  complies({
    "a key of one region": one("aws:kms/key:Key", { multiRegion: false }),
    "an index of its own region": one("aws:resourceexplorer/index:Index", { type: "LOCAL" }),
    "a secret without replicas": one("aws:secretsmanager/secret:Secret", { replicas: [] }),
    "a trail of all regions' management events": one(trail, { isMultiRegionTrail: true }),
    "a trail of one region's data events": one(trail, dataEvents),
    "a trail that is explicitly of one region": one(trail, {
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
    "a redrive policy that is not JSON": one("aws:sqs/queue:Queue", { redrivePolicy: "{" }),
    "a bucket of another stack, which another rule judges": one("aws:s3/inventory:Inventory", {
      destination: { bucket: { bucketArn: "arn:aws:s3:::somewhere" } },
    }),
  });

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
      "BucketReplicationConfig 'thing': 'rules[0].destination.bucket' is Bucket 'far', " +
      "which is in us-east-1";

    complies({ "a replica in a bucket of the same region": replication(from("near.arn")) });

    for (const [spelling, destination] of Object.entries({
      "by its ARN, unknown at first": from("far.arn"),
      "by its name, known from the start": "arn:aws:s3:::far-bucket",
    })) {
      leavingAtFirst.violates({
        [`a replica in a bucket of another region, ${spelling}`]: [replication(destination), isFar],
      });
    }

    const copy = (source: string): Program => ({
      ...providers,
      near: inFrankfurt("aws:s3/bucket:Bucket", { bucket: "near-bucket" }),
      far: inVirginia("aws:s3/bucket:Bucket", { bucket: "far-bucket" }),
      object: inVirginia("aws:s3/bucketObjectv2:BucketObjectv2", { bucket: "far-bucket" }),
      thing: inFrankfurt("aws:s3/objectCopy:ObjectCopy", { bucket: "near-bucket", source }),
    });

    for (const source of ["far-bucket/lesson", "/far-bucket/lesson"]) {
      leaving.violates({
        [`a copy from a bucket of another region, ${source}`]: [
          copy(source),
          "ObjectCopy 'thing': 'source' is Bucket 'far', which is in us-east-1",
        ],
      });
    }

    leaving.violates({
      "a copy from another region's access point": [
        copy("arn:aws:s3:us-east-1:111122223333:accesspoint/lessons/object/lesson"),
        "ObjectCopy 'thing': 'source' lies in us-east-1",
      ],
    });

    for (const [from_, name] of [
      ["far.id", "Bucket 'far'"],
      ["object.id", "BucketObjectv2 'object'"],
    ] as const) {
      leavingAtFirst.violates({
        [`a copy from ${name} of another region, unknown at first`]: [
          copy(from(from_)),
          `ObjectCopy 'thing': 'source' is ${name}, which is in us-east-1`,
        ],
      });
    }

    for (const source of [from("near.id"), "near-bucket/lesson", "elsewhere/lesson"]) {
      complies({
        [`a copy from a bucket of the same region or of another stack, ${source}`]: copy(source),
      });
    }

    leaving.violates({
      "a table that is filled from a bucket of another region": [
        {
          ...providers,
          far: inVirginia("aws:s3/bucket:Bucket", { bucket: "far-bucket" }),
          thing: inFrankfurt("aws:dynamodb/table:Table", {
            importTable: { s3BucketSource: { bucket: "far-bucket" } },
          }),
        },
        "Table 'thing': 'importTable.s3BucketSource.bucket' is Bucket 'far', which is in us-east-1",
      ],
    });

    leavingAtFirst.violates({
      "a queue that comes from another region's provider": [
        {
          ...providers,
          queue: inVirginia("aws:sqs/queue:Queue"),
          thing: inFrankfurt("aws:sns/topicSubscription:TopicSubscription", {
            endpoint: from("queue.arn"),
          }),
        },
        "TopicSubscription 'thing': 'endpoint' is Queue 'queue', which is in us-east-1",
      ],
    });

    const destination = "destinationConfig.on";

    undecided({
      "made from siblings in two regions": [
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
        `FunctionEventInvokeConfig 'thing': '${destination}Failure.destination' ` +
          `and '${destination}Success.destination' are`,
      ],
    });

    for (const type of [
      "aws:ssm/parameter:Parameter",
      "aws:secretsmanager/secretVersion:SecretVersion",
      "aws:cloudformation/stack:Stack",
      "aws-native:ssm:Parameter",
      "command:local:Command",
    ]) {
      undecided({
        [`made from a resource that may hold any text, such as ${type}`]: [
          {
            ...providers,
            parameter: inFrankfurt(type),
            thing: inFrankfurt("aws:sns/topicSubscription:TopicSubscription", {
              endpoint: from("parameter.value"),
            }),
          },
          "TopicSubscription 'thing': 'endpoint' is",
        ],
      });
    }
  });

  undecided({
    "the region of a replica is not known": [
      one("aws:secretsmanager/secret:Secret", { replicas: [{ region: from("command.stdout") }] }),
      "Secret 'thing': 'replicas[0].region' is",
    ],
    "whether a trail of data events spans regions is not known": [
      one(trail, { isMultiRegionTrail: from("command.stdout"), ...dataEvents }),
      "Trail 'thing': 'isMultiRegionTrail' is",
    ],
  });

  leaving.violates({
    "a replica in a region that AWS does not have": [
      one("aws:secretsmanager/secret:Secret", { replicas: [{ region: "elsewhere" }] }),
      "Secret 'thing': 'replicas[0].region' is elsewhere",
    ],
  });

  alwaysUndecided({
    "the region of the named bucket is not given": [
      {
        ...one(trail, { s3BucketName: "audit" }),
        bucket: { type: "aws:s3/bucket:Bucket", properties: { bucket: "audit" } },
      },
      "Trail 'thing': 's3BucketName' is",
    ],
    "the region of the resource itself is not given": [
      {
        thing: {
          type: "aws:secretsmanager/secret:Secret",
          properties: { replicas: [{ region: "us-east-1" }] },
        },
      },
      "Secret 'thing': 'region' is",
    ],
  });
});
