// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Keys, operators and values of conditions that go together, for made-up documents. */

import { variable } from "./policy-variables";

const ACCOUNT = "111122223333";
const OTHER_ACCOUNT = "123456789012";
const arn = (rest: string, account = ACCOUNT) => `arn:aws:iam::${account}:${rest}`;

const TEXT_OPERATORS = [
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
];
const ARN_OPERATORS = ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"];
const RELATIONS = [
  "Equals",
  "NotEquals",
  "LessThan",
  "LessThanEquals",
  "GreaterThan",
  "GreaterThanEquals",
];

/** A family of conditions. */
interface Family {
  readonly keys: readonly string[];
  readonly operators: readonly string[];
  readonly values: readonly string[];
  /** Whether the operators are set operators. */
  readonly set?: true | "sometimes";
}

const ACCOUNTS = [ACCOUNT, OTHER_ACCOUNT, "1111*", "*"];
const PRINCIPAL_ARNS = [
  arn("role/app"),
  arn("role/app*"),
  arn("role/*", "*"),
  arn("user/alice"),
  arn("root"),
  "arn:aws:*::*:*/app",
  "arn:*:*:*:*:*",
  "*",
];

export const FAMILIES: readonly Family[] = [
  {
    keys: ["aws:PrincipalArn"],
    operators: [...TEXT_OPERATORS, ...ARN_OPERATORS],
    values: PRINCIPAL_ARNS,
  },
  {
    keys: ["aws:PrincipalAccount", "kms:CallerAccount"],
    operators: TEXT_OPERATORS,
    values: ACCOUNTS,
  },
  {
    keys: ["aws:PrincipalType"],
    operators: TEXT_OPERATORS,
    values: ["User", "AssumedRole", "A*", "anonymous"],
  },
  {
    keys: ["aws:username"],
    operators: TEXT_OPERATORS,
    values: ["alice", "al*", "*", "team/alice", "?*"],
  },
  {
    keys: ["aws:userid"],
    operators: TEXT_OPERATORS,
    values: [
      "AIDAEXAMPLE",
      "AROAEXAMPLE:one",
      "AROA*:*",
      "*:one",
      "*",
      ACCOUNT,
      `${ACCOUNT}:bob`,
      "a*",
    ],
  },
  {
    keys: ["aws:PrincipalServiceName"],
    operators: TEXT_OPERATORS,
    values: ["lambda.amazonaws.com", "*.amazonaws.com"],
  },
  { keys: ["aws:PrincipalIsAWSService"], operators: ["Bool"], values: ["true", "false"] },
  {
    keys: ["aws:SourceVpce", "AWS:sourcevpce"],
    operators: TEXT_OPERATORS,
    values: ["vpce-1", "vpce-2", "vpce-*", "VPCE-1"],
  },
  { keys: ["aws:SourceVpc"], operators: TEXT_OPERATORS, values: ["vpc-1", "vpc-?", "vpc-12"] },
  { keys: ["aws:PrincipalOrgID"], operators: TEXT_OPERATORS, values: ["o-one", "o-two", "o-*"] },
  {
    keys: ["aws:SourceArn"],
    operators: [...TEXT_OPERATORS, ...ARN_OPERATORS],
    values: [
      `arn:aws:sns:eu-central-1:${ACCOUNT}:topic`,
      `arn:aws:sns:*:${ACCOUNT}:*`,
      "arn:*:s3:::box*",
      "arn:aws:*:*:*:*",
      "*:*:*:*:*:*",
      "arn:*",
      "*",
    ],
  },
  { keys: ["aws:SourceAccount"], operators: TEXT_OPERATORS, values: ACCOUNTS },
  { keys: ["aws:SecureTransport"], operators: ["Bool"], values: ["true", "false", "False"] },
  { keys: ["aws:MultiFactorAuthPresent"], operators: ["Bool"], values: ["true", "false"] },
  {
    keys: ["aws:MultiFactorAuthAge", "s3:max-keys", "s3:TlsVersion"],
    operators: RELATIONS.map((relation) => `Numeric${relation}`),
    values: ["0", "1", "10", "11", "1.2", "1.3", "9".repeat(18)],
  },
  {
    keys: ["s3:max-keys", "s3:TlsVersion"],
    operators: [...TEXT_OPERATORS, "ArnLike"],
    values: ["10", "1.2", "010", "1*", "*", "ten"],
  },
  {
    keys: ["aws:CurrentTime", "aws:TokenIssueTime"],
    operators: RELATIONS.map((relation) => `Date${relation}`),
    values: [
      "2026-01-01T00:00:00Z",
      "2026-01-01T00:00:01Z",
      "2030-06-30",
      "1767225600",
      "9999-12-31T23:59:59Z",
      "999999999999",
    ],
  },
  {
    keys: ["aws:EpochTime"],
    operators: RELATIONS.map((relation) => `Numeric${relation}`),
    values: ["1767225600", "1767225601", "253402300799", "9".repeat(18)],
  },
  {
    keys: ["aws:SourceIp", "aws:VpcSourceIp"],
    operators: ["IpAddress", "NotIpAddress"],
    values: [
      "10.0.0.0/8",
      "10.0.0.0/9",
      "10.1.2.3",
      "10.128.0.0/9",
      "0.0.0.0/0",
      "::/0",
      "2001:db8::/32",
      "2001:db8::1",
    ],
  },
  {
    keys: ["aws:PrincipalTag/team", "s3:prefix", "aws:ResourceTag/a"],
    operators: TEXT_OPERATORS,
    values: ["red", "Red", "r*", "?ed", variable("*"), `r${variable("?")}d`, "", "!", "?", "*"],
  },
  {
    keys: ["s3:prefix", "x:list"],
    operators: [...TEXT_OPERATORS, "ArnLike"],
    values: ["red", "r*", "*", "", "!"],
    set: "sometimes",
  },
  {
    keys: ["s3:prefix", "aws:ResourceTag/a", "aws:username"],
    operators: ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"],
    values: [
      variable("aws:username"),
      variable("aws:PrincipalTag/team"),
      `${variable("aws:PrincipalTag/team, 'red'")}`,
      `${variable("aws:username")}*`,
      `r${variable("aws:userid")}`,
      "alice",
      "red",
    ],
  },
  {
    keys: [
      "aws:TagKeys",
      "aws:PrincipalOrgPaths",
      "aws:PrincipalServiceNamesList",
      "dynamodb:LeadingKeys",
    ],
    operators: TEXT_OPERATORS,
    values: ["a", "b", "a*", "o-one/r-1/*"],
    set: true,
  },
];

/** Conditions that nobody understands: operator, key, value. */
export const MALFORMED: readonly [string, string, string][] = [
  ["StringEquals", "s3:prefix", variable("username")],
  ["BinaryEquals", "x:y", "QUJD"],
  ["ArnNotLike", "aws:PrincipalArn", "*"],
  ["StringEquals", "aws:TagKeys", "a"],
  ["ArnLike", "aws:SourceArn", "arn:aws:s3"],
  ["DateLessThan", "aws:CurrentTime", "soon"],
];
