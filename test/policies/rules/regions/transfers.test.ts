// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidCrossRegionCopy as rule } from "../../../../policies/rules/regions/forbid-cross-region-copy";
import { from, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";
import { assertAlwaysSays, violationOf } from "../../../support/pack/verdicts";

const must = "data must stay in the region of the resource, eu-central-1";
const inFrankfurt = (type: string, properties: ProgramResource["properties"]): Program => ({
  frankfurt: { type: "pulumi:providers:aws", properties: { region: "eu-central-1" } },
  thing: { type, properties: { ...properties }, options: { provider: from("frankfurt") } },
});
const replicated = inFrankfurt("aws:secretsmanager/secret:Secret", {
  replicas: [{ region: "us-east-1" }],
});
const found = "Secret 'thing': 'replicas[0].region' is us-east-1";
const transfer = {
  from: "eu-central-1",
  to: "us-east-1",
  purpose: "exchange year",
  approvedBy: "J. Doe",
  expires: "2026-12-31",
};
const back = { ...transfer, from: "us-east-1", to: "eu-central-1" };
const expired = { ...transfer, expires: "2026-01-31" };
const reason = "exchange year (approved by J. Doe)";

describe("transfers", () => {
  const exempted: Record<string, [Program, (typeof transfer)[], string]> = {
    "a permission that names both regions and has not expired": [replicated, [transfer], found],
    "the permission that ends last counts": [replicated, [expired, transfer], found],
    "a copy that is fetched needs the permission of the region that it comes from": [
      inFrankfurt("aws:ebs/snapshotCopy:SnapshotCopy", { sourceRegion: "us-east-1" }),
      [back],
      "SnapshotCopy 'thing': 'sourceRegion' is us-east-1",
    ],
    "a copy that is fetched from a bucket of the stack needs the permission of its region": [
      {
        ...inFrankfurt("aws:s3/objectCopy:ObjectCopy", {
          bucket: "elsewhere",
          source: "far/lesson",
        }),
        virginia: { type: "pulumi:providers:aws", properties: { region: "us-east-1" } },
        far: {
          type: "aws:s3/bucket:Bucket",
          properties: { bucket: "far" },
          options: { provider: from("virginia") },
        },
      },
      [back],
      "ObjectCopy 'thing': 'source' is Bucket 'far', which is in us-east-1",
    ],
  };
  for (const [title, [program, transfers, what]] of Object.entries(exempted)) {
    it(`exempted: ${title}`, () =>
      assertAlwaysSays(
        rule,
        program,
        [`Exempted: ${what}; allowed until 2026-12-31 because: ${reason}`],
        { configuration: { transfers } },
      ));
  }

  for (const [which, ends] of Object.entries({
    "the other direction": { from: "us-east-1", to: "eu-central-1" },
    "another target region": { to: "us-west-2" },
    "another source region": { from: "eu-west-1" },
  })) {
    ruleSpec(rule, {
      must,
      configuration: { transfers: [{ ...transfer, ...ends }] },
    }).violates({ [`the permission is for ${which}`]: [replicated, found] });
  }

  it("violation: the permission has expired", () =>
    assertAlwaysSays(
      rule,
      replicated,
      [
        `${violationOf(rule, `${found}; ${must}`)}\n` +
          "The exemption of 'eu-central-1 to us-east-1' expired on 2026-01-31: " +
          `fix the resource, or renew it (its reason was: ${reason}).`,
      ],
      { configuration: { transfers: [expired] } },
    ));
});
