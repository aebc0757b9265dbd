// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createColors } from "picocolors";
import type { Summary } from "../../../local/summary/summary";
import { offlineNotice, reportLines, summaryLines } from "../../../local/summary/words";

const plain = createColors(false);
const none = { mandatory: 0, advisory: 0 };
const clean: Summary = {
  resources: new Map([
    ["eu (eu-central-1)", 40],
    ["na (us-west-1)", 41],
  ]),
  unchecked: new Map(),
  rules: ["forbid-a", "require-b"],
  violations: none,
  undecided: none,
  unjudgeable: none,
  refused: none,
  exemptions: [],
};

describe("local/summary/words", () => {
  it("tells resources, rules, time and the verdict", () => {
    assert.deepEqual(summaryLines(clean, { succeeded: true, seconds: 5.26 }, plain), [
      "Resources 81: eu (eu-central-1) 40, na (us-west-1) 41",
      "Rules run 2: forbid-a, require-b",
      "Undecided none",
      "Exempted  none",
      "Time      5.3 s",
      offlineNotice,
      "no violations",
    ]);
  });

  it("tells for which packages nothing was checked", () => {
    const unchecked = new Map([
      ["random", 1],
      ["aws-native", 2],
    ]);
    const lines = summaryLines({ ...clean, unchecked }, { succeeded: true, seconds: 1 }, plain);
    assert.deepEqual(lines.slice(5, 7), [
      "Unchecked random: 1 resource. There is no plug-in for it here, so its inputs were not checked; " +
        "the pack has no rules for it.",
      "Unchecked aws-native: 2 resources. There is no plug-in for it here, so its inputs were not checked; " +
        "the pack's rules were applied.",
    ]);
  });

  const verdicts: [string, Partial<Summary>, boolean, string][] = [
    [
      "mandatory violations",
      { violations: { mandatory: 1, advisory: 2 } },
      false,
      "1 mandatory violation, 2 advisory",
    ],
    [
      "advisory violations",
      { violations: { mandatory: 0, advisory: 2 } },
      true,
      "2 advisory violations",
    ],
    [
      "undecided values that fail the preview",
      { undecided: { mandatory: 1, advisory: 0 } },
      false,
      "no violations, but 1 undecided at level mandatory",
    ],
    [
      "undecided values that do not",
      { undecided: { mandatory: 0, advisory: 3 } },
      true,
      "no violations",
    ],
    [
      "what cannot be judged at level mandatory",
      { unjudgeable: { mandatory: 2, advisory: 1 } },
      false,
      "cannot be judged: 3, of which mandatory 2",
    ],
    [
      "what AWS will refuse at level advisory",
      { refused: { mandatory: 0, advisory: 1 } },
      true,
      "AWS will refuse: 1, of which mandatory 0",
    ],
    [
      "all kinds together",
      {
        violations: { mandatory: 1, advisory: 0 },
        unjudgeable: { mandatory: 1, advisory: 0 },
        refused: { mandatory: 1, advisory: 0 },
        undecided: { mandatory: 1, advisory: 0 },
      },
      false,
      "1 mandatory violation, 0 advisory; cannot be judged: 1, of which mandatory 1; AWS will " +
        "refuse: 1, of which mandatory 1",
    ],
    ["a preview that failed by itself", {}, false, "failed, see the error above"],
  ];
  for (const [title, change, succeeded, verdict] of verdicts) {
    it(`ends with the verdict for ${title}`, () => {
      const lines = summaryLines({ ...clean, ...change }, { succeeded, seconds: 1 }, plain);
      assert.equal(lines.at(-1), verdict);
    });
  }

  it("counts what is undecided and prints each exemption that was used", () => {
    const lines = summaryLines(
      { ...clean, undecided: { mandatory: 0, advisory: 3 }, exemptions: ["Exempted: a\nb"] },
      { succeeded: true, seconds: 1 },
      plain,
    );
    assert.ok(
      lines.includes("Undecided 3, of which mandatory 0: decided once AWS's values are known"),
    );
    assert.ok(lines.includes("Exempted  1"));
    assert.ok(lines.includes("  Exempted: a b"));
  });

  it("lists what rests on somebody's word, before the verdict", () => {
    const approvals = { transfers: [], attestations: {} };
    const ending = { succeeded: true, seconds: 1 };
    const lines = summaryLines({ ...clean, approvals }, ending, plain);
    assert.ok(lines.includes("Transfers none"));
    assert.ok(!summaryLines(clean, ending, plain).includes("Transfers none"));
    assert.equal(lines.at(-1), "no violations");
  });

  it("uses colour only where it is wanted", () => {
    const ending = { succeeded: true, seconds: 1 };
    const ESC = "\u001b[";
    assert.ok(!summaryLines(clean, ending, plain).join("").includes(ESC));
    const colored = summaryLines(clean, ending, createColors(true)).at(-1);
    assert.equal(colored, `${ESC}32mno violations${ESC}39m`);
  });

  it("prints a report with level, rule and resource", () => {
    const policyEvent = {
      message: "One.\nTwo.\n",
      enforcementLevel: "mandatory",
      policyName: "a",
      resourceUrn: "urn",
    };
    assert.deepEqual(reportLines([{ policyEvent }, {}], plain), [
      "[mandatory] a urn",
      "  One.",
      "  Two.",
    ]);
  });
});
