// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidCrossRegionCopy as rule } from "../../../../policies/rules/regions/forbid-cross-region-copy";
import type { Program, ProgramResource } from "../../../support/pack/program";
import { assertAlwaysSays, violationOf } from "../../../support/pack/verdicts";

const one = (type: string, properties: ProgramResource["properties"]): Program => ({
  frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
  thing: { type, properties: { ...properties }, options: { provider: from("frankfurt") } },
});
const leaves = (what: string) =>
  violationOf(rule, `${what}; data must stay in the region of the resource, eu-central-1`);

describe("transfers", () => {
  const program = one("aws:secretsmanager/secret:Secret", {
    replicas: [{ region: "us-east-1" }],
  });
  const transfer = {
    from: "eu-central-1",
    to: "us-east-1",
    purpose: "exchange year",
    approvedBy: "J. Doe",
    expires: "2026-12-31",
  };
  const what = "Secret 'thing': 'replicas[0].region' is us-east-1";

  it("exempted: a permission that names both ends and has not expired", () =>
    assertAlwaysSays(
      rule,
      program,
      [`Exempted: ${what}; allowed until 2026-12-31 because: exchange year (approved by J. Doe)`],
      { configuration: { transfers: [transfer] } },
    ));

  it("exempted: the permission that holds longest counts", () =>
    assertAlwaysSays(
      rule,
      program,
      [`Exempted: ${what}; allowed until 2026-12-31 because: exchange year (approved by J. Doe)`],
      { configuration: { transfers: [{ ...transfer, expires: "2026-01-31" }, transfer] } },
    ));

  for (const [which, ends] of Object.entries({
    "the other direction": { from: "us-east-1", to: "eu-central-1" },
    "another region to go to": { to: "us-west-2" },
    "another region to come from": { from: "eu-west-1" },
  })) {
    it(`violation: the permission is for ${which}`, () =>
      assertAlwaysSays(rule, program, [leaves(what)], {
        configuration: { transfers: [{ ...transfer, ...ends }] },
      }));
  }

  it("exempted: what is fetched needs the permission from there", () =>
    assertAlwaysSays(
      rule,
      one("aws:ebs/snapshotCopy:SnapshotCopy", { sourceRegion: "us-east-1" }),
      [
        "Exempted: SnapshotCopy 'thing': 'sourceRegion' is us-east-1; allowed until 2026-12-31 because: exchange year (approved by J. Doe)",
      ],
      {
        configuration: {
          transfers: [{ ...transfer, from: "us-east-1", to: "eu-central-1" }],
        },
      },
    ));

  it("exempted: what is fetched from a bucket of the stack needs the permission from there", () =>
    assertAlwaysSays(
      rule,
      {
        ...one("aws:s3/objectCopy:ObjectCopy", { bucket: "elsewhere", source: "far/lesson" }),
        virginia: { type: "pulumi:providers:aws", properties: { region: "us-east-1" } },
        far: {
          type: "aws:s3/bucket:Bucket",
          properties: { bucket: "far" },
          options: { provider: from("virginia") },
        },
      },
      [
        "Exempted: ObjectCopy 'thing': 'source' is Bucket 'far', which is in us-east-1; allowed until 2026-12-31 because: exchange year (approved by J. Doe)",
      ],
      {
        configuration: {
          transfers: [{ ...transfer, from: "us-east-1", to: "eu-central-1" }],
        },
      },
    ));

  it("violation: the permission has expired", () =>
    assertAlwaysSays(
      rule,
      program,
      [
        `${leaves(what)}\nThe exemption of 'eu-central-1 to us-east-1' expired on 2026-01-31: fix the resource, or renew it (its reason was: exchange year (approved by J. Doe)).`,
      ],
      { configuration: { transfers: [{ ...transfer, expires: "2026-01-31" }] } },
    ));
});
