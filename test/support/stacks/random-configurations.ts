// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import fc from "fast-check";

/** A JSON value of a configuration. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const hex = (length: number) =>
  fc.string({
    unit: fc.constantFrom(..."0123456789abcdef"),
    minLength: length,
    maxLength: length,
  });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });
const days = fc.integer({ min: 1, max: 10_000 });
const words = fc.string({ minLength: 1 }).filter((value) => value.trim() !== "");
const id = (prefix: string) => hex(17).map((value) => `${prefix}-${value}`);
const role = (partition: string, account = digits(12)) =>
  fc
    .tuple(account, fc.stringMatching(/^[\w+=,.@/-]{1,20}$/))
    .map(([number, name]) => `arn:${partition}:iam::${number}:role/${name}`);

const endpoints = fc.record(
  {
    executeApi: id("vpce"),
    secretsManager: id("vpce"),
    dynamodb: id("vpce"),
    s3: id("vpce"),
  },
  { requiredKeys: [] },
);

const network = fc.record(
  {
    vpcId: id("vpc"),
    subnetIds: fc.array(id("subnet"), { minLength: 1, maxLength: 3 }),
    backendSecurityGroupIds: fc.array(id("sg"), { minLength: 1, maxLength: 3 }),
    routeTableIds: fc.array(id("rtb"), { minLength: 1, maxLength: 3 }),
    endpoints,
    privateDns: fc.boolean(),
  },
  { requiredKeys: ["vpcId", "subnetIds", "backendSecurityGroupIds"] },
);

const courseware = fc.record({
  retentionDays: days,
  corsOrigins: fc.array(
    fc.constantFrom("https://a.example", "https://classroom.example.com:8443", "https://10.0.0.1"),
    { minLength: 1, maxLength: 2 },
  ),
});

const recording = fc
  .record(
    {
      retentionDays: days,
      courseware,
      coursewareRead: fc.constantFrom("none", "presigned"),
      vault: fc.record({ mode: fc.constantFrom("COMPLIANCE", "GOVERNANCE"), retentionDays: days }),
      importBucketName: fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,20}[a-z0-9]$/),
    },
    { requiredKeys: ["retentionDays"] },
  )
  .map(({ coursewareRead, ...rest }) =>
    coursewareRead === undefined || (coursewareRead === "presigned" && !rest.courseware)
      ? rest
      : { ...rest, coursewareRead },
  );

const places: readonly (readonly [dataCenter: string, awsRegion: string])[] = [
  ["EU", "eu-central-1"],
  ["EU", "eu-north-1"],
  ["AP", "ap-southeast-1"],
  ["AP", "ap-south-1"],
  ["NA", "us-east-2"],
  ["NA", "ca-central-1"],
  ["CN", "cn-north-1"],
  ["CN", "cn-northwest-1"],
];

/** Entries of `regions` whose keys fit each other. */
const region = fc.constantFrom(...places).chain(([dataCenter, awsRegion]) => {
  const partition = dataCenter === "CN" ? "aws-cn" : "aws";
  return digits(12).chain((accountId) =>
    fc.record(
      {
        dataCenter: fc.constant(dataCenter),
        awsRegion: fc.constant(awsRegion),
        backendRoleArns: fc.array(role(partition), { minLength: 1, maxLength: 3 }),
        accountId: fc.constant(accountId),
        assumeRoleArn: role(partition, fc.constant(accountId)),
        alarmTopicArn: fc.constant(`arn:${partition}:sns:${awsRegion}:${accountId}:alarms`),
        deletionProtection: fc.boolean(),
        network,
        recording,
      },
      { requiredKeys: ["dataCenter", "awsRegion", "backendRoleArns"] },
    ),
  );
});

/** Valid configurations of one data centre. */
export const rightConfigurations = fc.record(
  {
    appId: hex(32),
    regions: region.map((each) => [each]),
    identityMode: fc.constantFrom("app-managed", "issued"),
    secretAdministratorArns: fc.array(role("aws"), { maxLength: 2 }),
    deletionProtection: fc.boolean(),
    logRetentionDays: fc.constantFrom(1, 30, 365, 3653),
    reservedConcurrency: days,
    manageApiGatewayAccount: fc.boolean(),
    tags: fc.dictionary(words, words, { maxKeys: 3 }),
    attestations: fc.record(
      {
        noCertificateDisabled: fc.record({ by: words, on: fc.constant("2026-01-31") }),
        maxAgeDays: days,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["appId", "regions"] },
) as fc.Arbitrary<{ [name: string]: Json }>;

/** Values for `withIntruder`: some are valid elsewhere, some nowhere. */
export const intruders: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constantFrom(undefined, null, "", " ", 0, -1, 1.5, 30, true, [], {}, "30", "EU", "US"),
  fc.constantFrom("eu-central-1", "us-east-1", "mars-north-1", "vpc-0", "issued", "presigned"),
  fc.constantFrom("arn:aws:iam::111122223333:role/*", "https://a.example/", "2026-02-30"),
);

/** Returns a copy in which the value at the `index`-th path is replaced. */
export function withIntruder(value: Json, index: number, intruder: Json | undefined): Json {
  const places = placesIn(value);
  const [holder, name] = places[index % places.length] ?? [];
  const copy = structuredClone(value);
  const target = holder?.reduce<unknown>(
    (node, step) => (node as Record<string, unknown>)[step],
    copy,
  ) as Record<string, unknown> | undefined;
  if (target !== undefined && name !== undefined) {
    target[name] = intruder;
  }
  // A file cannot hold `undefined`.
  return JSON.parse(JSON.stringify(copy));
}

function placesIn(value: Json, path: string[] = []): [holder: string[], name: string][] {
  return typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, child]) => [
        [path, name] as [string[], string],
        ...placesIn(child, [...path, name]),
      ]);
}
