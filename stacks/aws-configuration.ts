// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as aws from "@pulumi/aws";
import { type Field, list, nonEmpty, oneOf, optional, type Reading, readFields } from "./fields";

/** How AWS is reached, which is the same for every data centre; where and as whom is said per data centre. */
export type AwsConfiguration = Pick<
  aws.ProviderArgs,
  | "profile"
  | "sharedConfigFiles"
  | "sharedCredentialsFiles"
  | "retryMode"
  | "customCaBundle"
  | "httpProxy"
  | "httpsProxy"
  | "noProxy"
>;

/** What is handed on to every provider of this program. */
const handedOn = {
  profile: optional(nonEmpty),
  sharedConfigFiles: optional(list(nonEmpty, 1)),
  sharedCredentialsFiles: optional(list(nonEmpty, 1)),
  retryMode: optional(oneOf(["standard", "adaptive"])),
  customCaBundle: optional(nonEmpty),
  httpProxy: optional(nonEmpty),
  httpsProxy: optional(nonEmpty),
  noProxy: optional(nonEmpty),
} satisfies { readonly [Name in keyof AwsConfiguration]-?: Field<unknown> };

const inRegions = (key: string): string => `Set '${key}' in the entries of 'classroom:regions'`;
const credentials =
  "Give credentials by the environment of the command, or name a profile with 'aws:profile'";

/** What this program says per data centre, or for the whole stack, with a key of its own. */
const saidElsewhere: Readonly<Record<string, string>> = {
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
 * Reads the namespace `aws` of a stack's configuration. Explicit providers ignore it without a word, so
 * a role or an account that somebody sets there would be a wish that nobody hears: each key is handed
 * on or refused. No message repeats a value, since some of them are credentials.
 */
export function readAwsConfiguration(
  values: Readonly<Record<string, unknown>>,
): Reading<AwsConfiguration> {
  const names = Object.keys(values);
  const problems = names
    .filter((name) => !isHandedOn(name))
    .map((name) => `'aws:${name}' has no effect on the data centres. ${fixOf(name)}.`);
  const known = Object.fromEntries(names.filter(isHandedOn).map((name) => [name, values[name]]));
  const reading = readFields(handedOn, known, (name) => `aws:${name}`);
  const all = [...problems, ...("problems" in reading ? reading.problems : [])];
  return "value" in reading && all.length === 0 ? reading : { problems: all };
}

function isHandedOn(name: string): boolean {
  return Object.hasOwn(handedOn, name);
}

function fixOf(name: string): string {
  const instead = Object.hasOwn(saidElsewhere, name) ? saidElsewhere[name] : undefined;
  const removal = `${instead === undefined ? "Remove it" : "and remove it"}: pulumi config rm aws:${name}`;
  return instead === undefined
    ? `${removal}; what is handed on is ${Object.keys(handedOn).join(", ")}`
    : `${instead}, ${removal}`;
}
