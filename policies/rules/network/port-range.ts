// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which ports a rule of a security group or network ACL opens. */

import { below, type Reading, textOf } from "../../resources/reading";

export type PortRange = readonly [from: Reading, to: Reading];

/** The ports of a rule. An entry of a network ACL in aws-native has them in a block of their own. */
export function rangeOf(block: Reading): PortRange {
  const inside = below(block, "portRange");
  return inside.state === "absent"
    ? [below(block, "fromPort"), below(block, "toPort")]
    : [below(inside, "from"), below(inside, "to")];
}

const withPorts: ReadonlySet<string | undefined> = new Set(["tcp", "udp", "6", "17"]);

/** Whether a rule opens none but the given ports, of TCP or UDP. */
export function isAmong(
  ports: readonly number[],
  [from, to]: PortRange,
  protocol: Reading,
): boolean {
  const [first, last] = [portOf(from), portOf(to)];
  const open = ports.filter((port) => port >= first && port <= last);
  return withPorts.has(textOf(protocol)?.toLowerCase()) && new Set(open).size === last - first + 1;
}

/** Not a number where there is no port, or where it is not known. */
function portOf(port: Reading): number {
  return Number(textOf(port) ?? Number.NaN);
}
