// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads a resource's properties without trusting them to be there or to be known.
 *
 * The policy SDK hands out proxies that throw when a value that is unknown in a preview is read. A
 * rule that lets that happen is reported as an advisory whatever its level, so rules never touch
 * `props`: they read through here and decide each of the three states on purpose.
 */

import { UnknownValueError } from "@pulumi/policy";
import type { AttributePath, Step } from "../provider-tables/reader";

export type { AttributePath, Step } from "../provider-tables/reader";

export type Reading =
  | { readonly state: "absent"; readonly path: string }
  | { readonly state: "unknown"; readonly path: string }
  | { readonly state: "known"; readonly path: string; readonly value: unknown };

/** What is at the end of a path that crosses no list. */
export function read(props: unknown, ...path: AttributePath): Reading {
  return path.reduce(below, { state: "known", path: "", value: props } as Reading);
}

/**
 * Everything at the end of a path. Blocks are an object in one spelling and a list in another, so a
 * list on the way stands for each of its elements, and an empty one for an absent block.
 */
export function select(props: unknown, ...path: AttributePath): readonly Reading[] {
  return path.reduce<readonly Reading[]>(
    (readings, step) => readings.flatMap((reading) => elements(below(reading, step))),
    [{ state: "known", path: "", value: props }],
  );
}

/** The property of a reading; absent or unknown where the reading itself is. */
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

/** A list's elements; anything else is its own only element. */
export function elements(reading: Reading): readonly Reading[] {
  if (reading.state !== "known" || !Array.isArray(reading.value)) {
    return [reading];
  }
  const all = Array.from({ length: reading.value.length }, (_, index) => below(reading, index));
  return all.length === 0 ? [{ state: "absent", path: reading.path }] : all;
}

/** The text of a reading. AWS reads the empty text back where nothing was set, so it counts as absent. */
export function textOf(reading: Reading): string | undefined {
  return reading.state === "known" && reading.value !== "" ? String(reading.value) : undefined;
}

/**
 * What a text in JSON stands for, or the object that is written in its place; a text that is no JSON
 * stays as it is. Made from an unknown value, it is unknown as a whole.
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

/** A copy without the SDK's proxies; nothing where a part is unknown. */
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
