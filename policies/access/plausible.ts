// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Values that look like ones, made from what documents name, so that a counterexample reads well. */

import type { RequestPart } from "./documents";
import { attributeOf } from "./keys";
import { ANONYMOUS, PRINCIPAL } from "./principals";
import { ACTION, RESOURCE } from "./statements";

const DEFAULT_PARTITION = "aws";
const PARTITIONS = [DEFAULT_PARTITION, "aws-cn", "aws-us-gov"];
const OTHER_ACCOUNT = "999988887777";
const ARN = /^arn:([\w-]+):([\w-]*):([^:]*):([^:]*):(.*)$/;
const ACTIONS = [
  "s3:GetObject",
  "s3:PutObject",
  "s3:DeleteObject",
  "s3:ListBucket",
  "s3:PutBucketPolicy",
  "kms:Decrypt",
  "kms:GenerateDataKey",
  "kms:PutKeyPolicy",
  "secretsmanager:GetSecretValue",
  "secretsmanager:PutResourcePolicy",
  "execute-api:Invoke",
  "lambda:InvokeFunction",
  "sqs:SendMessage",
  "sns:Publish",
  "sts:AssumeRole",
  "sts:AssumeRoleWithWebIdentity",
];

/** The partitions that the documents name; callers and resources of others cannot be meant. */
export function partitionsOf(parts: readonly RequestPart[]): readonly string[] {
  const named = new Set(textsOf(parts).map((text) => ARN.exec(text)?.[1] ?? ""));
  const known = PARTITIONS.filter((partition) => named.has(partition));
  return known.length > 0 ? known : [DEFAULT_PARTITION];
}

export function plausibleValues(
  parts: readonly RequestPart[],
): ReadonlyMap<string, readonly string[]> {
  const [partition = DEFAULT_PARTITION] = partitionsOf(parts);
  const values = new Map<string, readonly string[]>([
    [PRINCIPAL, callers(parts, partition)],
    [
      ACTION,
      [...exact(parts), ...ACTIONS, ...parts.flatMap(({ action }) => filled(action?.values ?? []))],
    ],
    [RESOURCE, parts.flatMap(({ resource }) => resource?.values ?? []).flatMap(resources)],
  ]);
  for (const { key, values: texts } of parts.flatMap(({ conditions }) => conditions)) {
    const attribute = attributeOf(key);
    values.set(attribute, [...(values.get(attribute) ?? []), ...filled(texts)]);
  }
  return values;
}

function exact(parts: readonly RequestPart[]): readonly string[] {
  return parts.flatMap(({ action }) => action?.values ?? []).filter((text) => !/[*?]/.test(text));
}

function textsOf(parts: readonly RequestPart[]): readonly string[] {
  return parts.flatMap(({ principal, resource, conditions }) => [
    ...principalTexts(principal),
    ...(resource?.values ?? []),
    ...conditions.flatMap(({ values }) => values),
  ]);
}

function principalTexts(principal: RequestPart["principal"]): readonly string[] {
  return principal && principal.values !== "*" ? Object.values(principal.values).flat() : [];
}

function callers(parts: readonly RequestPart[], partition: string): readonly string[] {
  const named = textsOf(parts).flatMap((text) => namedCallers(text, partition));
  const accounts = [OTHER_ACCOUNT, ...named.map((arn) => ARN.exec(arn)?.[4] ?? "")];
  return [
    ANONYMOUS,
    `arn:${partition}:iam::${OTHER_ACCOUNT}:role/somebody session`,
    ...named,
    ...[...new Set(accounts)].flatMap((account) => [
      `arn:${partition}:iam::${account}:role/somebody session`,
      `arn:${partition}:iam::${account}:user/somebody`,
      `arn:${partition}:iam::${account}:root`,
      `arn:${partition}:sts::${account}:federated-user/somebody`,
    ]),
    "service lambda.amazonaws.com",
  ];
}

function namedCallers(text: string, partition: string): readonly string[] {
  if (/^\d{12}$/.test(text)) {
    return [`arn:${partition}:iam::${text}:role/somebody session`];
  }
  const [whole] = filled([text]);
  const [, , service, , account = "", rest = ""] = ARN.exec(whole ?? "") ?? [];
  if ((service !== "iam" && service !== "sts") || !/^\d{12}$/.test(account)) {
    return /\.amazonaws\.com/.test(text) ? [`service ${text}`] : [];
  }
  return rest.startsWith("role/") ? [`${whole} session`] : [whole ?? ""];
}

/** The text itself, with something plausible where it has wildcards. */
function filled(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => [
    text.replaceAll("*", "example").replaceAll("?", "x"),
    text.replaceAll("*", "").replaceAll("?", "x"),
  ]);
}

function resources(text: string): readonly string[] {
  const shorthand = text.replace(
    /^execute-api:\//,
    "arn:aws:execute-api:eu-central-1:111122223333:abcdef1234/",
  );
  const [, partition, service, region, account] = ARN.exec(shorthand) ?? [];
  const other = partition ? [`arn:${partition}:${service}:${region}:${account}:another`] : [];
  return [...filled([shorthand]), ...other];
}
