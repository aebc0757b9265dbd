// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The tables of a validator, which have a judge for each type. */

/** The same judge for each type. */
export function forTypes<Judge>(
  types: readonly string[],
  judge: Judge,
): Readonly<Record<string, Judge>> {
  return Object.fromEntries(types.map((type) => [type, judge]));
}

/** A judge for each type of a table, made from the type's entry. */
export function forEntries<Entry, Judge>(
  table: Readonly<Record<string, Entry>> | ReadonlyMap<string, Entry>,
  judgeOf: (entry: Entry) => Judge,
): Readonly<Record<string, Judge>> {
  const entries: Iterable<readonly [string, Entry]> = isMap(table) ? table : Object.entries(table);
  return Object.fromEntries([...entries].map(([type, entry]) => [type, judgeOf(entry)]));
}

function isMap<Entry>(table: object): table is ReadonlyMap<string, Entry> {
  return table instanceof Map;
}
