// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { oneOfProblem } from "../arguments/checks";
import type { Problem } from "../arguments/problems";
import { type DataCenter, dataCenters } from "../token-service/runtime/data-centers";

export { type DataCenter, dataCenters };

interface DataCenterFacts {
  /** Where Agora runs the data centre. */
  readonly location: string;
  /** The data centre in Agora's REST paths. */
  readonly restSegment: string;
  /** AWS partition of the regions that serve it. */
  readonly partition: "aws" | "aws-cn";
  /** The AWS regions that serve it. */
  readonly awsRegionPattern: RegExp;
  /** The same in words, for messages. */
  readonly awsRegions: string;
  /** The closest AWS region. @default - none is closest, and the operator chooses */
  readonly nearestAwsRegion?: string;
  /** Address range of the network that we make. The ranges differ, so that the networks can be peered. */
  readonly cidrBlock: string;
}

/**
 * Agora publishes one city for each data centre. Which AWS regions serve it is our reading of the map.
 * Mainland China has two regions, and neither is in Shanghai.
 */
const facts: Readonly<Record<DataCenter, DataCenterFacts>> = {
  CN: {
    location: "Shanghai",
    restSegment: "cn",
    partition: "aws-cn",
    awsRegionPattern: /^cn-(north|northwest)-1$/,
    awsRegions: "cn-north-1 or cn-northwest-1",
    cidrBlock: "10.64.0.0/24",
  },
  AP: {
    location: "Singapore",
    restSegment: "ap",
    partition: "aws",
    awsRegionPattern: /^ap-[a-z]+-\d$/,
    awsRegions: "a region of Asia Pacific (ap-…)",
    nearestAwsRegion: "ap-southeast-1",
    cidrBlock: "10.64.1.0/24",
  },
  EU: {
    location: "Frankfurt",
    restSegment: "eu",
    partition: "aws",
    awsRegionPattern: /^eu-[a-z]+-\d$/,
    awsRegions: "a region of Europe (eu-…)",
    nearestAwsRegion: "eu-central-1",
    cidrBlock: "10.64.2.0/24",
  },
  NA: {
    location: "Silicon Valley",
    restSegment: "na",
    partition: "aws",
    awsRegionPattern: /^(us-(east|west)-[12]|ca-(central|west)-1)$/,
    awsRegions: "us-east-1, us-east-2, us-west-1, us-west-2, ca-central-1 or ca-west-1",
    nearestAwsRegion: "us-west-1",
    cidrBlock: "10.64.3.0/24",
  },
};

/** The facts about a data centre. */
export function dataCenterFacts(dataCenter: DataCenter): DataCenterFacts {
  return facts[dataCenter];
}

/** Whether a value is the name of a data centre. */
export function isDataCenter(value: unknown): value is DataCenter {
  return dataCenters.some((dataCenter) => dataCenter === value);
}

/** Refuses a data centre that Agora does not have, and an AWS region that does not serve it. */
export function dataCenterProblems(dataCenter: unknown, awsRegion: string): Problem[] {
  if (!isDataCenter(dataCenter)) {
    return [oneOfProblem("dataCenter", dataCenter, dataCenters)];
  }
  const problem = servingProblem(dataCenter, awsRegion);
  return [problem && `'awsRegion' ${problem}.`];
}

/** Why an AWS region cannot serve a data centre, as the end of a sentence; nothing when it can. */
export function servingProblem(dataCenter: DataCenter, awsRegion: string): string | undefined {
  const { awsRegionPattern, awsRegions } = facts[dataCenter];
  const got = JSON.stringify(awsRegion);
  return awsRegionPattern.test(awsRegion)
    ? undefined
    : `must be ${awsRegions} to serve data centre ${dataCenter}, got ${got}`;
}
