// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { createColors } from "picocolors";
import { type Approvals, approvalLines, approvalsOf } from "../../../local/summary/approvals";
import type { EngineEvent } from "../../../local/summary/events";

const plain = createColors(false);
const today = new Date("2026-11-24T12:00:00Z");
const attestation = { by: "K. Operator", on: "2026-01-31", expires: "2027-01-31" };
const transfer = {
  from: "EU",
  to: "NA",
  purpose: "support",
  approvedBy: "data protection",
  expires: "2027-03-31",
};

function lines(approvals: Partial<Approvals>): string[] {
  return approvalLines({ transfers: [], attestations: {}, ...approvals }, today, plain);
}

function outputsOf(type: string, outputs?: Record<string, unknown>): EngineEvent {
  return { resOutputsEvent: { metadata: { new: { type, urn: `urn::${type}`, outputs } } } };
}

describe("local/summary/approvals", () => {
  it("finds the approvals in the stack's own outputs, in the last event about them", () => {
    const stack = "pulumi:pulumi:Stack";
    const approvals = { transfers: [transfer], attestations: {} };
    assert.deepEqual(
      approvalsOf([
        outputsOf(stack, { transfers: [], attestations: {} }),
        outputsOf(stack, { ...approvals, dataCenters: {} }),
        outputsOf("x:index:Component", { transfers: [], attestations: {} }),
        {},
      ]),
      approvals,
    );
  });

  it("says nothing of a program that has no such outputs, or others of that name", () => {
    const stack = "pulumi:pulumi:Stack";
    assert.equal(approvalsOf([]), undefined);
    assert.equal(approvalsOf([outputsOf(stack)]), undefined);
    assert.equal(
      approvalsOf([outputsOf(stack, { transfers: "none", attestations: {} })]),
      undefined,
    );
    assert.equal(approvalsOf([outputsOf(stack, { transfers: [], attestations: null })]), undefined);
  });

  it("lists each transfer with its purpose, its approval and its end", () => {
    assert.deepEqual(lines({ transfers: [transfer] }).slice(0, 2), [
      "Transfers 1",
      "  the backend of EU may call the token API of NA until 2027-03-31: support; approved by data protection",
    ]);
    assert.equal(lines({})[0], "Transfers none");
  });

  it("calls an attestation attested, not verified, to the end of its last day", () => {
    const sentence =
      '  "No certificate" is disabled in Agora Console: attested, not verified; by K. Operator ' +
      "on 2026-01-31, counts until";
    for (const expires of ["2027-01-31", "2026-11-24"]) {
      const attestations = { noCertificateDisabled: { ...attestation, expires } };
      assert.deepEqual(lines({ attestations }).slice(1), ["Attested", `${sentence} ${expires}`]);
    }
  });

  it("says that an attestation has expired, and that one is missing, with what to do", () => {
    const attestations = { noCertificateDisabled: { ...attestation, expires: "2026-11-23" } };
    assert.equal(
      lines({ attestations }).at(-1),
      '  "No certificate" is disabled in Agora Console: expired on 2026-11-23; K. Operator saw ' +
        "to it on 2026-01-31. Look again, and renew the attestation.",
    );
    assert.equal(
      lines({}).at(-1),
      '  "No certificate" is disabled in Agora Console: missing. See to it, and write who and ' +
        "when into 'classroom:attestations'.",
    );
  });

  it("keeps each approval on one line", () => {
    const purpose = "support\n  no violations";
    assert.ok(
      lines({ transfers: [{ ...transfer, purpose }] }).every((line) => !line.includes("\n")),
    );
  });
});
