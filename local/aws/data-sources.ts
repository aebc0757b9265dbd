// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import type { Account } from "./account";
import type { Properties } from "./properties";
import { Refusal } from "./refusal";
import type { Sdk } from "./sdk";

/** Regions that give an account two zones; all others give three, under the letters a, b and c. */
const TWO_ZONES: Readonly<Record<string, readonly string[]>> = {
  "ca-west-1": ["a", "b"],
  "us-west-1": ["a", "c"],
};

/** The data sources that can be answered without asking AWS, because the answer follows from region and account. */
const SOURCES: Readonly<Record<string, (account: Account, args: Properties) => Properties>> = {
  "aws:index/getAvailabilityZones:getAvailabilityZones": (account) => {
    const letters = TWO_ZONES[account.region] ?? ["a", "b", "c"];
    return {
      names: letters.map((letter) => `${account.region}${letter}`),
      zoneIds: letters.map((_, index) => `${shortRegion(account.region)}-az${index + 1}`),
      groupNames: [account.region],
      id: account.region,
      region: account.region,
    };
  },
  "aws:index/getCallerIdentity:getCallerIdentity": (account) => ({
    accountId: account.id,
    arn: `arn:${account.partition}:iam::${account.id}:user/rehearsal`,
    id: account.id,
    userId: `AIDA${createHash("sha256").update(account.id).digest("hex").slice(0, 16).toUpperCase()}`,
  }),
  "aws:index/getPartition:getPartition": (account) => ({
    dnsSuffix: account.dnsSuffix,
    id: account.partition,
    partition: account.partition,
    reverseDnsPrefix: account.dnsSuffix.split(".").reverse().join("."),
  }),
  "aws:index/getRegion:getRegion": (account) => ({
    description: account.region,
    endpoint: `ec2.${account.region}.${account.dnsSuffix}`,
    id: account.region,
    name: account.region,
    region: account.region,
  }),
};

/** Answers a data source, or refuses it by name: what only AWS knows is not made up. */
export function answer(sdk: Sdk, account: Account, token: string, args: Properties): Properties {
  const source = SOURCES[token];
  if (source !== undefined) {
    return { ...args, ...source({ ...account, region: regionOf(account, args) }, args) };
  }
  throw new Refusal(
    sdk.result(token) === undefined
      ? `Data source '${token}' does not exist in @pulumi/aws ${sdk.version}.`
      : `Data source '${token}' cannot be answered offline, since only AWS knows the answer; known are ${known()}. Pass the value by configuration, or preview with an account.`,
  );
}

function regionOf(account: Account, args: Properties): string {
  return typeof args.region === "string" ? args.region : account.region;
}

function known(): string {
  return Object.keys(SOURCES)
    .map((token) => token.split(":").at(-1))
    .join(", ");
}

/** `eu-central-1` as zone ids have it: `euc1`. */
function shortRegion(region: string): string {
  const [area = "", direction = "", number = ""] = region.split("-");
  return `${area}${
    direction
      .match(/north|south|east|west|central/g)
      ?.map((part) => part[0])
      .join("") ?? ""
  }${number}`;
}
