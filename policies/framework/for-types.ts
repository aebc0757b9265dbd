// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A judge for each type in a table, made from what the table says of the type. */
export function judgesOf<Entry, Judge>(
  table: Readonly<Record<string, Entry>>,
  judgeOf: (entry: Entry) => Judge,
): Readonly<Record<string, Judge>> {
  return Object.fromEntries(
    Object.entries(table).map(([type, entry]) => [type, judgeOf(entry)] as const),
  );
}
