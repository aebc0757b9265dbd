// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { EngineEvent } from "../../../local/summary/events";
import { summarize } from "../../../local/summary/summary";

const PROVIDER = "urn:pulumi:dev::p::pulumi:providers:aws::eu";

function resource(type: string, name: string, more: object = {}): EngineEvent {
  const urn = `urn:pulumi:dev::p::${type}::${name}`;
  return { resourcePreEvent: { metadata: { op: "create", urn, new: { type, urn, ...more } } } };
}

function report(message: string, enforcementLevel = "mandatory"): EngineEvent {
  return { policyEvent: { message, enforcementLevel, policyName: "require-x" } };
}

describe("local/summary/summary", () => {
  it("counts resources by provider, and neither providers, components nor a resource seen again", () => {
    const bucket = resource("aws:s3/bucket:Bucket", "b", { provider: `${PROVIDER}::04da6b54` });
    const { resources, unchecked } = summarize([
      resource("pulumi:pulumi:Stack", "p-dev"),
      resource("pulumi:providers:aws", "eu", { inputs: { region: "eu-central-1" } }),
      resource("x:index:Component", "c"),
      bucket,
      bucket,
      resource("aws:s3/bucket:Bucket", "c", { provider: `${PROVIDER}::04da6b54` }),
      resource("random:index:Id", "r", {
        provider: "urn:pulumi:dev::p::pulumi:providers:random::default_4_1_0::id",
      }),
    ]);
    assert.deepEqual(
      [...resources],
      [
        ["eu (eu-central-1)", 2],
        ["default", 1],
      ],
    );
    assert.deepEqual([...unchecked], [["random", 1]]);
  });

  it("leaves out what is deleted", () => {
    const deleted: EngineEvent = {
      resourcePreEvent: { metadata: { op: "delete", urn: "urn:pulumi:dev::p::t::n", new: null } },
    };
    assert.equal(summarize([deleted]).resources.size, 0);
  });

  it("tells the rules that judged something, each once", () => {
    const { rules } = summarize([
      { policyAnalyzeSummaryEvent: { passed: ["b", "a"] } },
      { policyAnalyzeStackSummaryEvent: { failed: ["c"], passed: ["a"] } },
      { policyRemediateSummaryEvent: {} },
    ]);
    assert.deepEqual(rules, ["a", "b", "c"]);
  });

  it("tells violations, what is not judged and exemptions apart by their first words", () => {
    const summary = summarize([
      report("Bucket 'b': 'x' is missing."),
      report("Bucket 'c': 'x' is missing.", "advisory"),
      report("Not decidable yet: 'x'."),
      report("Not decidable yet: 'y'.", "advisory"),
      report("Cannot be judged: 'x'."),
      report("AWS will refuse this: 'x'.", "advisory"),
      report("Exempted: because.\n", "advisory"),
      report("Rule failed: oops"),
    ]);
    assert.deepEqual(summary.violations, { mandatory: 2, advisory: 1 });
    assert.deepEqual(summary.unjudgeable, { mandatory: 1, advisory: 0 });
    assert.deepEqual(summary.refused, { mandatory: 0, advisory: 1 });
    assert.deepEqual(summary.undecided, { mandatory: 1, advisory: 1 });
    assert.deepEqual(summary.exemptions, ["Exempted: because."]);
  });
});
