// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type {
  Check,
  Key,
  Keys,
  Kind,
  ListKind,
  TextKind,
  ValuesOf,
} from "./configuration-description/kinds";

/** The result of reading a piece of configuration: its value, or all its problems as sentences. */
export type Reading<T> = { readonly value: T } | { readonly problems: readonly string[] };

type Map = Readonly<Record<string, unknown>>;
type NameOf = (key: string) => string;

/** Reads the values of some keys by their description, and refuses every other key. */
export function readDescribed<Members extends Keys>(
  keys: Members,
  values: Map,
  nameOf: NameOf,
): Reading<ValuesOf<Members>> {
  return readKeys(keys, values, nameOf) as Reading<ValuesOf<Members>>;
}

function readKeys(keys: Keys, values: Map, nameOf: NameOf): Reading<Map> {
  const names = Object.keys(keys);
  const unknown = Object.keys(values)
    .filter((key) => !names.includes(key))
    .map((key) => ({
      problems: [
        `'${nameOf(key)}' is not a key of this configuration; ` +
          `use one of ${names.join(", ")}, or remove it.`,
      ],
    }));
  return mapOf([
    ...Object.entries(keys).map(([key, description]) =>
      entryOf(key, readKey(description, values[key], nameOf(key))),
    ),
    ...unknown,
  ]);
}

function readKey(description: Key, value: unknown, name: string): Reading<unknown> {
  if (value === undefined && !("required" in description)) {
    return { value: "default" in description ? description.default : undefined };
  }
  return readValue(description, value, name);
}

function readValue(kind: Kind, value: unknown, name: string): Reading<unknown> {
  switch (kind.type) {
    case "text":
      return accepts(kind, value) ? { value } : refusal(name, kind.rule, value);
    case "date":
      return readDate(value, name);
    case "oneOf":
      return kind.values.some((allowed) => allowed === value)
        ? { value }
        : refusal(name, `one of ${kind.values.join(", ")}`, value);
    case "wholeNumber":
      return Number.isInteger(value) && Number(value) >= 1
        ? { value }
        : refusal(name, "a whole number of at least 1", value);
    case "boolean":
      return typeof value === "boolean" ? { value } : refusal(name, "true or false", value);
    case "secret":
      return { value: undefined };
    case "list":
      return checkedBy(kind.check, readList(kind, value, name), name);
    case "map":
      return readMap(kind.values, value, name);
    case "record":
      return isMap(value)
        ? checkedBy(
            kind.check,
            readKeys(kind.keys, value, (key) => `${name}.${key}`),
            name,
          )
        : refusal(name, "a map", value);
  }
}

function accepts(kind: TextKind, value: unknown): boolean {
  return typeof value === "string" && (kind.accepts?.(value) ?? kind.pattern.test(value));
}

/** YAML reads a date without quotes as a time, which arrives here in Go's format. */
function readDate(value: unknown, name: string): Reading<string> {
  const [, written] = /^(\S+) 00:00:00 \+0000 UTC$/.exec(String(value)) ?? [];
  const day = written ?? value;
  return typeof day === "string" && isDate(day)
    ? { value: day }
    : refusal(name, "a date like 2026-12-31", day);
}

function isDate(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(time.getTime()) &&
    time.toISOString().startsWith(text)
  );
}

function readList({ items, minimum = 0 }: ListKind, value: unknown, name: string) {
  return Array.isArray(value) && value.length >= minimum
    ? together(value.map((item, index) => readValue(items, item, `${name}[${index}]`)))
    : refusal(name, minimum > 0 ? `a list of at least ${minimum}` : "a list", value);
}

function readMap(values: Kind, value: unknown, name: string): Reading<Map> {
  return isMap(value)
    ? mapOf(
        Object.entries(value).map(([key, item]) =>
          entryOf(key, readValue(values, item, `${name}.${key}`)),
        ),
      )
    : refusal(name, "a map", value);
}

/** Applies a rule about the whole to a value whose parts are right. */
function checkedBy<T>(check: Check | undefined, reading: Reading<T>, name: string): Reading<T> {
  const problems =
    check && "value" in reading ? check(reading.value as never, name) : ([] as const);
  return problems.length > 0 ? { problems } : reading;
}

type Entry = readonly [key: string, value: unknown];

function entryOf(key: string, reading: Reading<unknown>): Reading<Entry> {
  return "value" in reading ? { value: [key, reading.value] } : reading;
}

function mapOf(entries: readonly Reading<Entry>[]): Reading<Map> {
  const all = together(entries);
  return "value" in all ? { value: Object.fromEntries(all.value) } : all;
}

/** All values, or all problems. */
function together<T>(readings: readonly Reading<T>[]): Reading<T[]> {
  const problems = readings.flatMap((reading) => ("problems" in reading ? reading.problems : []));
  return problems.length > 0
    ? { problems }
    : { value: readings.flatMap((reading) => ("value" in reading ? [reading.value] : [])) };
}

function refusal(name: string, rule: string, value: unknown): { readonly problems: string[] } {
  return {
    problems: [
      value === undefined
        ? `'${name}' is missing; it must be ${rule}.`
        : `'${name}' must be ${rule}, got ${JSON.stringify(value)}.`,
    ],
  };
}

function isMap(value: unknown): value is Map {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
