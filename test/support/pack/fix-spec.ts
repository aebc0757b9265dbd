// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The tests of a fix as tables of data, like those of a rule. */

import assert from "node:assert/strict";
import type { Fix } from "../../../policies/framework/fix";
import type { Rule } from "../../../policies/framework/rule";
import { fixed } from "./fixed";
import type { Program } from "./program";
import { type Table, tests } from "./table";
import { assertCompliant } from "./verdicts";

type Properties = Readonly<Record<string, unknown>>;

export interface FixTerms {
  readonly configuration?: Properties;
  /** The rule that must accept every changed resource. */
  readonly acceptedBy?: Rule;
}

export interface FixSpec {
  /** The fix changes the resource `it` to these properties, and nothing else. */
  readonly changes: (table: Readonly<Record<string, Changed>>) => void;
  /** The fix changes nothing in the program. */
  readonly leaves: (table: Table<Program>) => void;
}

/** A program, and the properties of `it` afterwards. */
export type Changed = readonly [program: Program, properties: Properties];

/** The functions that turn tables into the tests of a fix. */
export function fixSpec(fix: Fix, { configuration, acceptedBy }: FixTerms = {}): FixSpec {
  return {
    changes: (table) => {
      for (const [title, [program, properties]] of Object.entries(table)) {
        it(`changed: ${title}`, async () => {
          assert.deepEqual(await fixed(fix, program, configuration), { it: properties });
          if (acceptedBy) {
            assert.ok(program.it);
            await assertCompliant(acceptedBy, { ...program, it: { ...program.it, properties } });
          }
        });
      }
    },
    leaves: (table) =>
      tests("unchanged", table, async (program) =>
        assert.deepEqual(await fixed(fix, program, configuration), {}),
      ),
  };
}
