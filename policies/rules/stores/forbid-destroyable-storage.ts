// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { configuration, type Options } from "../../framework/configuration";
import { fsbp, iso, nist } from "../../framework/controls";
import { type Finding, undecided, violation } from "../../framework/finding";
import { forEntries } from "../../framework/for-types";
import { isWithin, type Limits, limitsInWords, limitsSchema } from "../../framework/limits";
import type { Rule } from "../../framework/rule";
import { type DeletionSwitch, deletionSwitches } from "../../provider-tables/deletion-switches";
import { below, type Reading, read, select, textOf } from "../../resources/reading";
import type { Resource } from "../../resources/stack";

interface DestroyableOptions extends Options {
  readonly deletionWindowDays: Limits;
}

export const forbidDestroyableStorage: Rule<DestroyableOptions> = {
  name: "forbid-destroyable-storage",
  description: "What stores data must not be deleted together with the data by one command.",
  rationale:
    "One wrong update can delete the recordings of a year: with a bucket that is emptied " +
    "before it is deleted, a key without a waiting time, or a table that is deleted with its " +
    "stack.",
  severity: "medium",
  controls: [
    fsbp("DynamoDB.6", "DynamoDB tables should have deletion protection enabled"),
    fsbp("RDS.8", "RDS DB instances should have deletion protection enabled"),
    fsbp("KMS.3", "AWS KMS keys should not be deleted unintentionally"),
    nist("CP-9", "System backup"),
    iso("A.8.13", "Information backup"),
  ],
  enforcementLevel: "advisory",
  tags: ["s3", "kms", "dynamodb", "rds", "secretsmanager", "deletion"],
  remediationSteps:
    "Leave forceDestroy and skipFinalSnapshot out, set deletion protection, and let keys and " +
    "secrets wait before they are deleted.",
  url: "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/back-up-data.html",
  configSchema: configuration("advisory", {
    deletionWindowDays: limitsSchema(
      "How many days a key or a secret must wait before it is deleted.",
      { min: 7 },
      ["min"],
    ),
  }),
  validator: {
    resource: forEntries(
      deletionSwitches,
      (all) => (resource, options) => all.flatMap((one) => judgeSwitch(resource, one, options)),
    ),
  },
};

/** In a block that is missing, nothing is required. */
function judgeSwitch(
  resource: Resource,
  asked: DeletionSwitch,
  options: DestroyableOptions,
): readonly Finding[] {
  const { where, path } = asked;
  const kind = where && read(resource.props, where.property);
  if (kind !== undefined && !(textOf(kind) ?? "").startsWith(where?.begins ?? "")) {
    return kind.state === "unknown"
      ? [undecided(resource, kind.path, wordingOf(asked, options))]
      : [];
  }
  return select(resource.props, ...path.slice(0, -1))
    .filter(({ state }) => state !== "absent")
    .map((block) => below(block, path.at(-1) ?? ""))
    .flatMap((reading) => judgeReading(resource, reading, asked, options));
}

function wordingOf({ must }: DeletionSwitch, { deletionWindowDays }: DestroyableOptions): string {
  const wording = must === "wait" ? limitsInWords(deletionWindowDays, "day") : must;
  return `it must be ${wording}`;
}

function judgeReading(
  resource: Resource,
  reading: Reading,
  asked: DeletionSwitch,
  options: DestroyableOptions,
): readonly Finding[] {
  const { must, unset } = asked;
  const written = textOf(reading);
  const text = written ?? unset;
  const wording = wordingOf(asked, options);
  if (reading.state === "unknown") {
    return [undecided(resource, reading.path, wording)];
  }
  const holds =
    must === "wait" ? isWithin(Number(text), options.deletionWindowDays) : text === must;
  const found = written === undefined ? `is missing, which means ${unset}` : `is ${quoted(text)}`;
  return holds ? [] : [violation(resource, reading.path, found, wording)];
}

/** The value, if it cannot be a secret. */
function quoted(text: string): string {
  return /^(true|false|INACTIVE|\d+)$/.test(text) ? text : "something else";
}
