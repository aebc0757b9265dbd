// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Account } from "../account";
import { inputProblems } from "../check";
import type { Properties } from "../properties";
import { Refusal } from "../refusal";
import type { Sdk } from "../sdk";
import { availabilityZones } from "./availability-zones";
import { policyDocument } from "./policy-document";
import { callerIdentity, defaultTags, partition, region, servicePrincipal } from "./provider-facts";

/** Answers a data source from what the provider knows of itself and from the arguments. */
export type DataSource = (account: Account, args: Properties) => Properties;

/**
 * The data sources that can be answered without asking AWS, because the answer follows from region,
 * account and arguments.
 */
const dataSources: Readonly<Record<string, DataSource>> = {
  "aws:iam/getPolicyDocument:getPolicyDocument": policyDocument,
  "aws:index/getAvailabilityZones:getAvailabilityZones": availabilityZones,
  "aws:index/getCallerIdentity:getCallerIdentity": callerIdentity,
  "aws:index/getDefaultTags:getDefaultTags": defaultTags,
  "aws:index/getPartition:getPartition": partition,
  "aws:index/getRegion:getRegion": region,
  "aws:index/getServicePrincipal:getServicePrincipal": servicePrincipal,
};

/** Answers a data source, or refuses it by name: what only AWS knows is not made up. */
export function answer(sdk: Sdk, account: Account, token: string, args: Properties): Properties {
  const shape = sdk.dataSource(token);
  if (shape === undefined) {
    throw new Refusal(
      `Data source '${token}' does not exist in @pulumi/aws ${sdk.version}. Look for its name ` +
        "in the documentation of that version.",
    );
  }
  const source = dataSources[token];
  const name = token.split(":").at(-1);
  if (source === undefined) {
    throw new Refusal(
      `Data source '${name}' cannot be answered offline, because only AWS knows the answer; the ` +
        `ones that can are ${known()}. Pass the value as configuration, or preview with an ` +
        "account.",
    );
  }
  const problems = inputProblems(sdk, shape.args, args);
  if (problems.length > 0) {
    const texts = problems.map(({ property, reason }) => `'${property}' ${reason}`);
    throw new Refusal(`Data source '${name}': ${texts.join(" ")}`);
  }
  return { ...args, ...source(account, args) };
}

function known(): string {
  return Object.keys(dataSources)
    .map((token) => token.split(":").at(-1))
    .join(", ");
}
