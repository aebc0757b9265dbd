// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { dataCenters } from "../components/regions/data-centers";
import type { Configuration } from "./configuration";
import { date, nonEmpty, oneOf, record } from "./fields";

const dataCenter = oneOf(dataCenters);

/** A permission for the backend of one data centre to call the token API of another, as configuration. */
export const transfer = record({
  from: dataCenter,
  to: dataCenter,
  purpose: nonEmpty,
  approvedBy: nonEmpty,
  expires: date,
});

/** What is wrong with the transfers of a stack, as sentences; one that is over is not forgotten but refused. */
export function transferProblems(
  { transfers, regions }: Pick<Configuration, "transfers" | "regions">,
  today: Date,
): string[] {
  const present = regions.map(({ dataCenter }) => dataCenter);
  return transfers.flatMap(({ from, to, expires }, index) => {
    const key = `classroom:transfers[${index}]`;
    return [
      ...[from, to]
        .filter((end) => !present.includes(end))
        .map(
          (end) =>
            `'${key}' must name data centres of 'classroom:regions', got ${end}. Add its region, or remove the transfer.`,
        ),
      ...(transfers.findIndex((each) => each.from === from && each.to === to) < index
        ? [
            `'${key}' must be the only transfer from ${from} to ${to}, got another before it. Remove one of them.`,
          ]
        : []),
      ...(from === to
        ? [`'${key}.to' must be another data centre than 'from', got ${to} twice.`]
        : []),
      ...(new Date(`${expires}T23:59:59Z`) < today
        ? [
            `'${key}.expires' must not be over, got ${expires}. Remove the transfer, or have it approved again.`,
          ]
        : []),
    ];
  });
}
