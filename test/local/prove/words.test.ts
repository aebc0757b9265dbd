// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createColors } from "picocolors";
import type { Proof } from "../../../local/prove/proofs";
import { proofLines, verdict } from "../../../local/prove/words";

const plain = createColors(false);
const proof = { place: "EU", says: "it is so", outcome: "proved", because: [], milliseconds: 1.23 };
const proofs = (...changes: readonly Partial<Proof>[]) =>
  changes.map((change) => ({ ...proof, ...change }) as Proof);

describe("local/prove/words", () => {
  it("writes one line for a claim, with its answer and its time", () => {
    assert.deepEqual(proofLines(proofs({}, { says: "nothing else is" }), plain), [
      "EU  it is so         proved       1.2 ms",
      "EU  nothing else is  proved       1.2 ms",
    ]);
  });

  it("writes below what is wrong, and no more of it than a person reads", () => {
    const because = ["one", "two", "three", "four", "five"];
    assert.deepEqual(proofLines(proofs({ outcome: "disproved", because }), plain), [
      "EU  it is so  disproved    1.2 ms",
      "    one",
      "    two",
      "    three",
      "    and 2 more like these",
    ]);
  });

  it("writes beside it why there is nothing to prove", () => {
    const lines = proofLines(
      proofs({ outcome: "not applicable", because: ["nothing is there"] }),
      plain,
    );
    assert.deepEqual(lines, ["EU  it is so  not applicable: nothing is there"]);
  });

  it("counts the answers, green where all is proved and red where not", () => {
    const color = createColors(true);
    assert.equal(
      verdict(proofs({}, {}, { outcome: "not applicable" }), color),
      color.green("2 proved, 1 not applicable"),
    );
    for (const outcome of ["disproved", "undecided"] as const) {
      assert.equal(verdict(proofs({}, { outcome }), color), color.red(`1 proved, 1 ${outcome}`));
    }
  });
});
