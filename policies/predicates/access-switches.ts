// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** S3 Block Public Access: the four switches of a bucket, an access point or an account. */

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

/** The findings about the switches in a block. A missing switch is on or off depending on the resource. */
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
  reading: Reading,
  isOnUnset: boolean,
  of?: Resource,
): readonly Finding[] {
  if (reading.state === "unknown") {
    return [undecided(resource, reading.path, switchedOn, { of })];
  }
  const text = textOf(reading);
  const isOn = text === undefined ? isOnUnset : text === "true";
  const found = text === undefined ? "is missing, which means off" : "is off";
  return isOn ? [] : [violation(resource, reading.path, found, switchedOn, { of })];
}
