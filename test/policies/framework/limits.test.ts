// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { configuration, optionsOf } from "../../../policies/framework/configuration";
import {
  isWithin,
  type Limits,
  limitsInWords,
  limitsSchema,
} from "../../../policies/framework/limits";

const rule = {
  name: "limit-something",
  configSchema: configuration("advisory", {
    days: limitsSchema("How long.", { min: 1 }),
    abortDays: limitsSchema("How long at most.", { max: 7 }, ["max"]),
  }),
};

describe("limits", () => {
  it("are configured by one end or both, and have defaults", () => {
    const others = { exemptions: [], onUnknown: "advisory" };
    assert.deepEqual(optionsOf(rule, {}), {
      options: { ...others, days: { min: 1 }, abortDays: { max: 7 } },
    });
    assert.deepEqual(optionsOf(rule, { days: { min: 30, max: 400 } }), {
      options: { ...others, days: { min: 30, max: 400 }, abortDays: { max: 7 } },
    });
  });

  for (const [given, problem] of [
    [{ days: { least: 1 } }, "'days.least' is not a key; the keys are min, max."],
    [{ days: { min: -1 } }, "'days.min' must be a whole number of at least 0, got -1."],
    [{ abortDays: { min: 1 } }, "'abortDays.min' is not a key; the keys are max."],
  ] as const) {
    it(`are refused in one sentence: ${problem.split(";")[0]}`, () => {
      assert.deepEqual(optionsOf(rule, given), {
        problem: `${problem} (configuration of limit-something)`,
      });
    });
  }

  for (const [limits, words, within, without] of [
    [{ min: 1 }, "at least 1 day", [1, 2], [0]],
    [{ min: 7 }, "at least 7 days", [7, 8, 1e9], [6, 0]],
    [{ max: 7 }, "at most 7 days", [0, 7], [8]],
    [{ min: 1, max: 3653 }, "between 1 and 3653 days", [1, 3653], [0, 3654]],
    [{}, "any number of days", [0, 1e9], []],
  ] as [Limits, string, number[], number[]][]) {
    it(`hold what is ${words}`, () => {
      assert.equal(limitsInWords(limits, "day"), words);
      assert.ok(within.every((value) => isWithin(value, limits)));
      assert.ok(!without.some((value) => isWithin(value, limits)));
    });
  }
});
