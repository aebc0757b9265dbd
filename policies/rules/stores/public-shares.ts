// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What a property can share with everyone, without a policy: snapshots, images, documents. */

import { type Finding, undecided, violation } from "../../framework/finding";
import { forEntries } from "../../framework/for-types";
import { type Step, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

interface Share {
  readonly path: readonly Step[];
  /** The value that means everyone. */
  readonly everyone: string;
}

const snapshot: Share = { path: ["sharedAccounts"], everyone: "all" };
const unblocked: Share = { path: ["state"], everyone: "unblocked" };

const shares: Readonly<Record<string, Share>> = {
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": unblocked,
  "aws:ec2/amiLaunchPermission:AmiLaunchPermission": { path: ["group"], everyone: "all" },
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": unblocked,
  "aws:imagebuilder/distributionConfiguration:DistributionConfiguration": {
    path: ["distributions", "amiDistributionConfiguration", "launchPermission", "userGroups"],
    everyone: "all",
  },
  "aws:rds/clusterSnapshot:ClusterSnapshot": snapshot,
  "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": snapshot,
  "aws:rds/snapshot:Snapshot": snapshot,
  "aws:rds/snapshotCopy:SnapshotCopy": snapshot,
  "aws:ssm/document:Document": { path: ["permissions", "accountIds"], everyone: "all" },
  "aws-native:ec2:SnapshotBlockPublicAccess": unblocked,
};

const mustNotBeShared = "nothing may be shared with everyone";
const fix = "Name the accounts to share it with, or none.";

/** The judges of these resources, by type. */
export const publicShares = forEntries(
  shares,
  (share) => (resource: Resource) => judgeShare(resource, share),
);

function judgeShare(resource: Resource, { path, everyone }: Share): readonly Finding[] {
  return select(resource.props, ...path).flatMap((shared): readonly Finding[] => {
    if (shared.state === "unknown") {
      return [undecided(resource, shared.path, mustNotBeShared)];
    }
    return textOf(shared)?.toLowerCase() === everyone
      ? [violation(resource, shared.path, `is ${everyone}`, mustNotBeShared, { fix })]
      : [];
  });
}
