// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Problem } from "../arguments/problems";

/** Refuses a value that is not an address range with room for the network's subnets. */
export function cidrBlockProblem(value: string): Problem {
  const { address, prefixLength } = parse(value);
  const fits =
    address !== undefined &&
    prefixLength >= 16 &&
    prefixLength <= 26 &&
    address % 2 ** (32 - prefixLength) === 0;
  return fits
    ? undefined
    : "'cidrBlock' must be an IPv4 range of /16 to /26 that begins at its first address, " +
        `got ${JSON.stringify(value)}. Write one like 10.0.0.0/24.`;
}

/** Gives each subnet a quarter of the address range, from its start; the rest stays free. */
export function subnetCidrBlocks(cidrBlock: string, count: 1 | 2 | 3 | 4): string[] {
  const { address = 0, prefixLength } = parse(cidrBlock);
  const size = 2 ** (32 - prefixLength) / 4;
  return Array.from({ length: count }, (_, index) => {
    return `${dotted(address + index * size)}/${prefixLength + 2}`;
  });
}

function parse(cidrBlock: string): { address?: number; prefixLength: number } {
  const [, text = "", length = ""] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(cidrBlock) ?? [];
  const bytes = text.split(".").map(Number);
  const isAddress = text !== "" && bytes.every((byte) => byte <= 255);
  return {
    ...(isAddress && { address: bytes.reduce((sum, byte) => sum * 256 + byte, 0) }),
    prefixLength: Number(length),
  };
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join(".");
}
