// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { forbidPublicResourcePolicy as rule } from "../../../../policies/rules/stores/forbid-public-resource-policy";
import { publicShares } from "../../../../policies/rules/stores/public-shares";
import type { Program } from "../../../support/pack/program";
import { providerTypes } from "../../../support/pack/provider";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const must = "nothing may be shared with everyone";
const violated = (type: string, what: string) =>
  violationOf(
    rule,
    `${type.split(":").at(-1)} 'it': ${what}; ${must}`,
    "Name the accounts to share it with, or none.",
  );
const program = (type: string, properties: Properties): Program => ({ it: { type, properties } });
const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };

const launch = (userGroups: readonly string[]) => ({
  distributions: [{ amiDistributionConfiguration: { launchPermission: { userGroups } } }],
});
const inLaunch = "distributions[0].amiDistributionConfiguration.launchPermission.userGroups[0]";

describe("public-shares", () => {
  for (const [type, open, path, word, closed] of [
    [
      "aws:rds/snapshot:Snapshot",
      { sharedAccounts: ["111122223333", "all"] },
      "sharedAccounts[1]",
      "all",
      { sharedAccounts: ["111122223333"] },
    ],
    [
      "aws:rds/snapshotCopy:SnapshotCopy",
      { sharedAccounts: ["all"] },
      "sharedAccounts[0]",
      "all",
      {},
    ],
    [
      "aws:rds/clusterSnapshot:ClusterSnapshot",
      { sharedAccounts: ["all"] },
      "sharedAccounts[0]",
      "all",
      { sharedAccounts: [] },
    ],
    [
      "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
      { sharedAccounts: ["all"] },
      "sharedAccounts[0]",
      "all",
      {},
    ],
    [
      "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
      { group: "all" },
      "group",
      "all",
      { accountId: "111122223333" },
    ],
    [
      "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
      launch(["all"]),
      inLaunch,
      "all",
      launch([]),
    ],
    [
      "aws:ssm/document:Document",
      { permissions: { type: "Share", accountIds: "All" } },
      "permissions.accountIds",
      "all",
      { permissions: { type: "Share", accountIds: "111122223333" } },
    ],
    [
      "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
      { state: "unblocked" },
      "state",
      "unblocked",
      { state: "block-all-sharing" },
    ],
    [
      "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
      { state: "unblocked" },
      "state",
      "unblocked",
      { state: "block-new-sharing" },
    ],
    [
      "aws-native:ec2:SnapshotBlockPublicAccess",
      { state: "unblocked" },
      "state",
      "unblocked",
      { state: "block-all-sharing" },
    ],
  ] as const) {
    it(`rejects ${type} for everyone, and takes it for some`, async () => {
      await assertAlwaysSays(rule, program(type, open), [violated(type, `'${path}' is ${word}`)]);
      await assertCompliant(rule, program(type, closed));
    });
  }

  it("leaves a share open that comes from outside the program", async () => {
    const snapshot = program("aws:rds/snapshot:Snapshot", {
      sharedAccounts: [from("elsewhere.account")],
    });
    await assertSays(rule, { elsewhere, ...snapshot }, [
      undecidedOf("Snapshot 'it': 'sharedAccounts[0]' is", must),
    ]);
  });

  it("names no type that the installed provider does not have", () => {
    const tokens = new Set(providerTypes(/./).map(({ token }) => token));
    const unknown = Object.keys(publicShares).filter(
      (type) => type.startsWith("aws:") && !tokens.has(type),
    );
    assert.deepEqual(unknown, []);
  });
});
