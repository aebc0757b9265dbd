// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { aws } from "./configuration-description/aws";
import type { AwsConfiguration } from "./configuration-values";
import { type Reading, readDescribed } from "./read-described";

const inRegions = (key: string): string => `Set '${key}' in the entries of 'classroom:regions'`;
const credentials =
  "Give credentials by the environment of the command, or name a profile with 'aws:profile'";

/** Keys of the namespace `aws` for which the program has its own, and what to do instead. */
const replacements: Readonly<Record<string, string>> = {
  region: inRegions("awsRegion"),
  allowedAccountIds: inRegions("accountId"),
  forbiddenAccountIds: inRegions("accountId"),
  assumeRole: inRegions("assumeRoleArn"),
  assumeRoles: inRegions("assumeRoleArn"),
  defaultTags: "Set 'classroom:tags'",
  accessKey: credentials,
  secretKey: credentials,
  token: credentials,
};

/**
 * Reads the namespace `aws` of a stack's configuration. Explicit providers ignore it silently, so a role or
 * an account that somebody sets there would have no effect. Therefore the program passes each key to its
 * providers or refuses it. No message repeats a value, because some values are credentials.
 */
export function readAwsConfiguration(
  values: Readonly<Record<string, unknown>>,
): Reading<AwsConfiguration> {
  const names = Object.keys(values);
  const problems = names
    .filter((name) => !isPassedOn(name))
    .map((name) => `'aws:${name}' has no effect on the data centres. ${fixOf(name)}.`);
  const known = Object.fromEntries(names.filter(isPassedOn).map((name) => [name, values[name]]));
  const reading = readDescribed(aws, known, (name) => `aws:${name}`);
  const all = [...problems, ...("problems" in reading ? reading.problems : [])];
  return "value" in reading && all.length === 0 ? reading : { problems: all };
}

function isPassedOn(name: string): boolean {
  return Object.hasOwn(aws, name);
}

function fixOf(name: string): string {
  const command = `pulumi config rm aws:${name}`;
  return Object.hasOwn(replacements, name)
    ? `${replacements[name]}, and remove it: ${command}`
    : `Remove it: ${command}; what is handed on is ${Object.keys(aws).join(", ")}`;
}
