// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The data centres of Agora Flexible Classroom, spelled as the Classroom SDK spells its `region`. */
export const dataCenters = ["CN", "AP", "EU", "NA"] as const;
export type DataCenter = (typeof dataCenters)[number];

interface DataCenterFacts {
  /** Where Agora runs the data centre. */
  readonly location: string;
  /** The region as Agora's REST paths spell it. */
  readonly restSegment: string;
  /** The AWS regions that serve it, in words for an error message. */
  readonly awsRegions: string;
  readonly isServedBy: (awsRegion: string) => boolean;
  /** The AWS region closest to it; mainland China has two at about the same distance, so its operator chooses. */
  readonly nearestAwsRegion?: string;
  /** Address range of the network made for it; the ranges do not overlap, so that the networks can be peered. */
  readonly cidrBlock: string;
}

/** Agora publishes one city per data centre; which AWS regions serve it is our geographic reading. */
const facts: Readonly<Record<DataCenter, DataCenterFacts>> = {
  CN: {
    location: "Shanghai",
    restSegment: "cn",
    awsRegions: "cn-north-1 or cn-northwest-1",
    isServedBy: oneOf("cn-north-1", "cn-northwest-1"),
    cidrBlock: "10.64.0.0/24",
  },
  AP: {
    location: "Singapore",
    restSegment: "ap",
    awsRegions: "a region of Asia Pacific (ap-…)",
    isServedBy: (awsRegion) => awsRegion.startsWith("ap-"),
    nearestAwsRegion: "ap-southeast-1",
    cidrBlock: "10.64.1.0/24",
  },
  EU: {
    location: "Frankfurt",
    restSegment: "eu",
    awsRegions: "a region of Europe (eu-…)",
    isServedBy: (awsRegion) => awsRegion.startsWith("eu-"),
    nearestAwsRegion: "eu-central-1",
    cidrBlock: "10.64.2.0/24",
  },
  NA: {
    location: "Silicon Valley",
    restSegment: "na",
    awsRegions: "us-east-1, us-east-2, us-west-1, us-west-2, ca-central-1 or ca-west-1",
    isServedBy: oneOf(
      "us-east-1",
      "us-east-2",
      "us-west-1",
      "us-west-2",
      "ca-central-1",
      "ca-west-1",
    ),
    nearestAwsRegion: "us-west-1",
    cidrBlock: "10.64.3.0/24",
  },
};

/** What is known about a data centre. */
export function dataCenterFacts(dataCenter: DataCenter): DataCenterFacts {
  return facts[dataCenter];
}

/** Whether a value is the name of a data centre. */
export function isDataCenter(value: unknown): value is DataCenter {
  return dataCenters.some((dataCenter) => dataCenter === value);
}

/** Why an AWS region cannot serve a data centre, as the end of a sentence about it; nothing when it can. */
export function servingProblem(dataCenter: DataCenter, awsRegion: string): string | undefined {
  const { isServedBy, awsRegions } = facts[dataCenter];
  return isServedBy(awsRegion) && awsRegionShape.test(awsRegion)
    ? undefined
    : `must be ${awsRegions} to serve data centre ${dataCenter}, got ${JSON.stringify(awsRegion)}`;
}

const awsRegionShape = /^[a-z]{2}-[a-z]+-\d$/;

function oneOf(...names: string[]): (awsRegion: string) => boolean {
  return (awsRegion) => names.includes(awsRegion);
}
