// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { providerExamples } from "../support/examples/extract";
import type { Verdict } from "../support/examples/judge";
import pinned from "../support/examples/pinned.json";
import { verdicts } from "../support/examples/verdicts";

/** One example in so many is judged here, and all of them by `npm run examples:aws`. */
const EVERY = 60;

describe("engine: the example programs of the installed AWS provider", function () {
  this.timeout(300_000);
  const sample = providerExamples()
    .filter((_, index) => index % EVERY === 0)
    .map(({ name }) => name);
  const judged = new Map<string, Verdict>();

  before(async () => {
    for await (const verdict of verdicts([...Object.keys(pinned), ...sample])) {
      judged.set(verdict.name, verdict);
    }
  });

  it("are thousands, and most of the sample run", () => {
    assert.ok(providerExamples().length > 3_000);
    const running = sample.filter((name) => (judged.get(name)?.resources ?? 0) > 0);
    assert.ok(running.length > sample.length / 2, `${running.length} of ${sample.length}`);
  });

  it("crash no rule", () => {
    assert.equal(judged.size, new Set([...Object.keys(pinned), ...sample]).size);
    assert.deepEqual(
      [...judged.values()].flatMap(({ name, crash }) =>
        crash === undefined ? [] : `${name}: ${crash}`,
      ),
      [],
    );
  });

  for (const [name, rules] of Object.entries(pinned)) {
    it(`${name} has the violations that a person read in it, and no others`, () => {
      const violations = judged.get(name)?.verdict.filter((rule) => !rule.startsWith("?"));
      assert.deepEqual(violations, rules);
    });
  }
});
