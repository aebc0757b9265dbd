// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a trail or an event data store of the stack records the data events of a bucket. */

import { below, elements, type Reading, read, type Step, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel, written } from "../resources/stack";

export const trailTypes = ["aws:cloudtrail/trail:Trail", "aws-native:cloudtrail:Trail"] as const;

const recorderTypes = [
  ...trailTypes,
  "aws:cloudtrail/eventDataStore:EventDataStore",
  "aws-native:cloudtrail:EventDataStore",
] as const;

/** One of them records every access (covered), may turn out to (open), or none does. */
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

/** Whether a trail or an event data store records at all, as far as is known. */
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
  const states = selectors.map(({ selector, judge }) => ({
    property: topLevel(selector.path),
    state: selector.state === "unknown" ? "open" : judge(selector, bucket, recorder),
  }));
  if (states.some(({ state }) => state === "covered")) {
    return { state: "covered" };
  }
  const open = states.find(
    ({ state, property }) => state === "open" && mayReferTo(recorder, property, bucket),
  );
  return open === undefined ? none : { state: "open", recorder, property: open.property };
}

/** An unknown ARN is that of a bucket it is made from; made from nothing, it may be any bucket's. */
function mayReferTo(recorder: StackResource, property: string, bucket: StackResource): boolean {
  const sources = sourcesOf(recorder, property);
  return sources.length === 0 || sources.includes(bucket);
}

type CoverageState = Coverage["state"];

function basic(selector: Reading, bucket: StackResource): CoverageState {
  if ((textOf(below(selector, "readWriteType")) ?? "All") !== "All") {
    return "none";
  }
  const values = all(selector, "dataResources")
    .filter((resource) => textOf(below(resource, "type")) === "AWS::S3::Object")
    .flatMap((resource) => all(resource, "values"));
  return first(values.map((value) => begins(value, bucket)));
}

/** Fields that leave nothing out; with any other field, only some accesses are recorded. */
const neutralFields = ["eventCategory", "resources.type", "resources.ARN"];

function advanced(
  selector: Reading,
  bucket: StackResource,
  recorder: StackResource,
): CoverageState {
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
  const states = named("resources.ARN").map((arn) => byArn(arn, bucket, recorder));
  return states.find((one) => one === "none") ?? states.find((one) => one === "open") ?? "covered";
}

/** How much of a bucket one ARN field covers; the values of a field count together. */
function byArn(field: Reading, bucket: StackResource, recorder: StackResource): CoverageState {
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

function leavesOut(value: Reading, bucket: StackResource, recorder: StackResource): CoverageState {
  if (value.state === "unknown") {
    return mayReferTo(recorder, topLevel(value.path), bucket) ? "open" : "covered";
  }
  const start = startOf(value);
  const isOfBucket = namesOf(bucket).some(
    (name) => start.startsWith(`${name}/`) || `${name}/`.startsWith(start),
  );
  return isOfBucket ? "none" : "covered";
}

/** The bucket name and key prefix in an S3 ARN, or a part of them. */
function startOf(value: Reading): string {
  const [, start = ""] = /^arn:[\w-]+:s3:::(.*)$/.exec(textOf(value) ?? "") ?? [];
  return start;
}

function namesOf(bucket: StackResource): readonly string[] {
  return ["bucket", "bucketName", "id"].flatMap(
    (property) => textOf(read(bucket.props, property)) ?? [],
  );
}

/** Whether the ARN of every object of a bucket begins like this. */
function begins(value: Reading, bucket: StackResource): CoverageState {
  if (value.state === "unknown") {
    return "open";
  }
  const everything = /^arn:[\w-]+:s3(:::)?$/;
  return everything.test(textOf(value) ?? "") ||
    namesOf(bucket).some((name) => startOf(value) === `${name}/`)
    ? "covered"
    : "none";
}

function first(states: readonly CoverageState[]): CoverageState {
  return states.find((one) => one === "covered") ?? states.find((one) => one === "open") ?? "none";
}

function all(reading: Reading, step: Step): readonly Reading[] {
  return elements(below(reading, step)).filter(({ state }) => state !== "absent");
}
