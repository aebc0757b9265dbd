// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { judged } from "../../../policies/framework/fail-closed";
import { refused, undecided, unjudgeable, violation } from "../../../policies/framework/finding";

const resource = { type: "a:b:C", name: "it", urn: "urn", props: {} };
const other = { ...resource, name: "other", urn: "urn of the other" };
const must = "it must be plain";

/** Where errors are thrown, as their stacks tell it, behind a text that may hold a secret. */
const places: [string, string, string][] = [
  ["a function", "RangeError: s3cr3t\n    at judge (rule.js:1:2)", "RangeError in judge"],
  ["a method", "RangeError: s3cr3t\n    at Object.judge (rule.js:1:2)", "RangeError in judge"],
  ["a constructor", "RangeError: s3cr3t\n    at new Stack (stack.js:1:2)", "RangeError in Stack"],
  [
    "a method that is called otherwise",
    "RangeError: s3cr3t\n    at Object.judge [as validateStack] (rule.js:1:2)",
    "RangeError in judge",
  ],
  [
    "a function, and a text that reads like a place",
    "RangeError: looked at s3cr3t (in vain)\n    at judge (rule.js:1:2)",
    "RangeError in judge",
  ],
  ["no function", "RangeError: looked at s3cr3t (in vain)\n    at rule.js:1:2", "RangeError"],
];

describe("judged", () => {
  for (const [where, stack, error] of places) {
    it(`names the place of an error in ${where}`, () =>
      assert.deepEqual(
        judged(resource, () => {
          throw Object.assign(new RangeError(), { stack });
        }),
        [{ outcome: "failure", resource, error }],
      ));
  }

  it("says once which values of a resource are not known, and each thing that cannot be judged", () => {
    const because = "Not understood: a key.";
    const found = violation(resource, "lid", "is off", must);
    const findings = [
      undecided(resource, "kind", must),
      unjudgeable(resource, "policy", must, because),
      found,
      undecided(resource, "size", must),
      undecided(resource, "kind", must),
      refused(resource, "tags", must, "There is no such tag."),
      unjudgeable(resource, "trust", must, because),
      undecided(other, "kind", must),
    ];
    assert.deepEqual(
      judged(resource, () => findings),
      [
        unjudgeable(resource, "policy", must, because),
        found,
        refused(resource, "tags", must, "There is no such tag."),
        unjudgeable(resource, "trust", must, because),
        { ...undecided(resource, "kind", must), properties: ["kind", "size"] },
        undecided(other, "kind", must),
      ],
    );
  });
});
