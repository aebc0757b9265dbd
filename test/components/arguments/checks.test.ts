// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { oneOfProblem, wholeNumberProblem } from "../../../components/arguments/checks";

describe("oneOfProblem", () => {
  it("accepts an allowed value", () => {
    assert.equal(oneOfProblem("mode", "a", ["a", "b"]), undefined);
  });

  for (const value of ["A", undefined, null, 1]) {
    it(`refuses ${JSON.stringify(value)} and names the allowed values`, () => {
      assert.equal(
        oneOfProblem("mode", value, ["a", "b"]),
        `'mode' must be one of a, b, got ${JSON.stringify(value)}.`,
      );
    });
  }
});

describe("wholeNumberProblem", () => {
  const range = { minimum: 60, maximum: 3600 };

  it("accepts whole numbers up to both ends of the range", () => {
    assert.equal(wholeNumberProblem("days", 1), undefined);
    assert.equal(wholeNumberProblem("seconds", 60, range), undefined);
    assert.equal(wholeNumberProblem("seconds", 3600, range), undefined);
  });

  it("skips absent values and Outputs", () => {
    assert.equal(wholeNumberProblem("days", undefined), undefined);
    assert.equal(wholeNumberProblem("days", pulumi.output(0)), undefined);
  });

  for (const value of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`refuses ${value} without a maximum`, () => {
      assert.equal(
        wholeNumberProblem("days", value),
        `'days' must be a whole number of at least 1, got ${value}.`,
      );
    });
  }

  for (const value of [59, 3601]) {
    it(`refuses ${value} outside a range`, () => {
      assert.equal(
        wholeNumberProblem("seconds", value, range),
        `'seconds' must be a whole number between 60 and 3600, got ${value}.`,
      );
    });
  }
});
