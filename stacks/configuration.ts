// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { roleArnProblem } from "../components/access/role-arns";
import { storageRegionProblem } from "../components/recording-storage/validation";
import { awsRegionFacts } from "../components/regions/aws-regions";
import {
  type DataCenter,
  dataCenterFacts,
  dataCenters,
  servingProblem,
} from "../components/regions/data-centers";
import { identityModes } from "../components/token-service/runtime/settings";
import { logRetentions } from "../components/token-service/validation";
import {
  list,
  mapOf,
  oneOf,
  optional,
  type Reading,
  readFields,
  record,
  text,
  wholeNumber,
  yesOrNo,
} from "./fields";

const nonEmpty = text("a text that is not empty", (value) => value.trim() !== "");
const date = text("a date like 2026-12-31", isDate);
const dataCenter = oneOf(dataCenters);
const roleArn = text(
  "the ARN of an IAM role, arn:aws:iam::<account id>:role/<name>, without wildcards",
  (value) => ["aws", "aws-cn"].some((partition) => !roleArnProblem("", value, partition)),
);

function idOf(prefix: string): ReturnType<typeof text> {
  return text(`an id like ${prefix}-0123456789abcdef0`, (value) =>
    new RegExp(`^${prefix}-[0-9a-f]{8,17}$`).test(value),
  );
}

const network = record({
  vpcId: idOf("vpc"),
  subnetIds: list(idOf("subnet"), 1),
  backendSecurityGroupIds: list(idOf("sg"), 1),
  routeTableIds: optional(list(idOf("rtb"), 1)),
  endpoints: optional(
    record({
      executeApi: optional(idOf("vpce")),
      secretsManager: optional(idOf("vpce")),
      dynamodb: optional(idOf("vpce")),
    }),
  ),
  privateDns: optional(yesOrNo),
});

const region = record({
  dataCenter,
  awsRegion: optional(nonEmpty),
  backendRoleArns: list(roleArn, 1),
  accountId: optional(text("12 digits in quotes", (value) => /^\d{12}$/.test(value))),
  assumeRoleArn: optional(roleArn),
  network: optional(network),
  recording: optional(record({ retentionDays: wholeNumber() })),
});

const transfer = record({
  from: dataCenter,
  to: dataCenter,
  purpose: nonEmpty,
  approvedBy: nonEmpty,
  expires: date,
});

/** Every key of the stack's configuration but the certificate, which is not read as plain text. */
const fields = {
  appId: text("32 hexadecimal characters, as Agora Console shows them", (value) =>
    /^[0-9a-fA-F]{32}$/.test(value),
  ),
  regions: list(region, 1),
  identityMode: optional(oneOf(identityModes), "app-managed"),
  secretAdministratorArns: optional(list(roleArn), []),
  deletionProtection: optional(yesOrNo, true),
  logRetentionDays: optional(
    wholeNumber(`one of ${logRetentions.join(", ")}`, (days) => logRetentions.includes(days)),
    365,
  ),
  reservedConcurrency: optional(wholeNumber()),
  alarmTopicArn: optional(
    text("the ARN of an SNS topic", (value) =>
      /^arn:aws(-cn)?:sns:[a-z0-9-]+:\d{12}:[\w-]+$/.test(value),
    ),
  ),
  manageApiGatewayAccount: optional(yesOrNo, true),
  tags: optional(mapOf(nonEmpty), {}),
  transfers: optional(list(transfer), []),
  attestations: optional(
    record({
      noCertificateDisabled: optional(record({ by: nonEmpty, on: date })),
      maxAgeDays: optional(wholeNumber(), 365),
    }),
  ),
};

type Values = Extract<ReturnType<typeof readAll>, { readonly value: unknown }>["value"];

/** One region's configuration, with its AWS region decided. */
export type RegionConfiguration = Omit<Values["regions"][number], "awsRegion"> & {
  readonly awsRegion: string;
};

/** A stack's configuration, validated. */
export type Configuration = Omit<Values, "regions"> & {
  readonly regions: readonly RegionConfiguration[];
};

/** Checks a stack's configuration, key by key and then as a whole; answers all problems at once. */
export function readConfiguration(
  values: Readonly<Record<string, unknown>>,
  today: Date,
): Reading<Configuration> {
  const reading = readAll(values);
  if ("problems" in reading) {
    return reading;
  }
  const { value } = reading;
  const regions = value.regions.map((each) => ({
    ...each,
    awsRegion: each.awsRegion ?? dataCenterFacts(each.dataCenter).nearestAwsRegion ?? "",
  }));
  const configuration = { ...value, regions };
  const problems = [
    ...regions.flatMap(regionProblems),
    ...coexistenceProblems(regions.map((each) => each.dataCenter)),
    ...alarmTopicProblems(configuration),
    ...transferProblems(configuration, today),
  ];
  return problems.length > 0 ? { problems } : { value: configuration };
}

function readAll(values: Readonly<Record<string, unknown>>) {
  return readFields(fields, values, (name) => `classroom:${name}`);
}

function regionProblems(each: RegionConfiguration, index: number): string[] {
  const key = `classroom:regions[${index}]`;
  const { dataCenter, awsRegion, backendRoleArns, recording } = each;
  const { partition } = awsRegionFacts(awsRegion);
  const serving = servingProblem(dataCenter, awsRegion);
  return [
    serving && `'${key}.awsRegion' ${serving}.`,
    recording && storageRegionProblem(`${key}.awsRegion`, awsRegion),
    ...backendRoleArns.map((arn) => roleArnProblem(`${key}.backendRoleArns`, arn, partition)),
    each.assumeRoleArn && roleArnProblem(`${key}.assumeRoleArn`, each.assumeRoleArn, partition),
  ].flatMap((problem) => problem || []);
}

function coexistenceProblems(present: readonly DataCenter[]): string[] {
  const repeated = present.filter((each, index) => present.indexOf(each) !== index);
  const others = present.filter((each) => each !== "CN");
  return [
    ...repeated.map(
      (each) =>
        `'classroom:regions' must name each data centre once, got ${each} more than once. Remove one of its entries.`,
    ),
    ...(others.length > 0 && others.length < present.length
      ? [
          `'classroom:regions' must not name CN beside another data centre, got ${present.join(", ")}. AWS's regions in China take an account of their own: give CN a stack of its own.`,
        ]
      : []),
  ];
}

/** CloudWatch tells a topic of its own region only. */
function alarmTopicProblems({ alarmTopicArn, regions }: Configuration): string[] {
  const topicRegion = alarmTopicArn?.split(":")[3];
  return regions
    .filter(({ awsRegion }) => topicRegion !== undefined && topicRegion !== awsRegion)
    .map(
      ({ awsRegion }) =>
        `'classroom:alarmTopicArn' must be a topic in ${awsRegion}, got one in ${topicRegion}. Remove the key, and each region gets a topic.`,
    );
}

function transferProblems({ transfers, regions }: Configuration, today: Date): string[] {
  const present = regions.map(({ dataCenter }) => dataCenter);
  return transfers.flatMap(({ from, to, expires }, index) => {
    const key = `classroom:transfers[${index}]`;
    return [
      ...[from, to]
        .filter((end) => !present.includes(end))
        .map(
          (end) =>
            `'${key}' must name data centres of 'classroom:regions', got ${end}. Add its region, or remove the transfer.`,
        ),
      ...(from === to
        ? [`'${key}.to' must be another data centre than 'from', got ${to} twice.`]
        : []),
      ...(new Date(`${expires}T23:59:59Z`) < today
        ? [
            `'${key}.expires' must not be over, got ${expires}. Remove the transfer, or have it approved again.`,
          ]
        : []),
    ];
  });
}

function isDate(value: string): boolean {
  const time = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time.getTime())
    ? time.toISOString().startsWith(value)
    : false;
}
