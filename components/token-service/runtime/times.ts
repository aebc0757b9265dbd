// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z$/;

/** Writes whole seconds since 1970 as RFC 3339 in UTC. */
export function formatTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** Reads RFC 3339 in UTC as whole seconds since 1970; returns nothing for a time that does not exist. */
export function parseTime(text: string): number | undefined {
  const toSecond = shape.exec(text)?.[1];
  if (toSecond === undefined) {
    return undefined;
  }
  const seconds = Date.parse(`${toSecond}Z`) / 1000;
  // JavaScript reads 30 February as a day in March.
  return Number.isFinite(seconds) && formatTime(seconds) === `${toSecond}Z` ? seconds : undefined;
}
