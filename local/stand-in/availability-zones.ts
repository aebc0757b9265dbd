// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** An availability zone as EC2 describes it. */
export interface Zone {
  readonly name: string;
  readonly id: string;
}

/** The letters that differ from a, b and c: zones that AWS gives to no new account are skipped. */
const zoneLetters: Readonly<Record<string, string>> = {
  "ap-northeast-1": "acd",
  "ca-central-1": "abd",
  "cn-north-1": "abd",
  "us-west-1": "ac",
};

/** Zones of a region; an account may see others under the same letters. */
export function zonesOf(region: string): Zone[] {
  return [...(zoneLetters[region] ?? "abc")].map((letter, index) => ({
    name: `${region}${letter}`,
    id: `${shortRegion(region)}-az${index + 1}`,
  }));
}

/** `eu-central-1` as zone ids have it: `euc1`. */
function shortRegion(region: string): string {
  const [number = "", ...words] = region.split("-").reverse();
  const [area = "", ...directions] = words.reverse();
  const initials = directions
    .join("")
    .match(/north|south|east|west|central|gov/g)
    ?.map((part) => part[0]);
  return `${area}${initials?.join("") ?? ""}${number}`;
}
