// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { roleArnProblem } from "../components/access/role-arns";
import { storageRegionProblem } from "../components/recording-storage/arguments";
import { awsRegionFacts } from "../components/regions/aws-regions";
import {
  type DataCenter,
  dataCenterFacts,
  dataCenters,
  servingProblem,
} from "../components/regions/data-centers";
import { identityModes } from "../components/token-service/runtime/identity-modes";
import { logRetentions } from "../components/operations/log-retention";
import { attestationProblems, attestations } from "./attestations";
import {
  list,
  mapOf,
  nonEmpty,
  oneOf,
  optional,
  type Reading,
  readFields,
  record,
  sensible,
  text,
  wholeNumber,
  yesOrNo,
} from "./fields";
import { network } from "./network";
import { recording } from "./recording";
import { transfer, transferProblems } from "./transfers";

const dataCenter = oneOf(dataCenters);
const roleArn = text(
  "the ARN of an IAM role, arn:aws:iam::<account id>:role/<name>, without wildcards",
  (value) => ["aws", "aws-cn"].some((partition) => !roleArnProblem("", value, partition)),
);

const topicArn = text("the ARN of an SNS topic", (value) =>
  /^arn:aws(-cn)?:sns:[a-z0-9-]+:\d{12}:[\w-]+$/.test(value),
);

const region = sensible(
  record({
    /** Agora's data centre. */
    dataCenter,
    /** AWS region that serves it; for CN there is no default. */
    awsRegion: optional(nonEmpty),
    /** Roles of the app backend: the only principals that may ask for tokens. */
    backendRoleArns: list(roleArn, 1),
    /** Account that must be the provider's. */
    accountId: optional(text("12 digits in quotes", (value) => /^\d{12}$/.test(value))),
    /** Role that deploys this region. */
    assumeRoleArn: optional(roleArn),
    /** Topic of this data centre's alarms, before the stack's own. */
    alarmTopicArn: optional(topicArn),
    /** Protection of this data centre, before the stack's own. */
    deletionProtection: optional(yesOrNo),
    /** Network that exists already; without it, a small private one is made. */
    network: optional(network),
    /** Storage for recordings; without it, there is none. */
    recording: optional(recording),
  }),
  regionProblems,
);

/** Every key of the stack's configuration, in the namespace `classroom`. */
const fields = {
  /** App ID of the Agora project. */
  appId: text("32 hexadecimal characters, as Agora Console shows them", (value) =>
    /^[0-9a-fA-F]{32}$/.test(value),
  ),
  regions: sensible(list(region, 1), coexistenceProblems),
  /** Who makes up room and user ids. */
  identityMode: optional(oneOf(identityModes), "app-managed"),
  /** Roles that may read the certificate's value; filling it needs no such role. */
  secretAdministratorArns: optional(list(roleArn), []),
  /** False removes Pulumi's protection and the table's, and shortens the time for recovery. */
  deletionProtection: optional(yesOrNo, true),
  /** How long logs are kept. */
  logRetentionDays: optional(
    wholeNumber(`one of ${logRetentions.join(", ")}`, (days) => (logRetentions as readonly number[]).includes(days)),
    365,
  ),
  /** Executions set aside for each token function. */
  reservedConcurrency: optional(wholeNumber()),
  /** Topic for alarms; without it, one is made. */
  alarmTopicArn: optional(topicArn),
  /** Whether this stack gives API Gateway its log role, which each account and region has one of. */
  manageApiGatewayAccount: optional(yesOrNo, true),
  /** Tags on everything. */
  tags: optional(mapOf(nonEmpty), {}),
  /** Data centres whose backends may call another's token API. */
  transfers: optional(list(transfer), []),
  /** What somebody has seen to by hand in Agora Console. */
  attestations: optional(attestations),
  /** App Certificate, as a secret. It is read elsewhere, so that no message can quote it. */
  certificate: (): Reading<undefined> => ({ value: undefined }),
};

type Values = Extract<ReturnType<typeof readAll>, { readonly value: unknown }>["value"];

/** One region's configuration, with its AWS region decided. */
export type RegionConfiguration = Omit<Values["regions"][number], "awsRegion"> & {
  readonly awsRegion: string;
};

/** A stack's configuration, validated. */
export type Configuration = Omit<Values, "regions" | "certificate"> & {
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
  const { certificate: _, regions, ...rest } = reading.value;
  const configuration = {
    ...rest,
    regions: regions.map((each) => ({ ...each, awsRegion: awsRegionOf(each) })),
  };
  const problems = [
    ...alarmTopicProblems(configuration),
    ...transferProblems(configuration, today),
    ...attestationProblems(configuration.attestations, today),
  ];
  return problems.length > 0 ? { problems } : { value: configuration };
}

function readAll(values: Readonly<Record<string, unknown>>) {
  return readFields(fields, values, (name) => `classroom:${name}`);
}

interface Place {
  readonly dataCenter: DataCenter;
  readonly awsRegion?: string;
}

/** Empty when an AWS region has to be chosen and was not, which no data centre is served by. */
function awsRegionOf({ dataCenter, awsRegion }: Place): string {
  return awsRegion ?? dataCenterFacts(dataCenter).nearestAwsRegion ?? "";
}

interface Region extends Place {
  readonly backendRoleArns: readonly string[];
  readonly accountId?: string;
  readonly assumeRoleArn?: string;
  readonly recording?: object;
}

function regionProblems(each: Region, key: string): string[] {
  const awsRegion = awsRegionOf(each);
  const { partition } = awsRegionFacts(awsRegion);
  const serving = servingProblem(each.dataCenter, awsRegion);
  if (awsRegion === "") {
    const { awsRegions } = dataCenterFacts(each.dataCenter);
    return [
      `'${key}.awsRegion' is missing; it must be ${awsRegions}. Neither is in Shanghai, where Agora's data centre is, so the choice is yours.`,
    ];
  }
  if (serving) {
    return [`'${key}.awsRegion' ${serving}.`];
  }
  return [
    each.recording && storageRegionProblem(`${key}.awsRegion`, awsRegion),
    ...each.backendRoleArns.map((arn) => roleArnProblem(`${key}.backendRoleArns`, arn, partition)),
    each.assumeRoleArn && roleArnProblem(`${key}.assumeRoleArn`, each.assumeRoleArn, partition),
    accountProblem(each, key),
  ].flatMap((problem) => problem || []);
}

/** The provider would refuse the account of the role only once it has assumed it. */
function accountProblem({ accountId, assumeRoleArn }: Region, key: string): string | undefined {
  const [, , , , account] = assumeRoleArn?.split(":") ?? [];
  return accountId === undefined || account === undefined || account === accountId
    ? undefined
    : `'${key}.assumeRoleArn' must be a role of account ${accountId}, which 'accountId' names, got one of ${account}. Correct either.`;
}

function coexistenceProblems(regions: readonly Place[], key: string): string[] {
  const present = regions.map(({ dataCenter }) => dataCenter);
  const repeated = present.filter((each, index) => present.indexOf(each) !== index);
  const others = present.filter((each) => each !== "CN");
  return [
    ...repeated.map(
      (each) =>
        `'${key}' must name each data centre once, got ${each} more than once. Remove one of its entries.`,
    ),
    ...(others.length > 0 && others.length < present.length
      ? [
          `'${key}' must not name CN beside another data centre, got ${present.join(", ")}. AWS's regions in China take an account of their own: give CN a stack of its own.`,
        ]
      : []),
  ];
}

/** CloudWatch tells a topic of its own region only. */
function alarmTopicProblems({ alarmTopicArn, regions }: Configuration): string[] {
  return regions.flatMap((region, index) => {
    const { awsRegion, alarmTopicArn: own } = region;
    const [, , , topicRegion] = (own ?? alarmTopicArn)?.split(":") ?? [];
    const key = own === undefined ? "alarmTopicArn" : `regions[${index}].alarmTopicArn`;
    return topicRegion === undefined || topicRegion === awsRegion
      ? []
      : [
          `'classroom:${key}' must be a topic in ${awsRegion}, got one in ${topicRegion}. Remove the key, and each region gets a topic.`,
        ];
  });
}
