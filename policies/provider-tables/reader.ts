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
  if (path === ".") {
    return [];
  }
  const steps = path.split(".");
  return path.includes("|") ? steps.map(namesOf) : steps;
}

/** What a table says of each type, whatever that is. Loops, here and below: the pack waits for them at its start. */
export function rowsByType<Row>(table: Table): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const types of Object.values(table.services)) {
    for (const type of Object.keys(types)) {
      rows.set(type, types[type] as Row);
    }
  }
  return rows;
}

/** The properties that a table lists of each type. An object with one of `keys` is an entry, any other a block. */
export function propertiesByType<Entry>(
  table: Table,
  ...keys: readonly string[]
): ReadonlyMap<string, readonly Listed<Entry>[]> {
  return mapValues(rowsByType<unknown>(table), (row) => {
    const listed: Listed<Entry>[] = [];
    if (row instanceof Object) {
      list(row as Block, [], keys, listed);
    }
    return listed;
  });
}

/** Another value for each type; a type without one is left out. */
export function mapValues<Value, Result>(
  byType: ReadonlyMap<string, Value>,
  change: (value: Value) => Result | undefined,
): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  for (const [type, value] of byType) {
    const result = change(value);
    if (result !== undefined) {
      results.set(type, result);
    }
  }
  return results;
}

type Block = Readonly<Record<string, unknown>>;

function namesOf(step: string): Step {
  return step.includes("|") ? step.split("|") : step;
}

/** Adds the properties of a block, and of the blocks in it, to a list. */
function list(
  block: Block,
  before: AttributePath,
  keys: readonly string[],
  listed: Listed<unknown>[],
): void {
  for (const key of Object.keys(block)) {
    const entry = block[key];
    const path = before.length === 0 ? attributePath(key) : before.concat(attributePath(key));
    if (entry instanceof Object && !keys.some((one) => one in entry)) {
      list(entry as Block, path, keys, listed);
    } else {
      listed.push({ path, entry });
    }
  }
}
