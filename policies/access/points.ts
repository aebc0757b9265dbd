// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Values that have an order: numbers, dates and addresses, all as whole numbers. A document can tell two
 * of them apart only at its bounds, so each bound, the one below and the one above stand for all.
 */

export type Ordered = "number" | "date" | "address";

/** A test on ordered values. Equal keys mean equal tests. */
export interface Range {
  readonly key: string;
  /** Where the answer can change. */
  readonly bounds: readonly bigint[];
  readonly holds: (value: bigint) => boolean;
}

export type Relation = "=" | "<" | "<=" | ">" | ">=";

/** Numbers are counted in billionths, so that decimals stay exact. */
const DECIMALS = 9;
export const ONE = 10n ** BigInt(DECIMALS);
const SECOND = 1_000n;
/** IPv6 addresses are numbered after all IPv4 ones, with a gap, so that families never touch. */
const IPV6_START = 1n << 40n;
const FAMILIES = [
  { first: 0n, bits: 32 },
  { first: IPV6_START, bits: 128 },
] as const;
/** Of the block for documentation, 2001:db8::/32. */
const IPV6_EXAMPLE = IPV6_START + (0x20010db8n << 96n) + 1n;
/** What is longer than a document may write still has to be read where a value lies beyond a bound. */
const NUMBER = /^([+-]?)(\d{1,80})(?:\.(\d{1,9}))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;
const EPOCH_SECONDS = /^(-?)(\d{1,80})(?:\.(\d{1,3}))?$/;
/** What a document may write: no number that AWS documents comes near. */
const WRITTEN_NUMBER = /^[+-]?\d{1,60}(?:\.\d{1,9})?$/;
const WRITTEN_SECONDS = /^\d{1,12}$/;
const FIRST_YEAR = BigInt(Date.parse("0000-01-01T00:00:00Z"));
const LAST_YEAR_END = BigInt(Date.parse("9999-12-31T23:59:59.999Z"));

export function relation(relation: Relation, bound: bigint): Range {
  const holds: Readonly<Record<Relation, (value: bigint) => boolean>> = {
    "=": (value) => value === bound,
    "<": (value) => value < bound,
    "<=": (value) => value <= bound,
    ">": (value) => value > bound,
    ">=": (value) => value >= bound,
  };
  return { key: `${relation}${bound}`, bounds: [bound], holds: holds[relation] };
}

/** The bound that a document writes as a number; undefined where it is none. */
export function writtenNumber(text: string): bigint | undefined {
  return WRITTEN_NUMBER.test(text) ? parseNumber(text) : undefined;
}

/** The bound that a document writes as a date, or as seconds since 1970. */
export function writtenDate(text: string): bigint | undefined {
  return DATE.test(text) || WRITTEN_SECONDS.test(text) ? parseDate(text) : undefined;
}

/** Whatever the value is. */
export const everyValue: Range = { key: "every value", bounds: [], holds: () => true };

export function parseNumber(text: string): bigint | undefined {
  const parts = NUMBER.exec(text);
  if (!parts) {
    return undefined;
  }
  const [, sign, whole = "0", fraction = ""] = parts;
  const size = BigInt(whole) * ONE + BigInt(fraction.padEnd(DECIMALS, "0"));
  return sign === "-" ? -size : size;
}

/** Milliseconds since 1970, of a date in ISO 8601 or of seconds since 1970. */
export function parseDate(text: string): bigint | undefined {
  const [, sign, seconds = "", fraction = ""] = EPOCH_SECONDS.exec(text) ?? [];
  if (seconds !== "") {
    const size = BigInt(seconds) * SECOND + BigInt(fraction.padEnd(3, "0"));
    return sign === "-" ? -size : size;
  }
  const time = DATE.test(text) && dayExists(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : BigInt(time);
}

function dayExists(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** The addresses of a block, or of one address. Bits beyond the prefix do not count. */
export function parseBlock(text: string): Range | undefined {
  const [address = "", prefix, ...rest] = text.split("/");
  const value = parseAddress(address);
  if (value === undefined || rest.length > 0) {
    return undefined;
  }
  const [offset, bits] = value < IPV6_START ? [0n, 32] : [IPV6_START, 128];
  const length = prefix === undefined ? bits : Number(/^\d{1,3}$/.test(prefix) ? prefix : "999");
  if (length > bits) {
    return undefined;
  }
  const size = 1n << BigInt(bits - length);
  const first = ((value - offset) / size) * size + offset;
  const last = first + size - 1n;
  return {
    key: `${first}-${last}`,
    bounds: [first, last],
    holds: (each) => each >= first && each <= last,
  };
}

export function parseAddress(text: string): bigint | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split(".");
  const valid = parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && +part < 256);
  return valid ? parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) : undefined;
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split("::").map((half) => half.split(":").filter((group) => group !== ""));
  const [head = [], tail] = halves;
  const missing = 8 - head.length - (tail?.length ?? 0);
  const wellFormed = tail ? halves.length === 2 && missing > 0 : missing === 0;
  const groups = [...head, ...Array<string>(Math.max(missing, 0)).fill("0"), ...(tail ?? [])];
  if (!wellFormed || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) || /:::/.test(text)) {
    return undefined;
  }
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) + IPV6_START;
}

/** One value for each way in which the tests can come out, plausible ones first. */
export function pointsOf(kind: Ordered, ranges: readonly Range[], usual: bigint): bigint[] {
  const bounds = ranges.flatMap((range) => range.bounds);
  const step = finestStep(kind, bounds);
  const candidates = [
    usual,
    ...(kind === "address" ? [IPV6_EXAMPLE] : []),
    ...bounds.flatMap((bound) => [bound - step, bound, bound + step]),
  ];
  const found = new Map<string, bigint>();
  for (const value of candidates.filter((value) => kind !== "address" || isAddress(value))) {
    const signature = ranges.map((range) => (range.holds(value) ? "1" : "0")).join("");
    if (!found.has(signature) || (found.get(signature) ?? 0n) < 0n) {
      found.set(signature, value);
    }
  }
  return [...found.values()];
}

/** A key's values are taken to be as fine as the finest bound that is written for it. */
function finestStep(kind: Ordered, bounds: readonly bigint[]): bigint {
  const coarsest: Readonly<Record<Ordered, bigint>> = { number: ONE, date: SECOND, address: 1n };
  let step = coarsest[kind];
  while (bounds.some((bound) => bound % step !== 0n)) {
    step /= 10n;
  }
  return step;
}

function isAddress(value: bigint): boolean {
  return FAMILIES.some(({ first, bits }) => value >= first && value < first + (1n << BigInt(bits)));
}

/** Whether blocks together hold every address of a family. */
export function coversFamily(blocks: readonly Range[]): boolean {
  return FAMILIES.some(({ first, bits }) => {
    const starts = [first, ...blocks.flatMap(({ bounds }) => bounds.map((bound) => bound + 1n))];
    return starts
      .filter((start) => start >= first && start < first + (1n << BigInt(bits)))
      .every((start) => blocks.some((block) => block.holds(start)));
  });
}

export function printOrdered(kind: Ordered, value: bigint): string {
  const print: Readonly<Record<Ordered, (value: bigint) => string>> = {
    number: printNumber,
    date: printDate,
    address: printAddress,
  };
  return print[kind](value);
}

/** ISO 8601 writes years of four digits; a time in any other year is seconds since 1970. */
function printDate(time: bigint): string {
  if (time >= FIRST_YEAR && time <= LAST_YEAR_END) {
    return new Date(Number(time)).toISOString().replace(".000Z", "Z");
  }
  const size = time < 0n ? -time : time;
  const fraction = size % SECOND === 0n ? "" : `.${`${size % SECOND}`.padStart(3, "0")}`;
  return `${time < 0n ? "-" : ""}${size / SECOND}${fraction}`;
}

function printNumber(value: bigint): string {
  const size = value < 0n ? -value : value;
  const fraction = `${size % ONE}`.padStart(DECIMALS, "0").replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${size / ONE}${fraction === "" ? "" : `.${fraction}`}`;
}

function printAddress(value: bigint): string {
  if (value < IPV6_START) {
    return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
  }
  const bits = value - IPV6_START;
  const groups = Array.from({ length: 8 }, (_, at) => (bits >> BigInt(112 - 16 * at)) & 65_535n);
  const text = groups.map((group) => group.toString(16)).join(":");
  return text.replace(/(?:^|:)0(?::0)+(?::|$)/, "::");
}
