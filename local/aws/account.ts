// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { Refusal } from "./refusal";

/** The account number that AWS uses in its own documentation. */
const DOCUMENTATION_ACCOUNT = "123456789012";

/** Where a provider instance makes its resources. */
export interface Account {
  readonly region: string;
  readonly partition: "aws" | "aws-cn" | "aws-us-gov";
  readonly dnsSuffix: "amazonaws.com" | "amazonaws.com.cn";
  readonly id: string;
  /** The provider's own `defaultTags`. */
  readonly defaultTags: Readonly<Record<string, string>>;
}

/**
 * Reads a provider's configuration: every value arrives as text, anything but text as JSON in it. It
 * holds credentials too, so no error may quote more of it than the one value it is about.
 */
export function accountOf(configuration: Readonly<Record<string, unknown>>): Account {
  const region = String(configuration.region ?? "");
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
    throw new Refusal(
      `Provider aws: 'region' must name an AWS region, such as eu-central-1, got ${JSON.stringify(region)}. Set it on the provider, or aws:region in the stack's configuration.`,
    );
  }
  const partition = partitionOf(region);
  return {
    region,
    partition,
    dnsSuffix: partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
    id: accountId(configuration),
    defaultTags: parsed<{ tags?: Record<string, string> }>(configuration.defaultTags)?.tags ?? {},
  };
}

/** The role's account when a role is assumed, as AWS would have it; allowed accounts are enforced as the real plug-in does. */
function accountId(configuration: Readonly<Record<string, unknown>>): string {
  const roles = parsed<{ roleArn?: string }[]>(configuration.assumeRoles) ?? [];
  const allowed = parsed<string[]>(configuration.allowedAccountIds) ?? [];
  const id = roles.at(-1)?.roleArn?.split(":")[4] ?? allowed[0] ?? DOCUMENTATION_ACCOUNT;
  if (allowed.length > 0 && !allowed.includes(id)) {
    throw new Refusal(
      `Provider aws: 'allowedAccountIds' must hold the account of the assumed role, ${id}, got ${allowed.join(", ")}.`,
    );
  }
  return id;
}

function partitionOf(region: string): Account["partition"] {
  if (region.startsWith("cn-")) {
    return "aws-cn";
  }
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function parsed<Value>(text: unknown): Value | undefined {
  return typeof text === "string" ? (JSON.parse(text) as Value) : (text as Value | undefined);
}
