// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Properties } from "./properties";
import { Refusal } from "./refusal";

/** The account number that AWS uses in its own documentation. */
const documentationAccount = "123456789012";

/** The groups of regions that share accounts, by the beginning of their regions' names, the most general last. */
const partitions = [
  { prefix: /^cn-/, partition: "aws-cn", dnsSuffix: "amazonaws.com.cn" },
  { prefix: /^us-gov-/, partition: "aws-us-gov", dnsSuffix: "amazonaws.com" },
  { prefix: /^(?!.*iso|eusc)/, partition: "aws", dnsSuffix: "amazonaws.com" },
] as const;

/** Where a provider instance makes its resources. */
export interface Account {
  readonly region: string;
  readonly partition: "aws" | "aws-cn" | "aws-us-gov";
  readonly dnsSuffix: "amazonaws.com" | "amazonaws.com.cn";
  readonly id: string;
  /** The provider's own `defaultTags`. */
  readonly defaultTags: Readonly<Record<string, string>>;
  /** Whether the provider's `ignoreTags` leave a tag alone. */
  readonly ignoresTag: (key: string) => boolean;
}

/**
 * Reads a provider's configuration: every value arrives as text, anything but text as JSON in it. It
 * holds credentials too, so no error may quote more of it than the one value it is about.
 */
export function accountOf(
  configuration: Properties,
  regions: readonly string[],
  environment: NodeJS.ProcessEnv,
): Account {
  // Without configuration the real plug-in looks at these two variables, in this order.
  const region = String(
    configuration.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? "",
  );
  const partition = partitions.find(({ prefix }) => prefix.test(region));
  if (partition === undefined || !regions.includes(region)) {
    throw new Refusal(
      "Provider aws: 'region' must be a region of AWS, AWS China or AWS GovCloud, such as " +
        `eu-central-1, got ${JSON.stringify(region)}. Set it on the provider, or aws:region in ` +
        "the stack's configuration.",
    );
  }
  const { tags } = parsed<{ tags?: Record<string, string> }>(configuration, "defaultTags") ?? {};
  return {
    region,
    partition: partition.partition,
    dnsSuffix: partition.dnsSuffix,
    id: accountId(configuration),
    defaultTags: tags ?? {},
    ignoresTag: ignoredTags(configuration),
  };
}

interface Role {
  readonly roleArn?: string;
}

/** The account of the assumed role; without one, the first allowed account. */
function accountId(configuration: Properties): string {
  // Version 6 of the SDK has one role, later ones a chain of which the last one counts.
  const role =
    parsed<Role[]>(configuration, "assumeRoles")?.at(-1) ??
    parsed<Role>(configuration, "assumeRole");
  const allowed = parsed<string[]>(configuration, "allowedAccountIds") ?? [];
  const forbidden = parsed<string[]>(configuration, "forbiddenAccountIds") ?? [];
  const id = role?.roleArn?.split(":")[4] ?? allowed[0] ?? documentationAccount;
  if (allowed.length > 0 && !allowed.includes(id)) {
    throw new Refusal(
      `Provider aws: 'allowedAccountIds' must hold ${id}, the account of the role that ` +
        `'assumeRoles' names, got ${allowed.join(", ")}.`,
    );
  }
  if (forbidden.includes(id)) {
    throw new Refusal(
      `Provider aws: 'forbiddenAccountIds' must not hold ${id}, the account that the provider ` +
        "works in. Assume a role of another account.",
    );
  }
  return id;
}

function ignoredTags(configuration: Properties): Account["ignoresTag"] {
  const { keys, keyPrefixes } =
    parsed<{ keys?: string[]; keyPrefixes?: string[] }>(configuration, "ignoreTags") ?? {};
  return (key) =>
    (keys?.includes(key) ?? false) ||
    (keyPrefixes?.some((prefix) => key.startsWith(prefix)) ?? false);
}

function parsed<Value>(configuration: Properties, name: string): Value | undefined {
  const value = configuration[name];
  try {
    return typeof value === "string" ? (JSON.parse(value) as Value) : (value as Value | undefined);
  } catch {
    throw new Refusal(`Provider aws: '${name}' must be JSON, got text that is not.`);
  }
}
