// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** S3's four switches against public access, of a bucket, an access point or an account. */

import { type Finding, undecided, violation } from "../framework/finding";
import { below, type Reading, textOf } from "../resources/reading";
import type { Resource } from "../resources/stack";

export const accessSwitches = [
  "blockPublicAcls",
  "blockPublicPolicy",
  "ignorePublicAcls",
  "restrictPublicBuckets",
] as const;

export const switchedOn = "all four switches against public access must be on";

/** What is found about the switches in a block. What one is that nobody sets depends on whose they are. */
export function judgeSwitches(
  resource: Resource,
  block: Reading,
  unset: "on" | "off",
  of?: Resource,
): readonly Finding[] {
  return accessSwitches.flatMap((name) =>
    judgeSwitch(resource, below(block, name), unset === "on", of),
  );
}

function judgeSwitch(
  resource: Resource,
  position: Reading,
  isOnUnset: boolean,
  of?: Resource,
): readonly Finding[] {
  if (position.state === "unknown") {
    return [undecided(resource, position.path, switchedOn, { of })];
  }
  const text = textOf(position);
  const isOn = text === undefined ? isOnUnset : text === "true";
  const found = text === undefined ? "is missing, which means off" : "is off";
  return isOn ? [] : [violation(resource, position.path, found, switchedOn, { of })];
}
