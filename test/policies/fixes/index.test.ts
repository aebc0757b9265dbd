// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixes } from "../../../policies/fixes";
import { rules } from "../../../policies/rules";
import { examplesOf } from "../../../policies/tools/examples";
import { fixed } from "../../support/pack/fixed";

describe("fixes", () => {
  it("have unique names", () => {
    const names = [...rules, ...fixes].map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
  });

  for (const fix of fixes) {
    const { fails, passes } = examplesOf(fix.name);
    for (const { shows, configuration, resources } of fails) {
      it(`${fix.name} changes its example: ${shows}`, async () => {
        assert.equal(Object.keys(await fixed(fix, resources, configuration)).length, 1);
      });
    }

    for (const { shows, configuration, resources } of passes) {
      it(`${fix.name} leaves its example as it is: ${shows}`, async () => {
        assert.deepEqual(await fixed(fix, resources, configuration), {});
      });
    }
  }
});
