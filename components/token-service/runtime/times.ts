// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z$/;

/** Writes whole seconds since 1970 as RFC 3339 in UTC. */
export function formatTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

/** Reads RFC 3339 in UTC into whole seconds since 1970; nothing when the text is no real time. */
export function parseTime(text: string): number | undefined {
  const toSecond = shape.exec(text)?.[1];
  if (toSecond === undefined) {
    return undefined;
  }
  const seconds = Date.parse(`${toSecond}Z`) / 1000;
  // 30 February parses, but not into itself.
  return Number.isFinite(seconds) && formatTime(seconds) === `${toSecond}Z` ? seconds : undefined;
}
