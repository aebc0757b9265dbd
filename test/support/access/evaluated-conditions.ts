// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Conditions, what a request holds of their key, and whether they hold: undefined where nobody knows. */

interface Row {
  readonly operator: string;
  readonly values: readonly string[];
  readonly given: readonly string[];
  readonly holds: boolean | undefined;
  readonly key?: string;
}

function row(
  operator: string,
  values: readonly string[],
  given: readonly string[],
  holds: boolean | undefined,
  key?: string,
): Row {
  return { operator, values, given, holds, ...(key !== undefined && { key }) };
}

export const CONDITIONS: readonly Row[] = [
  row("StringEquals", ["a", "b"], ["b"], true),
  row("StringEquals", ["a", "b"], ["c"], false),
  row("StringEquals", ["a"], [], false),
  row("StringEquals", ["A*"], ["A*"], true),
  row("StringEquals", ["a*"], ["ab"], false),
  row("StringNotEquals", ["a", "b"], ["b"], false),
  row("StringNotEquals", ["a"], ["c"], true),
  row("StringNotEquals", ["a"], [], true),
  row("StringEqualsIfExists", ["a"], [], true),
  row("StringEqualsIfExists", ["a"], ["b"], false),
  row("StringEqualsIgnoreCase", ["aB"], ["Ab"], true),
  row("StringEqualsIgnoreCase", ["aB"], ["b"], false),
  row("StringLike", ["a*"], ["ab"], true),
  row("StringLike", ["a*"], ["Ab"], false),
  row("StringEqualz", ["a"], ["a"], undefined),
  row("StringEquals", [], ["a"], undefined),
  row("ForAllValues:StringEquals", ["a", "b"], ["a", "b"], true),
  row("ForAllValues:StringEquals", ["a", "b"], ["a", "c"], false),
  row("ForAllValues:StringEquals", ["a"], [], true),
  row("ForAllValues:StringNotEquals", ["a"], ["b", "a"], false),
  row("ForAnyValue:StringEquals", ["a"], ["b", "a"], true),
  row("ForAnyValue:StringEquals", ["a"], ["b"], false),
  row("ForAnyValue:StringEquals", ["a"], [], false),
  row("ForAnyValue:StringNotEquals", ["a"], ["b", "a"], true),
  row("ForAnyValue:StringNotEquals", ["a"], ["a"], false),
  row("ForAnyValue:StringNotEquals", ["a"], [], false),
  row("ForAnyValue:StringEqualsIfExists", ["a"], [], undefined),
  row("ForAllValues:StringEqualsIfExists", ["a"], [], true),
  row("Null", ["true"], [], true),
  row("Null", ["True"], ["a"], false),
  row("Null", ["false"], ["a"], true),
  row("Null", ["FALSE"], [], false),
  row("Null", ["yes"], [], undefined),
  row("Null", ["trueish"], [], undefined),
  row("Null", ["untrue"], [], undefined),
  row("Null", ["true", "false"], [], undefined),
  row("Null", [], [], undefined),
  row("Bool", ["TRUE"], ["true"], true),
  row("Bool", ["false"], ["true"], false),
  row("Bool", ["yes"], ["true"], undefined),
  row("Bool", ["yes", "true"], ["true"], true),
  row("NumericEquals", ["10"], ["10.0"], true),
  row("NumericNotEquals", ["10"], ["10"], false),
  row("NumericLessThan", ["10"], ["9.5"], true),
  row("NumericLessThan", ["10"], ["10"], false),
  row("NumericLessThanEquals", ["10"], ["10"], true),
  row("NumericLessThanEquals", ["10"], ["10.5"], false),
  row("NumericGreaterThan", ["10"], ["10"], false),
  row("NumericGreaterThan", ["10"], ["11"], true),
  row("NumericGreaterThanEquals", ["10"], ["10"], true),
  row("NumericGreaterThanEquals", ["10"], ["9"], false),
  row("NumericEquals", ["many"], ["10"], undefined),
  row("NumericEquals", ["10"], ["many"], undefined),
  row("DateLessThan", ["2026-01-02"], ["2026-01-01T00:00:00Z"], true),
  row("DateLessThan", ["soon"], ["2026-01-01T00:00:00Z"], undefined),
  row("IpAddress", ["10.0.0.0/8"], ["10.1.2.3"], true),
  row("IpAddress", ["10.0.0.0/8"], ["11.1.2.3"], false),
  row("NotIpAddress", ["10.0.0.0/8"], ["11.1.2.3"], true),
  row("IpAddress", ["10.0.0.0/33"], ["10.1.2.3"], undefined),
  row("IpAddress", ["10.0.0.0/8"], ["somewhere"], undefined),
  row("ArnLike", ["*"], ["anything"], true),
  row("ArnLike", ["arn:aws:s3:::b*"], ["arn:aws:s3:::box"], true),
  row("ArnLike", ["arn:aws:*:::box"], ["arn:aws:s3:x:::box"], false),
  row("ArnEquals", ["arn:aws:s3"], ["arn:aws:s3:::box"], undefined),
  row("NumericEquals", ["1767225600"], ["2026-01-01T00:00:00Z"], true, "aws:EpochTime"),
  row("NumericLessThan", ["1767225600"], ["2026-01-01T00:00:00Z"], false, "aws:EpochTime"),
  row("NumericEquals", ["0.0000001"], ["2026-01-01T00:00:00Z"], undefined, "aws:EpochTime"),
  row("NumericEquals", ["soon"], ["2026-01-01T00:00:00Z"], undefined, "aws:EpochTime"),
  row("DateGreaterThan", ["2025-12-31"], ["2026-01-01T00:00:00Z"], true, "aws:EpochTime"),
  row(
    "StringEquals",
    ["2026-01-01T00:00:00Z"],
    ["2026-01-01T00:00:00Z"],
    undefined,
    "aws:CurrentTime",
  ),
  row("DateEquals", ["2026-01-01"], ["true"], undefined, "aws:SecureTransport"),
  row("StringEquals", ["true"], ["true"], true, "aws:SecureTransport"),
  row("StringEquals", ["a"], ["a"], undefined, "aws:TagKeys"),
  row("StringEquals", ["a"], [], false, "aws:TagKeys"),
  row("ForAnyValue:StringEquals", ["a"], ["a"], true, "aws:TagKeys"),
];
