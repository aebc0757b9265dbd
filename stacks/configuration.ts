// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { attestationProblems } from "./attestations";
import { awsRegionOf } from "./configuration-description/region";
import { stack } from "./configuration-description/stack";
import type { Configuration } from "./configuration-values";
import { type Reading, readDescribed } from "./read-described";
import { transferProblems } from "./transfers";

/** Reads a stack's configuration key by key, then checks it as a whole. Returns all problems at once. */
export function readConfiguration(
  values: Readonly<Record<string, unknown>>,
  today: Date,
): Reading<Configuration> {
  const reading = readDescribed(stack, values, (key) => `classroom:${key}`);
  if ("problems" in reading) {
    return reading;
  }
  const { certificate: _, regions, ...rest } = reading.value;
  const configuration = {
    ...rest,
    regions: regions.map((region) => ({ ...region, awsRegion: awsRegionOf(region) })),
  };
  const problems = [
    ...alarmTopicProblems(configuration),
    ...transferProblems(configuration, today),
    ...attestationProblems(configuration.attestations, today),
  ];
  return problems.length > 0 ? { problems } : { value: configuration };
}

/** A CloudWatch alarm can publish only to a topic of its own region. */
function alarmTopicProblems({ alarmTopicArn, regions }: Configuration): string[] {
  return regions.flatMap((region, index) => {
    const { awsRegion, alarmTopicArn: own } = region;
    const [, , , topicRegion] = (own ?? alarmTopicArn)?.split(":") ?? [];
    const key = own === undefined ? "alarmTopicArn" : `regions[${index}].alarmTopicArn`;
    return topicRegion === undefined || topicRegion === awsRegion
      ? []
      : [
          `'classroom:${key}' must be a topic in ${awsRegion}, got one in ${topicRegion}. ` +
            "Remove the key, and each region gets a topic.",
        ];
  });
}
