// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Tables of data that become tests. */

/** Rows by their titles. A row may be a list of rows: the title then holds for each of them. */
export type Table<Row> = Readonly<Record<string, Row | readonly Row[]>>;

/** One test for each title. The outcome that its rows have in common stands before the title. */
export function tests<Row>(
  outcome: string,
  table: Table<Row>,
  hold: (row: Row) => Promise<void>,
): void {
  for (const [title, rows] of Object.entries(table)) {
    it(`${outcome}: ${title}`, async () => {
      for (const row of isList(rows) ? rows : [rows]) {
        await hold(row);
      }
    });
  }
}

/** A row is a program, or a program and a text about it; everything else is a list of rows. */
function isList<Row>(rows: Row | readonly Row[]): rows is readonly Row[] {
  return Array.isArray(rows) && typeof rows[1] !== "string";
}
