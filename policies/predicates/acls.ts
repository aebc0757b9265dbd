// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether an S3 access control list is public, as findings. */

import { type Finding, undecided, violation } from "../framework/finding";
import { type Reading, textOf } from "../resources/reading";
import type { Resource } from "../resources/stack";

/** In the spelling of S3 and in that of CloudFormation. */
const publicAcls =
  /^(public-read|public-read-write|authenticated-read|PublicRead|PublicReadWrite|AuthenticatedRead)$/;

/** "Authenticated" means any AWS account, and anyone can open one. */
const publicGroups = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/** A canned ACL. Without one, only the owner has access. */
export function judgeCannedAcl(
  resource: Resource,
  acl: Reading,
  must: string,
  of?: Resource,
): readonly Finding[] {
  return judge(resource, acl, must, publicAcls, "is", of);
}

/** The group that a grant names. */
export function judgeGroup(
  resource: Resource,
  uri: Reading,
  must: string,
  of?: Resource,
): readonly Finding[] {
  return judge(resource, uri, must, publicGroups, "grants to", of);
}

function judge(
  resource: Resource,
  reading: Reading,
  must: string,
  open: RegExp,
  verb: string,
  of?: Resource,
): readonly Finding[] {
  if (reading.state === "unknown") {
    return [undecided(resource, reading.path, must, { of })];
  }
  const [, who] = open.exec(textOf(reading) ?? "") ?? [];
  return who === undefined
    ? []
    : [violation(resource, reading.path, `${verb} ${who}`, must, { of })];
}
