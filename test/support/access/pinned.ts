// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { RequestLike } from "../../../policies/access";
import { type Caller, callerOf } from "../../../policies/access/callers";

/** A caller from its text, in which a space stands before a session or a name. */
export function caller(text: string): Caller {
  return callerOf(text.replace(" ", "\n"));
}

/** Parts of a question that only one caller is like. */
export function exactly({ kind, name, session }: Caller): RequestLike[] {
  if (kind === "service" || kind === "identity") {
    return [{ Principal: { [kind === "service" ? "Service" : "Federated"]: name } }];
  }
  if (kind === "anonymous") {
    return [{ Callers: ["anonymous"] }];
  }
  const arn = { Condition: { StringEquals: { "aws:PrincipalArn": name } } };
  const [, partition, , , account, resource = ""] = name.split(":");
  const role = resource.split("/").at(-1);
  const sessionArn = `arn:${partition}:sts::${account}:assumed-role/${role}/${session}`;
  return [
    { Callers: [kind] },
    arn,
    ...(kind === "role" ? [{ Principal: { AWS: sessionArn } }] : []),
  ];
}
