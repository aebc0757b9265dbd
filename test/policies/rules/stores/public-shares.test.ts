// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { forbidPublicResourcePolicy as rule } from "../../../../policies/rules/stores/forbid-public-resource-policy";
import { publicShares } from "../../../../policies/rules/stores/public-shares";
import { from, kindOf, one } from "../../../support/pack/program";
import { providerTypes } from "../../../support/pack/provider";
import { ruleSpec } from "../../../support/pack/rule-spec";

const launch = (userGroups: readonly string[]) => ({
  distributions: [{ amiDistributionConfiguration: { launchPermission: { userGroups } } }],
});
const inLaunch = "distributions[0].amiDistributionConfiguration.launchPermission.userGroups[0]";

const all = { sharedAccounts: ["all"] };

const { complies, violates, undecided } = ruleSpec(rule, {
  must: "nothing may be shared with everyone",
  fix: "Name the accounts to share it with, or none.",
});

describe("public-shares", () => {
  for (const [type, open, found, closed] of [
    [
      "aws:rds/snapshot:Snapshot",
      { sharedAccounts: ["111122223333", "all"] },
      "'sharedAccounts[1]' is all",
      { sharedAccounts: ["111122223333"] },
    ],
    ["aws:rds/snapshotCopy:SnapshotCopy", all, "'sharedAccounts[0]' is all", {}],
    [
      "aws:rds/clusterSnapshot:ClusterSnapshot",
      all,
      "'sharedAccounts[0]' is all",
      { sharedAccounts: [] },
    ],
    ["aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", all, "'sharedAccounts[0]' is all", {}],
    [
      "aws:ec2/amiLaunchPermission:AmiLaunchPermission",
      { group: "all" },
      "'group' is all",
      { accountId: "111122223333" },
    ],
    [
      "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
      launch(["all"]),
      `'${inLaunch}' is all`,
      launch([]),
    ],
    [
      "aws:ssm/document:Document",
      { permissions: { type: "Share", accountIds: "All" } },
      "'permissions.accountIds' is all",
      { permissions: { type: "Share", accountIds: "111122223333" } },
    ],
    [
      "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
      { state: "unblocked" },
      "'state' is unblocked",
      { state: "block-all-sharing" },
    ],
    [
      "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
      { state: "unblocked" },
      "'state' is unblocked",
      { state: "block-new-sharing" },
    ],
    [
      "aws-native:ec2:SnapshotBlockPublicAccess",
      { state: "unblocked" },
      "'state' is unblocked",
      { state: "block-all-sharing" },
    ],
  ] as const) {
    violates({ [`${type} for everyone`]: [one(type, open), `${kindOf(type)} 'it': ${found}`] });

    complies({ [`${type} for some accounts or none`]: one(type, closed) });
  }

  undecided({
    "a share with an account from outside the program": [
      one("aws:rds/snapshot:Snapshot", { sharedAccounts: [from("elsewhere.account")] }),
      "Snapshot 'it': 'sharedAccounts[0]' is",
    ],
  });

  it("names no type that the installed provider does not have", () => {
    const tokens = new Set(providerTypes(/./).map(({ token }) => token));
    const unknown = Object.keys(publicShares).filter(
      (type) => type.startsWith("aws:") && !tokens.has(type),
    );
    assert.deepEqual(unknown, []);
  });
});
