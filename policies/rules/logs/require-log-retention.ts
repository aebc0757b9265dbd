// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: the log groups that AWS makes for functions without one. They never expire. */

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, gdpr, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { isWithin, type Limits, limitsInWords, limitsSchema } from "../../framework/limits";
import type { Rule } from "../../framework/rule";
import { read, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

interface LogRetentionOptions extends Options {
  readonly days: Limits;
}

export const requireLogRetention: Rule<LogRetentionOptions> = {
  name: "require-log-retention",
  description: "Log groups must keep logs for a bounded time.",
  rationale:
    "Logs tell who was in which class and when. Logs without an end are a growing store of " +
    "personal data that nobody looks after. Logs that are deleted too early are missing in an " +
    "investigation.",
  severity: "low",
  controls: [
    fsbp("CloudWatch.16", "CloudWatch log groups should be retained for a specified time period"),
    nist("AU-11", "Audit record retention"),
    iso("A.8.15", "Logging"),
    gdpr("Article 5(1)(e)", "Storage limitation"),
  ],
  enforcementLevel: "advisory",
  tags: ["cloudwatch", "logs", "retention", "tokens"],
  remediationSteps: "Set retentionInDays to the time for which the logs are needed.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  configSchema: configuration("advisory", {
    days: limitsSchema("For how many days log groups keep logs.", { min: 1, max: 3653 }),
  }),
  validator: {
    resource: { "aws:cloudwatch/logGroup:LogGroup": judge, "aws-native:logs:LogGroup": judge },
  },
};

function judge(group: Resource, { days }: LogRetentionOptions): readonly Finding[] {
  const must = `logs must be kept for ${limitsInWords(days, "day")}`;
  const retention = read(group.props, "retentionInDays");
  // A log group of class DELIVERY keeps logs for two days; nobody can change that.
  if (textOf(read(group.props, "logGroupClass")) === "DELIVERY") {
    return [];
  }
  if (retention.state === "unknown") {
    return [undecided(group, retention.path, must)];
  }
  const found = Number(textOf(retention) ?? 0);
  if (found === 0) {
    const forEver = `is ${textOf(retention) ?? "missing"}, which means for ever`;
    return [violation(group, retention.path, forEver, must)];
  }
  return isWithin(found, days) ? [] : [violation(group, retention.path, `is ${found}`, must)];
}
