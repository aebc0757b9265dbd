// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What each operator makes of values at, just below and just above its bounds, and of a key that is absent:
 * random questions rarely hit these, and a bound that is off by one hides between them.
 */

import { variable } from "./policy-variables";

export interface Boundary {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** What the request holds; nothing is an absent key. */
  readonly given: readonly string[];
  readonly holds: boolean;
}

const TEXT = "s3:prefix";
export const SET = "aws:TagKeys";
export const NUMBER = "s3:max-keys";
export const DATE = "aws:TokenIssueTime";
export const TIME = "aws:CurrentTime";
export const ADDRESS = "aws:SourceIp";
const SOURCE = "aws:SourceArn";
const topic = (name: string, region = "eu-central-1") =>
  `arn:aws:sns:${region}:111122223333:${name}`;

/** Rows of a table: the values that hold, then those that do not; null is an absent key. */
function rows(
  operator: string,
  key: string,
  values: string | readonly string[],
  holding: readonly (string | null | readonly string[])[],
  failing: readonly (string | null | readonly string[])[],
): Boundary[] {
  const row = (holds: boolean) => (given: string | null | readonly string[]) => ({
    operator,
    key,
    values: [values].flat(),
    given: given === null ? [] : [given].flat(),
    holds,
  });
  return [...holding.map(row(true)), ...failing.map(row(false))];
}

const numbers = [
  ...rows("NumericEquals", NUMBER, "10", ["10", "10.0"], ["9", "11", "9.999999999", null]),
  ...rows("NumericNotEquals", NUMBER, "10", ["9", "11", null], ["10"]),
  ...rows("NumericNotEquals", NUMBER, ["10", "12"], ["11", "13"], ["10", "12"]),
  ...rows("NumericLessThan", NUMBER, "10", ["9", "9.999999999"], ["10", "11", null]),
  ...rows("NumericLessThanEquals", NUMBER, "10", ["9", "10"], ["10.000000001", "11", null]),
  ...rows("NumericGreaterThan", NUMBER, "10", ["11", "10.000000001"], ["10", "9", null]),
  ...rows("NumericGreaterThanEquals", NUMBER, "10", ["10", "11"], ["9.999999999", "9", null]),
  ...rows("NumericLessThan", NUMBER, ["5", "10"], ["4", "9"], ["10"]),
  ...rows("NumericGreaterThan", NUMBER, "-1.5", ["-1", "-1.4"], ["-1.5", "-2"]),
  ...rows("NumericLessThanIfExists", NUMBER, "10", ["9", null], ["10"]),
  ...rows("NumericLessThan", "s3:TlsVersion", "1.2", ["1.1", "1"], ["1.2", "1.3", null]),
];

const dates = [
  ...rows(
    "DateEquals",
    DATE,
    "2026-03-01T00:00:00Z",
    ["2026-03-01T00:00:00Z", "1772323200"],
    ["2026-02-28T23:59:59Z", "2026-03-01T00:00:01Z", null],
  ),
  ...rows(
    "DateNotEquals",
    DATE,
    "2026-03-01",
    ["2026-02-28T23:59:59Z", "2026-03-01T00:00:01Z", null],
    ["2026-03-01T00:00:00Z"],
  ),
  ...rows(
    "DateLessThan",
    DATE,
    "2026-03-01T00:00:00Z",
    ["2026-02-28T23:59:59Z"],
    ["2026-03-01T00:00:00Z", null],
  ),
  ...rows(
    "DateLessThanEquals",
    DATE,
    "2026-03-01T00:00:00Z",
    ["2026-03-01T00:00:00Z"],
    ["2026-03-01T00:00:01Z", null],
  ),
  ...rows(
    "DateGreaterThan",
    DATE,
    "2026-03-01T01:00:00+01:00",
    ["2026-03-01T00:00:01Z"],
    ["2026-03-01T00:00:00Z", null],
  ),
  ...rows(
    "DateGreaterThanEquals",
    DATE,
    "2024-02-29T00:00:00Z",
    ["2024-02-29T00:00:00Z"],
    ["2024-02-28T23:59:59Z", null],
  ),
  ...rows(
    "DateGreaterThanIfExists",
    DATE,
    "2026-03-01T00:00:00Z",
    [null, "2026-03-01T00:00:01Z"],
    ["2026-03-01T00:00:00Z"],
  ),
  ...rows(
    "DateGreaterThan",
    TIME,
    "2026-03-01T00:00:00Z",
    ["2026-03-01T00:00:01Z"],
    ["2026-03-01T00:00:00Z"],
  ),
  ...rows(
    "NumericLessThanEquals",
    "aws:EpochTime",
    "1772323200",
    ["2026-03-01T00:00:00Z"],
    ["2026-03-01T00:00:01Z"],
  ),
];

const addresses = [
  ...rows(
    "IpAddress",
    ADDRESS,
    "10.1.2.0/23",
    ["10.1.2.0", "10.1.3.255"],
    ["10.1.1.255", "10.1.4.0", "2001:db8::1", null],
  ),
  ...rows(
    "IpAddress",
    ADDRESS,
    "10.1.3.7/23",
    ["10.1.2.0", "10.1.3.255"],
    ["10.1.1.255", "10.1.4.0"],
  ),
  ...rows("IpAddress", ADDRESS, "203.0.113.7", ["203.0.113.7"], ["203.0.113.6", "203.0.113.8"]),
  ...rows(
    "NotIpAddress",
    ADDRESS,
    "10.0.0.0/8",
    ["9.255.255.255", "11.0.0.0", "2001:db8::1", null],
    ["10.0.0.0", "10.255.255.255"],
  ),
  ...rows("IpAddress", ADDRESS, "0.0.0.0/0", ["0.0.0.0", "255.255.255.255"], ["2001:db8::1", null]),
  ...rows(
    "IpAddress",
    ADDRESS,
    "::/0",
    ["::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
    ["203.0.113.7", null],
  ),
  ...rows(
    "IpAddress",
    ADDRESS,
    "2001:db8::/33",
    ["2001:db8::", "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff"],
    ["2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8:8000::"],
  ),
  ...rows(
    "IpAddress",
    ADDRESS,
    ["10.0.0.0/9", "10.128.0.0/9"],
    ["10.127.255.255", "10.128.0.0"],
    ["11.0.0.0"],
  ),
  ...rows("IpAddressIfExists", ADDRESS, "10.0.0.0/8", [null, "10.0.0.0"], ["11.0.0.0"]),
];

const texts = [
  ...rows("StringEquals", TEXT, "red", ["red"], ["Red", "re", "redd", "", null]),
  ...rows("StringEquals", TEXT, "r*", ["r*"], ["red"]),
  ...rows("StringEquals", TEXT, `r${variable("*")}`, ["r*"], ["red", `r${variable("*")}`]),
  ...rows("StringEquals", TEXT, "", [""], ["a", null]),
  ...rows("StringNotEquals", TEXT, "red", ["Red", "", null], ["red"]),
  ...rows("StringNotEquals", TEXT, ["red", "blue"], ["green", null], ["red", "blue"]),
  ...rows("StringEqualsIgnoreCase", TEXT, "Red", ["red", "RED"], ["re", null]),
  ...rows("StringNotEqualsIgnoreCase", TEXT, "Red", ["re", null], ["red", "RED"]),
  ...rows("StringEqualsIfExists", TEXT, "red", ["red", null], ["blue"]),
  ...rows("StringNotEqualsIfExists", TEXT, "red", ["blue", null], ["red"]),
  ...rows("StringLike", TEXT, "r?d", ["red", "r?d"], ["rd", "reed", "Red", null]),
  ...rows("StringLike", TEXT, "a*c", ["ac", "abc", "a:b/c"], ["abcd", "bc", null]),
  ...rows("StringLike", TEXT, `a${variable("?")}c`, ["a?c"], ["abc", "ac"]),
  ...rows("StringLike", TEXT, `${variable("$")}{x}`, [variable("x")], ["x"]),
  ...rows("StringLike", TEXT, "*", ["", "anything"], [null]),
  ...rows("StringLike", TEXT, ["a*", "*b"], ["ab", "a", "b"], ["ba"]),
  ...rows("StringNotLike", TEXT, "a*", ["b", "A", null], ["a", "ab"]),
  ...rows("StringLike", TEXT, "*a*b*", ["ab", "xaxbx", "aab"], ["ba", "a"]),
];

const arns = ["ArnLike", "ArnEquals"].flatMap((operator) => [
  ...rows(
    operator,
    SOURCE,
    topic("a*"),
    [topic("a"), topic("ab:c")],
    [topic("b"), topic("a", "eu-west-1"), null],
  ),
  ...rows(
    operator,
    SOURCE,
    topic("a", "*"),
    [topic("a"), topic("a", "")],
    [topic("a", "x:y"), topic("b")],
  ),
  ...rows(
    operator,
    SOURCE,
    "arn:*:s3:::box",
    ["arn:aws:s3:::box", "arn:aws-cn:s3:::box"],
    ["arn:aws:s3:::Box", "arn:aws:s3:::box/a"],
  ),
  ...rows(
    operator,
    SOURCE,
    "arn:aws:s3:::b?x/*",
    ["arn:aws:s3:::box/a:b", "arn:aws:s3:::box/"],
    ["arn:aws:s3:::bx/a", "arn:aws:s3:::box"],
  ),
]);

const negatedArns = ["ArnNotLike", "ArnNotEquals"].flatMap((operator) => [
  ...rows(
    operator,
    SOURCE,
    [topic("a"), topic("b*")],
    [topic("c"), topic("ab"), null],
    [topic("a"), topic("bc")],
  ),
  ...rows(`${operator}IfExists`, SOURCE, topic("a"), [topic("b"), null], [topic("a")]),
]);

const booleans = [
  ...rows("Bool", "aws:MultiFactorAuthPresent", "true", ["true"], ["false", null]),
  ...rows("Bool", "aws:MultiFactorAuthPresent", "FALSE", ["false"], ["true", null]),
  ...rows("Bool", "aws:MultiFactorAuthPresent", ["true", "false"], ["true", "false"], [null]),
  ...rows("BoolIfExists", "aws:MultiFactorAuthPresent", "true", ["true", null], ["false"]),
  ...rows("StringEquals", "aws:SecureTransport", "false", ["false"], ["true"]),
  ...rows("Null", TEXT, "true", [null], ["a", ""]),
  ...rows("Null", TEXT, "FALSE", ["a"], [null]),
  ...rows("Null", SET, "false", [["a"], ["a", "b"]], [null]),
];

const sets = [
  ...rows(
    "ForAnyValue:StringEquals",
    SET,
    ["a", "b"],
    [["a"], ["a", "c"], ["c", "b"]],
    [["c"], null],
  ),
  ...rows(
    "ForAllValues:StringEquals",
    SET,
    ["a", "b"],
    [["a"], ["a", "b"], null],
    [["a", "c"], ["c"]],
  ),
  ...rows(
    "ForAnyValue:StringNotEquals",
    SET,
    ["a", "b"],
    [["c"], ["a", "c"]],
    [["a"], ["a", "b"], null],
  ),
  ...rows(
    "ForAllValues:StringNotEquals",
    SET,
    ["a", "b"],
    [["c"], ["c", "d"], null],
    [["a"], ["a", "c"]],
  ),
  ...rows("ForAnyValue:StringLike", SET, "a*", [["ab"], ["c", "a"]], [["c"], null]),
  ...rows("ForAllValues:StringLikeIfExists", SET, "a*", [["ab", "a"], null], [["c", "a"]]),
  ...rows("ForAnyValue:StringLikeIfExists", SET, "a*", [["ab"]], [["c"]]),
  ...rows("ForAllValues:StringEquals", TEXT, "red", [["red"], null], [["blue"]]),
  ...rows("ForAnyValue:StringEquals", "aws:SourceVpce", "vpce-1", ["vpce-1"], ["vpce-2", null]),
  ...rows("ForAllValues:StringEquals", "aws:SourceVpce", "vpce-1", ["vpce-1", null], ["vpce-2"]),
];

export const BOUNDARIES: readonly Boundary[] = [
  ...numbers,
  ...dates,
  ...addresses,
  ...texts,
  ...arns,
  ...negatedArns,
  ...booleans,
  ...sets,
];
