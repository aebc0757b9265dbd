// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a trail or an event store of the stack records what is done with the objects of a bucket. */

import { below, elements, type Reading, read, type Step, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel, written } from "../resources/stack";

export const trailTypes = ["aws:cloudtrail/trail:Trail", "aws-native:cloudtrail:Trail"] as const;

const recorderTypes = [
  ...trailTypes,
  "aws:cloudtrail/eventDataStore:EventDataStore",
  "aws-native:cloudtrail:EventDataStore",
] as const;

/** One of them records every access, may turn out to, or none does. */
export type Coverage =
  | { readonly state: "covered" | "none" }
  | { readonly state: "open"; readonly recorder: StackResource; readonly property: string };

const none: Coverage = { state: "none" };

export function coverageOf(stack: Stack, bucket: StackResource): Coverage {
  const found = stack
    .ofTypes(recorderTypes)
    .filter(isOn)
    .map((recorder) => coverageBy(recorder, bucket));
  return (
    found.find(({ state }) => state === "covered") ??
    found.find(({ state }) => state === "open") ??
    none
  );
}

/** Whether it records at all, as far as is known. */
export function isOn({ props }: StackResource): boolean {
  const switches = ["enableLogging", "isLogging", "ingestionEnabled"].map((name) =>
    read(props, name),
  );
  const suspended = textOf(read(props, "suspend")) ?? "false";
  return switches.every((one) => textOf(one) !== "false") && suspended === "false";
}

function coverageBy(recorder: StackResource, bucket: StackResource): Coverage {
  const selectors = [
    ...written(recorder, "eventSelectors").map((selector) => ({ selector, judge: basic })),
    ...written(recorder, "advancedEventSelectors").map((selector) => ({
      selector,
      judge: advanced,
    })),
  ];
  const verdicts = selectors.map(({ selector, judge }) => ({
    property: topLevel(selector.path),
    verdict: selector.state === "unknown" ? "open" : judge(selector, bucket, recorder),
  }));
  if (verdicts.some(({ verdict }) => verdict === "covered")) {
    return { state: "covered" };
  }
  const open = verdicts.find(
    ({ verdict, property }) => verdict === "open" && mayMean(recorder, property, bucket),
  );
  return open === undefined ? none : { state: "open", recorder, property: open.property };
}

/** What is not known yet means a bucket that it is made from, or whatever lives outside the program. */
function mayMean(recorder: StackResource, property: string, bucket: StackResource): boolean {
  const sources = sourcesOf(recorder, property);
  return sources.length === 0 || sources.includes(bucket);
}

type Verdict = "covered" | "open" | "none";

function basic(selector: Reading, bucket: StackResource): Verdict {
  if ((textOf(below(selector, "readWriteType")) ?? "All") !== "All") {
    return "none";
  }
  const values = all(selector, "dataResources")
    .filter((resource) => textOf(below(resource, "type")) === "AWS::S3::Object")
    .flatMap((resource) => all(resource, "values"));
  return first(values.map((value) => begins(value, bucket)));
}

/** Fields that leave nothing out: every other one records a part of the accesses only. */
const neutralFields = ["eventCategory", "resources.type", "resources.ARN"];

function advanced(selector: Reading, bucket: StackResource, recorder: StackResource): Verdict {
  const fields = all(selector, "fieldSelectors");
  const named = (name: string) => fields.filter((field) => textOf(below(field, "field")) === name);
  const equals = (name: string, value: string) =>
    named(name).some((field) => all(field, "equals").some((one) => textOf(one) === value));
  if (
    !equals("eventCategory", "Data") ||
    !equals("resources.type", "AWS::S3::Object") ||
    !fields.every((field) => neutralFields.includes(textOf(below(field, "field")) ?? ""))
  ) {
    return "none";
  }
  const verdicts = named("resources.ARN").map((arn) => byArn(arn, bucket, recorder));
  return (
    verdicts.find((one) => one === "none") ?? verdicts.find((one) => one === "open") ?? "covered"
  );
}

/** What one field leaves of a bucket: several of them, and what stands in each, count together. */
function byArn(field: Reading, bucket: StackResource, recorder: StackResource): Verdict {
  const values = (...operators: string[]) => operators.flatMap((one) => all(field, one));
  const chosen = values("startsWiths", "startsWith");
  if (values("equals", "endsWiths", "endsWith", "notEndsWiths", "notEndsWith").length > 0) {
    return "none";
  }
  const leftOut = values("notEquals", "notStartsWiths", "notStartsWith").map((value) =>
    leavesOut(value, bucket, recorder),
  );
  const exclusion = leftOut.find((one) => one !== "covered") ?? "covered";
  const choice = chosen.map((one) => begins(one, bucket));
  return chosen.length === 0 || first(choice) === "covered" ? exclusion : first(choice);
}

function leavesOut(value: Reading, bucket: StackResource, recorder: StackResource): Verdict {
  if (value.state === "unknown") {
    return mayMean(recorder, topLevel(value.path), bucket) ? "open" : "covered";
  }
  const start = startOf(value);
  const isOfBucket = namesOf(bucket).some(
    (name) => start.startsWith(`${name}/`) || `${name}/`.startsWith(start),
  );
  return isOfBucket ? "none" : "covered";
}

/** What an ARN of S3 says of the bucket, or less than that. */
function startOf(value: Reading): string {
  const [, start = ""] = /^arn:[\w-]+:s3:::(.*)$/.exec(textOf(value) ?? "") ?? [];
  return start;
}

function namesOf(bucket: StackResource): readonly string[] {
  return ["bucket", "bucketName", "id"].flatMap(
    (property) => textOf(read(bucket.props, property)) ?? [],
  );
}

/** Whether every object of a bucket has an ARN that begins like this. */
function begins(value: Reading, bucket: StackResource): Verdict {
  if (value.state === "unknown") {
    return "open";
  }
  const everything = /^arn:[\w-]+:s3(:::)?$/;
  return everything.test(textOf(value) ?? "") ||
    namesOf(bucket).some((name) => startOf(value) === `${name}/`)
    ? "covered"
    : "none";
}

function first(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find((one) => one === "covered") ?? verdicts.find((one) => one === "open") ?? "none"
  );
}

function all(reading: Reading, step: Step): readonly Reading[] {
  return elements(below(reading, step)).filter(({ state }) => state !== "absent");
}
