// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Configuration } from "./configuration-values";

/** Refuses transfers that do not fit the stack's data centres or each other, and transfers that are over. */
export function transferProblems(
  { transfers, regions }: Pick<Configuration, "transfers" | "regions">,
  today: Date,
): string[] {
  const present = regions.map(({ dataCenter }) => dataCenter);
  return transfers.flatMap(({ from, to, expires }, index) => {
    const key = `classroom:transfers[${index}]`;
    const isRepeated = transfers.findIndex((each) => each.from === from && each.to === to) < index;
    return [
      ...[from, to]
        .filter((end) => !present.includes(end))
        .map(
          (end) =>
            `'${key}' must name data centres of 'classroom:regions', got ${end}. ` +
            "Add its region, or remove the transfer.",
        ),
      ...(isRepeated
        ? [
            `'${key}' must be the only transfer from ${from} to ${to}, got another before it. ` +
              "Remove one of them.",
          ]
        : []),
      ...(from === to
        ? [`'${key}.to' must be another data centre than 'from', got ${to} twice.`]
        : []),
      ...(new Date(`${expires}T23:59:59Z`) < today
        ? [
            `'${key}.expires' must not be over, got ${expires}. ` +
              "Remove the transfer, or have it approved again.",
          ]
        : []),
    ];
  });
}
