// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a resource in a statement is a name, or a pattern for every resource.
 *
 * In some services people name the resources, so a statement can name them too. There, a pattern is for
 * every resource if it matches a name that nobody uses, even within one account. In other services AWS
 * names the resources (instances, tasks, log streams), often after the statement is written. There, it is
 * enough that the ARN names the account.
 */

import { globMatches } from "../../access/globs";

const everything = /^(\*+|arn:[^:]*\*|arn:[^:]*:[*?]+(:.*)?|arn:[^:]*:[^:]*:[*?]*\*)$/;

/** The last part of an ARN that is only wildcards, with or without the type of the resource. */
const wildcards = "[*?/:]*\\*[*?/:]*";
const onlyWildcards = new RegExp(`^${wildcards}$`);
const wildcardsOfTypes = new RegExp(
  `^(?:/?[A-Za-z-]+[:/])?${wildcards}(?:[A-Za-z-]+[:/]${wildcards})*$`,
);

/** For each service, the last parts of the ARNs of its resources. NAME stands for a name. */
const unnamed: Readonly<Record<string, string>> = {
  dynamodb: "table/NAME table/NAME/index/NAME table/NAME/stream/NAME",
  elasticfilesystem: "file-system/NAME access-point/NAME",
  es: "domain/NAME",
  "execute-api": "NAME/NAME/NAME/NAME",
  firehose: "deliverystream/NAME",
  iam: "role/NAME user/NAME group/NAME policy/NAME",
  kafka: "cluster/NAME/NAME topic/NAME/NAME/NAME group/NAME/NAME/NAME",
  kinesis: "stream/NAME",
  kinesisvideo: "stream/NAME/NAME channel/NAME/NAME",
  kms: "key/NAME alias/NAME",
  lambda: "function:NAME function:NAME:NAME",
  "rds-db": "dbuser:NAME/NAME",
  route53: "hostedzone/NAME",
  s3: "NAME NAME/NAME",
  secretsmanager: "secret:NAME",
  ses: "identity/NAME",
  sns: "NAME",
  sqs: "NAME",
  ssm: "parameter/NAME",
  states: "stateMachine:NAME",
};

/** The services whose resources people name, with the last parts of their ARNs. */
export const namedResources: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(unnamed).map(([service, parts]) => [service, parts.split(" ")]),
);

/** A name that nobody uses. It ends like the ARNs of Secrets Manager, with a hyphen and six characters. */
const nobodysName = "nobody-called-anything-this-Zq7xWv";

/** The service in an ARN; empty if there is none. */
export function serviceOf(resource: string): string {
  return resource.split(":")[2] ?? "";
}

export function isEveryResource(resource: string): boolean {
  if (everything.test(resource)) {
    return true;
  }
  const [, , service = "", , account = "", ...last] = resource.split(":");
  const part = last.join(":");
  const isAnyAccount = /^[*?]+$/.test(account);
  return (
    (account === "" && onlyWildcards.test(part)) ||
    (isAnyAccount && wildcardsOfTypes.test(part)) ||
    (namedResources.get(service) ?? []).some((shape) =>
      globMatches(part, shape.replaceAll("NAME", nobodysName), false),
    )
  );
}
