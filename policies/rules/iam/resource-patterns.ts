// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a resource in a statement is a name, or a pattern that leaves nothing out.
 *
 * Of some services, the resources have names that somebody gave them and that whoever needs one can
 * write down. There, a pattern is for everything when it matches what nobody named, in one account as
 * well. Of other services (instances, tasks, streams of logs) AWS names the resources, and often after
 * the statement is written: there, the account has to stand in the ARN, and that is enough.
 */

import { globMatches } from "../../access/globs";

const everything = /^(\*+|arn:[^:]*\*|arn:[^:]*:[*?]+(:.*)?|arn:[^:]*:[^:]*:[*?]*\*)$/;

/** The last part of an ARN that is wildcards, and the types that they are of. */
const wildcards = "[*?/:]*\\*[*?/:]*";
const onlyWildcards = new RegExp(`^${wildcards}$`);
const wildcardsOfTypes = new RegExp(
  `^(?:/?[A-Za-z-]+[:/])?${wildcards}(?:[A-Za-z-]+[:/]${wildcards})*$`,
);

/** Of each service, the last parts of ARNs of what nobody named. */
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

/** The services that are judged by names, and the last parts of their resources' ARNs, with NAME for names. */
export const namedResources: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(unnamed).map(([service, parts]) => [service, parts.split(" ")]),
);

/** What nobody called a resource; it ends as Secrets Manager ends the ARNs of its secrets. */
const nobodysName = "nobody-called-anything-this-Zq7xWv";

/** The service that an ARN is of, as far as it says. */
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
