// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { roleArnProblem } from "../../components/access/role-arns";
import { storageRegionProblem } from "../../components/recording-storage/arguments";
import { agoraStorageNumbers } from "../../components/regions/agora-storage-numbers";
import { awsRegionFacts } from "../../components/regions/aws-regions";
import {
  type DataCenter,
  dataCenterFacts,
  dataCenters,
  servingProblem,
} from "../../components/regions/data-centers";
import type { Kind } from "./kinds";
import { network } from "./network";
import { recording } from "./recording";
import { accountId, nonEmpty, roleArn, topicArn } from "./texts";

const servingRegions = dataCenters
  .map((dataCenter) => `\`${dataCenter}\` ${dataCenterFacts(dataCenter).awsRegions}`)
  .join("; ");
const nearestRegions = dataCenters
  .flatMap((dataCenter) => {
    const { nearestAwsRegion } = dataCenterFacts(dataCenter);
    return nearestAwsRegion === undefined ? [] : [`${dataCenter} ${nearestAwsRegion}`];
  })
  .join(", ");

/** An entry of `regions`: one data centre. */
export const region = {
  type: "record",
  keys: {
    dataCenter: {
      type: "oneOf",
      values: dataCenters,
      doc:
        "Agora's data centre. Each at most once. `CN` needs a stack of its own, because AWS's regions in " +
        "China need accounts of their own.",
      required: true,
    },
    awsRegion: {
      ...nonEmpty,
      doc: `AWS region that serves the data centre: ${servingRegions}. A change replaces everything.`,
      whenAbsent: `${nearestRegions}; CN has none`,
    },
    backendRoleArns: {
      type: "list",
      items: roleArn,
      minimum: 1,
      doc: "Roles of the app backend, the only principals that may ask for tokens.",
      required: true,
    },
    accountId: {
      ...accountId,
      doc:
        "AWS account of the data centre, in quotes. With credentials of another account nothing is " +
        "deployed.",
      whenAbsent: "the account of the credentials",
    },
    assumeRoleArn: {
      ...roleArn,
      doc: "Role that deploys this data centre.",
      whenAbsent: "the caller itself",
    },
    alarmTopicArn: {
      ...topicArn,
      doc: "SNS topic, in this AWS region, for the alarms of this data centre.",
      whenAbsent: "the stack's `alarmTopicArn`",
    },
    deletionProtection: {
      type: "boolean",
      doc: "Protection of this data centre. `false` is the first of the two steps that remove it.",
      whenAbsent: "the stack's `deletionProtection`",
    },
    network: { ...network, doc: "Existing network.", whenAbsent: "a small private one is made" },
    recording: {
      ...recording,
      doc: "Storage of the data centre. Agora's recorder must have a number for the AWS region.",
      whenAbsent: "none; nothing is recorded",
    },
  },
  check: regionProblems,
  schema: {
    allOf: [
      ...dataCenters.map(conditionsOf),
      {
        if: { required: ["recording"] },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema spells its conditional so.
        then: { properties: { awsRegion: { enum: Object.keys(agoraStorageNumbers) } } },
      },
    ],
  },
} as const satisfies Kind;

/** The entries of `regions`. */
export const regions = {
  type: "list",
  items: region,
  minimum: 1,
  check: coexistenceProblems,
} as const satisfies Kind;

interface Location {
  readonly dataCenter: DataCenter;
  readonly awsRegion?: string;
}

/** The AWS region of an entry; empty when the data centre has no nearest one and none is named. */
export function awsRegionOf({ dataCenter, awsRegion }: Location): string {
  return awsRegion ?? dataCenterFacts(dataCenter).nearestAwsRegion ?? "";
}

interface Region extends Location {
  readonly backendRoleArns: readonly string[];
  readonly accountId?: string;
  readonly assumeRoleArn?: string;
  readonly recording?: object;
}

function regionProblems(entry: Region, key: string): string[] {
  const { dataCenter, backendRoleArns, assumeRoleArn } = entry;
  const awsRegion = awsRegionOf(entry);
  const { partition } = awsRegionFacts(awsRegion);
  const serving = servingProblem(dataCenter, awsRegion);
  if (awsRegion === "") {
    const { awsRegions } = dataCenterFacts(dataCenter);
    return [
      `'${key}.awsRegion' is missing; it must be ${awsRegions}. ` +
        "Neither is in Shanghai, where Agora's data centre is, so the choice is yours.",
    ];
  }
  if (serving) {
    return [`'${key}.awsRegion' ${serving}.`];
  }
  return [
    entry.recording && storageRegionProblem(`${key}.awsRegion`, awsRegion),
    ...backendRoleArns.map((arn) => roleArnProblem(`${key}.backendRoleArns`, arn, partition)),
    assumeRoleArn && roleArnProblem(`${key}.assumeRoleArn`, assumeRoleArn, partition),
    accountProblem(entry, key),
  ].flatMap((problem) => problem || []);
}

/** The provider itself would refuse the account only after it has assumed the role. */
function accountProblem({ accountId, assumeRoleArn }: Region, key: string): string | undefined {
  const [, , , , account] = assumeRoleArn?.split(":") ?? [];
  return accountId === undefined || account === undefined || account === accountId
    ? undefined
    : `'${key}.assumeRoleArn' must be a role of account ${accountId}, which 'accountId' names, ` +
        `got one of ${account}. Correct either.`;
}

/** JSON Schema's conditions for the entry of one data centre. */
function conditionsOf(dataCenter: DataCenter): object {
  const { partition, awsRegionPattern, nearestAwsRegion } = dataCenterFacts(dataCenter);
  const role = { pattern: `^arn:${partition}:iam::` };
  return {
    if: { properties: { dataCenter: { const: dataCenter } } },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema spells its conditional so.
    then: {
      properties: {
        awsRegion: { pattern: awsRegionPattern.source },
        backendRoleArns: { items: role },
        assumeRoleArn: role,
      },
      ...(nearestAwsRegion === undefined && { required: ["awsRegion"] }),
    },
  };
}

function coexistenceProblems(entries: readonly Location[], key: string): string[] {
  const present = entries.map(({ dataCenter }) => dataCenter);
  const repeated = present.filter((each, index) => present.indexOf(each) !== index);
  const others = present.filter((each) => each !== "CN");
  return [
    ...repeated.map(
      (each) =>
        `'${key}' must name each data centre once, got ${each} more than once. ` +
        "Remove one of its entries.",
    ),
    ...(others.length > 0 && others.length < present.length
      ? [
          `'${key}' must not name CN beside another data centre, got ${present.join(", ")}. ` +
            "AWS's regions in China take an account of their own: give CN a stack of its own.",
        ]
      : []),
  ];
}
