// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads a resource's properties, which may be absent or unknown.
 *
 * The policy SDK passes proxies that throw when a rule reads a value that is unknown in a preview. The
 * SDK then reports the rule as advisory whatever its level. So rules never touch `props`: they read
 * through this module and decide each of the three states on purpose.
 */

import { UnknownValueError } from "@pulumi/policy";
import type { AttributePath, Step } from "../provider-tables/reader";

export type { AttributePath, Step } from "../provider-tables/reader";

export type Reading =
  | { readonly state: "absent"; readonly path: string }
  | { readonly state: "unknown"; readonly path: string }
  | { readonly state: "known"; readonly path: string; readonly value: unknown };

/** The value at the end of a path that crosses no list. */
export function read(props: unknown, ...path: AttributePath): Reading {
  return path.reduce(below, { state: "known", path: "", value: props } as Reading);
}

/**
 * All values at the end of a path. A block is an object in one version of the provider and a list in
 * another, so a list on the way stands for each of its elements, and an empty list for an absent block.
 */
export function select(props: unknown, ...path: AttributePath): readonly Reading[] {
  return path.reduce<readonly Reading[]>(
    (readings, step) => readings.flatMap((reading) => elements(below(reading, step))),
    [{ state: "known", path: "", value: props }],
  );
}

/** A property of a reading; absent or unknown where the reading itself is. */
export function below(reading: Reading, step: Step | number): Reading {
  if (reading.state !== "known") {
    return reading;
  }
  const name = typeof step === "object" ? spelling(reading.value, step) : step;
  const path = pathBelow(reading.path, name);
  try {
    const value = (reading.value as Record<string | number, unknown>)[name];
    return value === undefined || value === null
      ? { state: "absent", path }
      : { state: "known", path, value };
  } catch (error) {
    if (error instanceof UnknownValueError) {
      return { state: "unknown", path };
    }
    throw error;
  }
}

/** The elements of a list; any other value is its own only element. */
export function elements(reading: Reading): readonly Reading[] {
  if (reading.state !== "known" || !Array.isArray(reading.value)) {
    return [reading];
  }
  const all = Array.from({ length: reading.value.length }, (_, index) => below(reading, index));
  return all.length === 0 ? [{ state: "absent", path: reading.path }] : all;
}

/** A known value as a string. AWS returns an empty string where nothing was set, so that counts as absent. */
export function textOf(reading: Reading): string | undefined {
  return reading.state === "known" && reading.value !== "" ? String(reading.value) : undefined;
}

/**
 * The value of a JSON string, or the object that a program writes instead; a string that is not JSON
 * stays a string. Content that is made from an unknown value is unknown as a whole.
 */
export function contentOf(reading: Reading): Reading {
  if (reading.state !== "known") {
    return reading;
  }
  const { path, value } = reading;
  if (value === "") {
    return { state: "absent", path };
  }
  const copy = plainCopy(value);
  if (copy === undefined) {
    return { state: "unknown", path };
  }
  return { state: "known", path, value: typeof copy === "string" ? parsed(copy) : copy };
}

/** A copy without the SDK's proxies; undefined where a part is unknown. */
function plainCopy(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch (error) {
    if (error instanceof UnknownValueError) {
      return undefined;
    }
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function spelling(value: unknown, names: readonly string[]): string {
  const present = names.find((name) => value instanceof Object && name in value);
  return present ?? names[0] ?? "";
}

function pathBelow(path: string, step: string | number): string {
  if (typeof step === "number") {
    return `${path}[${step}]`;
  }
  return path === "" ? step : `${path}.${step}`;
}
