// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether an access control list of S3 lets everyone in, as findings. */

import { type Finding, undecided, violation } from "../framework/finding";
import { type Reading, textOf } from "../resources/reading";
import type { Resource } from "../resources/stack";

/** Two spellings: S3's own, and CloudFormation's. */
const publicAcls =
  /^(public-read|public-read-write|authenticated-read|PublicRead|PublicReadWrite|AuthenticatedRead)$/;

/** "Authenticated" means by any AWS account, which everybody can open. */
const publicGroups = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;

/** A list that AWS has a name for. Without one the owner alone is let in. */
export function judgeCannedAcl(
  resource: Resource,
  acl: Reading,
  must: string,
  of?: Resource,
): readonly Finding[] {
  return judge(resource, acl, must, publicAcls, "is", of);
}

/** The group that a grant is for. */
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
