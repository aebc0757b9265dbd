// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What reading a piece of configuration comes to: its value, or every reason why it has none. */
export type Reading<T> = { readonly value: T } | { readonly problems: readonly string[] };

/** Reads one piece of configuration; `key` is its full name, for the message. */
export type Field<T> = (value: unknown, key: string) => Reading<T>;

type Fields = Readonly<Record<string, Field<unknown>>>;
type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never;
};

/** A text that satisfies a rule; `rule` continues "must be". */
export function text(rule: string, accepts: (value: string) => boolean): Field<string> {
  return (value, key) =>
    typeof value === "string" && accepts(value) ? { value } : refused(key, rule, value);
}

/** Any text with something in it. */
export const nonEmpty = text("a text that is not empty", (value) => value.trim() !== "");

const day = text("a date like 2026-12-31", isDate);

/** A day; YAML takes one without quotes for a moment, which arrives written out. */
export const date: Field<string> = (value, key) => {
  const [, written] = /^(\S+) 00:00:00 \+0000 UTC$/.exec(String(value)) ?? [];
  return day(written ?? value, key);
};

/** One of a few texts. */
export function oneOf<T extends string>(allowed: readonly T[]): Field<T> {
  return (value, key) => {
    const found = allowed.find((candidate) => candidate === value);
    return found === undefined
      ? refused(key, `one of ${allowed.join(", ")}`, value)
      : { value: found };
  };
}

/** A whole number of at least 1 that satisfies a rule, if there is one. */
export function wholeNumber(
  rule = "a whole number of at least 1",
  accepts: (value: number) => boolean = () => true,
): Field<number> {
  return (value, key) =>
    typeof value === "number" && Number.isInteger(value) && value >= 1 && accepts(value)
      ? { value }
      : refused(key, rule, value);
}

/** True or false. */
export const yesOrNo: Field<boolean> = (value, key) =>
  typeof value === "boolean" ? { value } : refused(key, "true or false", value);

/** A field that may be left out. */
export function optional<T>(field: Field<T>): Field<T | undefined>;
export function optional<T>(field: Field<T>, fallback: T): Field<T>;
export function optional<T>(field: Field<T>, fallback?: T): Field<T | undefined> {
  return (value, key) => (value === undefined ? { value: fallback } : field(value, key));
}

/** A field whose value must make sense as a whole too; `problemsOf` gets the value that was read. */
export function sensible<T>(
  field: Field<T>,
  problemsOf: (value: T, key: string) => readonly string[],
): Field<T> {
  return (value, key) => {
    const reading = field(value, key);
    const problems = "value" in reading ? problemsOf(reading.value, key) : [];
    return problems.length > 0 ? { problems } : reading;
  };
}

/** A list whose items are all read the same way. */
export function list<T>(field: Field<T>, minimum = 0): Field<T[]> {
  return (value, key) => {
    if (!Array.isArray(value) || value.length < minimum) {
      return refused(key, minimum > 0 ? `a list of at least ${minimum}` : "a list", value);
    }
    return together(value.map((item, index) => field(item, `${key}[${index}]`)));
  };
}

/** A map from any name to values that are all read the same way. */
export function mapOf<T>(field: Field<T>): Field<Readonly<Record<string, T>>> {
  return (value, key) => {
    if (!isMap(value)) {
      return refused(key, "a map", value);
    }
    const entries = together(
      Object.entries(value).map(([name, item]) => {
        const reading = field(item, `${key}.${name}`);
        return "value" in reading ? { value: [name, reading.value] as const } : reading;
      }),
    );
    return "value" in entries ? { value: Object.fromEntries(entries.value) } : entries;
  };
}

/** A map with exactly these keys; one that is misspelt is named together with those that exist. */
export function record<F extends Fields>(fields: F): Field<Values<F>> {
  return (value, key) =>
    isMap(value)
      ? readFields(fields, value, (name) => `${key}.${name}`)
      : refused(key, "a map", value);
}

/** Reads every field of a map and refuses all that is not one. */
export function readFields<F extends Fields>(
  fields: F,
  map: Readonly<Record<string, unknown>>,
  keyOf: (name: string) => string,
): Reading<Values<F>> {
  const names = Object.keys(fields);
  const unknown = Object.keys(map)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      problems: [
        `'${keyOf(name)}' is not a key of this configuration; use one of ${names.join(", ")}, or remove it.`,
      ],
    }));
  const readings = Object.entries(fields).map(([name, field]) => {
    const reading = field(map[name], keyOf(name));
    return "value" in reading ? { value: [name, reading.value] as const } : reading;
  });
  const all = together<readonly [string, unknown]>([...readings, ...unknown]);
  return "value" in all ? { value: Object.fromEntries(all.value) as Values<F> } : all;
}

/** All values, or all problems. */
function together<T>(readings: readonly Reading<T>[]): Reading<T[]> {
  const problems = readings.flatMap((reading) => ("problems" in reading ? reading.problems : []));
  return problems.length > 0
    ? { problems }
    : { value: readings.flatMap((reading) => ("value" in reading ? [reading.value] : [])) };
}

function refused(key: string, rule: string, value: unknown): { readonly problems: string[] } {
  return {
    problems: [
      value === undefined
        ? `'${key}' is missing; it must be ${rule}.`
        : `'${key}' must be ${rule}, got ${JSON.stringify(value)}.`,
    ],
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDate(value: string): boolean {
  const time = new Date(`${value}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(time.getTime())
    ? time.toISOString().startsWith(value)
    : false;
}
