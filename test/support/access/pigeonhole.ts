// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A document that is short and hard: nine pigeons, eight holes, each pigeon has one, and no two share it. There is
 * no such request, and whoever tries one pigeon after the other takes very long to see it.
 */

import type { Document } from "../../../policies/access";

const HOLES = Array.from({ length: 8 }, (_, hole) => `${hole}`);
const keyOf = (pigeon: number) => `x:p${pigeon}`;

function deny(operator: string, wanted: Readonly<Record<string, string | string[]>>): object {
  const Condition = { [operator]: wanted };
  return { Effect: "Deny", Principal: "*", Action: "*", Resource: "*", Condition };
}

const Statement = Array.from({ length: HOLES.length + 1 }, (_, pigeon) => [
  deny("ForAllValues:StringNotEquals", { [keyOf(pigeon)]: HOLES }),
  ...Array.from({ length: pigeon }, (__, other) =>
    HOLES.map((hole) =>
      deny("ForAnyValue:StringEquals", { [keyOf(pigeon)]: hole, [keyOf(other)]: hole }),
    ),
  ).flat(),
]).flat();

export const pigeonhole: Document = {
  name: "policy",
  kind: "resource",
  content: { Version: "2012-10-17", Statement },
};
