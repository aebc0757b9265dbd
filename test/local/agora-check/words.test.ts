// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createColors } from "picocolors";
import type { Check } from "../../../local/agora-check/checks";
import { checkLines } from "../../../local/agora-check/words";

const plain = createColors(false);
const today = new Date("2026-11-24T12:00:00Z");
const attestation = { by: "operator", on: "2026-01-31", expires: "2027-01-31" };
const check = (outcome: Check["outcome"], sentence = "It is so."): Check => ({ outcome, sentence });

describe("checkLines", () => {
  it("puts each outcome before its sentence, then what rests on somebody's word, then the verdict", () => {
    assert.deepEqual(checkLines([check("holds"), check("unknown")], attestation, today, plain), [
      "holds    It is so.",
      "unknown  It is so.",
      'by word  "No certificate" is disabled in Agora Console: attested, not verified; by ' +
        "operator on 2026-01-31, counts until 2027-01-31",
      "nothing is wrong, 1 of 2 could not be checked",
    ]);
  });

  it("counts what failed", () => {
    const lines = checkLines([check("holds"), check("fails")], undefined, today, plain);
    assert.equal(lines.at(-1), "1 of 2 checks failed");
    assert.equal(
      checkLines([check("holds")], attestation, today, plain).at(-1),
      "nothing is wrong",
    );
  });

  it("keeps a project's name from writing lines or colours of its own", () => {
    const [line] = checkLines([check("holds", "a\n\u001b[2Jb")], attestation, today, plain);
    assert.equal(line, "holds    a [2Jb");
  });
});
