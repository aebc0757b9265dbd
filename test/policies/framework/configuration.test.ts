// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { configuration, optionsOf } from "../../../policies/framework/configuration";

const rule = {
  name: "require-something",
  configSchema: configuration("advisory", {
    minimum: { type: "string", enum: ["low", "high"], default: "high" },
    days: { type: "integer", default: 7 },
    hours: { type: "integer", minimum: 1, default: 1 },
  }),
};

const exemption = { urn: "*::files", reason: "public", expires: "2027-01-31" };

describe("configuration", () => {
  it("has defaults of its own, the engine's being no help to others", () => {
    assert.deepEqual(optionsOf(rule, {}), {
      options: { exemptions: [], onUnknown: "advisory", minimum: "high", days: 7, hours: 1 },
    });
  });

  it("takes what is given over the defaults", () => {
    const given = {
      exemptions: [exemption],
      onUnknown: "ignore",
      minimum: "low",
      days: 3,
      hours: 1,
    };
    assert.deepEqual(optionsOf(rule, given), { options: given });
  });

  it("takes the shortest of reasons", () => {
    const given = { exemptions: [{ ...exemption, reason: "x" }] };
    assert.deepEqual(optionsOf(rule, given), {
      options: { ...given, onUnknown: "advisory", minimum: "high", days: 7, hours: 1 },
    });
  });

  it("says what a text must be like, in words where there are any", () => {
    const pattern = { type: "string", pattern: "^[a-z]{2}$" } as const;
    const coded = {
      name: "fix-something",
      configSchema: {
        properties: {
          code: pattern,
          codes: { type: "array", items: { ...pattern, description: "two letters" } },
        },
      } as const,
    };
    assert.deepEqual(optionsOf(coded, { code: "abc" }), {
      problem: `'code' must be a text that matches ^[a-z]{2}$, got "abc". (configuration of fix-something)`,
    });
    assert.deepEqual(optionsOf(coded, { code: "de", codes: ["fr", "x"] }), {
      problem: `'codes[1]' must be two letters, got "x". (configuration of fix-something)`,
    });
    const given = { code: "de", codes: ["fr"] };
    assert.deepEqual(optionsOf(coded, given), { options: given });
  });

  const problems: [object, string][] = [
    [
      { minimun: "low" },
      "'minimun' is not a key; the keys are exemptions, onUnknown, minimum, days, hours.",
    ],
    [{ minimum: "middle" }, `'minimum' must be one of low, high, got "middle".`],
    [{ onUnknown: true }, "'onUnknown' must be one of mandatory, advisory, ignore, got true."],
    [{ hours: 0 }, "'hours' must be a whole number of at least 1, got 0."],
    [{ hours: "1" }, `'hours' must be a whole number of at least 1, got "1".`],
    [{ days: 1.5 }, "'days' must be of type integer, got 1.5."],
    [
      { exemptions: exemption },
      `'exemptions' must be of type array, got ${JSON.stringify(exemption)}.`,
    ],
    [{ exemptions: [null] }, "'exemptions[0]' must be of type object, got null."],
    [{ exemptions: [[]] }, "'exemptions[0]' must be of type object, got []."],
    [{ exemptions: ["*::files"] }, `'exemptions[0]' must be of type object, got "*::files".`],
    [
      { exemptions: [exemption, { urn: "*::logs", expires: "2027-01-31" }] },
      "'exemptions[1].reason' is missing; it must be a text that is not empty.",
    ],
    [
      { exemptions: [{ ...exemption, reason: " " }] },
      `'exemptions[0].reason' must be a text that is not empty, got " ".`,
    ],
    [
      { exemptions: [{ ...exemption, expires: "31.01.2027" }] },
      `'exemptions[0].expires' must be a date such as 2027-01-31, got "31.01.2027".`,
    ],
    [
      { exemptions: [{ ...exemption, expires: "2027-02-30" }] },
      `'exemptions[0].expires' must be a date such as 2027-01-31, got "2027-02-30".`,
    ],
    [
      { exemptions: [{ ...exemption, expires: 20270131 }] },
      "'exemptions[0].expires' must be a date such as 2027-01-31, got 20270131.",
    ],
    [
      { exemptions: [{ ...exemption, until: "2027-01-31" }] },
      "'exemptions[0].until' is not a key; the keys are urn, reason, expires.",
    ],
  ];
  for (const [given, problem] of problems) {
    it(`refuses it in one sentence: ${problem.split(";")[0]}`, () => {
      assert.deepEqual(optionsOf(rule, { ...given }), {
        problem: `${problem} (configuration of require-something)`,
      });
    });
  }
});
