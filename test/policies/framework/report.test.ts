// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { temporaryFolder } from "../../support/files/temporary";
import type { Analysis } from "../../support/pack/messages";
import { PackProcess } from "../../support/pack/process";
import { show } from "../../support/pack/program";
import { writePack } from "../../support/pack/write";

const entry = `
import { PolicyPack } from "@pulumi/policy";
import { send } from "./policies/framework/report";

new PolicyPack("reports", {
  policies: [
    {
      name: "resource-rule",
      description: "Described.",
      severity: "high",
      enforcementLevel: "mandatory",
      validateResource: ({ urn }, reportViolation) => {
        send({ message: "Exempted: as it is", urn, enforcementLevel: "advisory", severity: "low" }, reportViolation);
        send({ message: "at the rule's own level", urn }, reportViolation);
      },
    },
    {
      name: "stack-rule",
      description: "Described.",
      enforcementLevel: "mandatory",
      validateStack: ({ resources }, reportViolation) => {
        for (const { urn } of resources) {
          send({ message: "Not decidable yet: as it is", urn, enforcementLevel: "advisory" }, reportViolation);
        }
        send({ message: "about the stack" }, reportViolation);
      },
    },
  ],
});
`;

describe("report", () => {
  const folder = temporaryFolder();
  const [files] = show({ files: { type: "aws:s3/bucket:Bucket" } }, "first preview");
  let pack: PackProcess;

  before(async () => {
    writePack(folder, entry);
    pack = await PackProcess.start(folder);
  });

  after(() => pack.stop());

  const lines = ({ reports }: Analysis) =>
    reports.map(({ level, severity, resource, message }) =>
      [level, severity, resource, message].join(" | "),
    );

  it("carries message, level, severity and resource over the wire as they are", async () => {
    assert.ok(files);
    assert.deepEqual(lines(await pack.analyze(files)), [
      "advisory | low | files | Exempted: as it is",
      "mandatory | high | files | at the rule's own level",
    ]);
  });

  it("does so from a stack rule, about a resource or about the stack", async () => {
    assert.ok(files);
    assert.deepEqual(lines(await pack.analyzeStack([files])), [
      "advisory | unspecified | files | Not decidable yet: as it is",
      "mandatory | unspecified |  | about the stack",
    ]);
  });

  it("leaves the level to the configuration where it names none", async () => {
    assert.ok(files);
    await pack.configure({ "resource-rule": { enforcementLevel: "advisory" } });
    assert.deepEqual(
      (await pack.analyze(files)).reports.map(({ level }) => level),
      ["advisory", "advisory"],
    );
  });
});
