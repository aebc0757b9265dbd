// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads the tables of this folder, once, when the pack loads. `schemas/` says what a table holds, and a
 * test checks each table against its schema: here their shape is taken for granted.
 */

/** One step of a path: a property, or the names it has in different versions of the provider. */
export type Step = string | readonly string[];

/** The way from a resource to a property; without a step it is the resource itself. */
export type AttributePath = readonly Step[];

/** A table by service and type. Its rows differ from table to table. */
export interface Table {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A property that a table lists, and what the table says of it. */
export interface Listed<Entry> {
  readonly path: AttributePath;
  readonly entry: Entry;
}

/** `rules.destination.bucket`; a step `logging|loggings` has two names, and `.` alone is the resource itself. */
export function attributePath(path: string): AttributePath {
  return path === "."
    ? []
    : path.split(".").map((step) => (step.includes("|") ? step.split("|") : step));
}

/** What a table says of each type, whatever that is. */
export function rowsByType<Row>(table: Table): ReadonlyMap<string, Row> {
  return new Map(
    Object.values(table.services).flatMap((types) => Object.entries(types)),
  ) as ReadonlyMap<string, unknown> as ReadonlyMap<string, Row>;
}

/** The properties that a table lists of each type. An entry with one of `keys` is no block of further paths. */
export function propertiesByType<Entry>(
  table: Table,
  ...keys: readonly string[]
): ReadonlyMap<string, readonly Listed<Entry>[]> {
  const isEntry = (value: unknown) =>
    !(value instanceof Object) || keys.some((key) => key in value);
  const listed = (block: object, before: AttributePath): readonly Listed<Entry>[] =>
    Object.entries(block).flatMap(([key, value]) => {
      const path = [...before, ...attributePath(key)];
      return isEntry(value) ? [{ path, entry: value as Entry }] : listed(value, path);
    });
  return mapValues(rowsByType<unknown>(table), (row) =>
    row instanceof Object ? listed(row, []) : [],
  );
}

/** Another value for each type; a type without one is left out. */
export function mapValues<Value, Result>(
  byType: ReadonlyMap<string, Value>,
  change: (value: Value) => Result | undefined,
): ReadonlyMap<string, Result> {
  return new Map(
    [...byType].flatMap(([type, value]) => {
      const result = change(value);
      return result === undefined ? [] : [[type, result] as const];
    }),
  );
}
