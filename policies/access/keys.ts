// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The condition keys that are always there, that come together, or whose values have a kind. What is
 * not in this table is a text (or what its operators compare it as) that may be absent.
 * Source, unless said otherwise: IAM User Guide, "AWS global condition context keys".
 */

import { absent, all, any, type Formula, not } from "./formula";
import { anythingBut, digits, literal, type Pattern, pattern, somethingBut } from "./patterns";
import { signed } from "./principals";

export type Kind = "text" | "boolean" | "number" | "date" | "address";

export interface KeyFacts {
  /** As AWS writes it; documents may use any case. */
  readonly name: string;
  readonly kind?: Kind;
  readonly always?: boolean;
  readonly shapes?: readonly Pattern[];
  readonly plausible?: readonly string[];
  /** Follows from the caller or the resource in a way that is not modelled. */
  readonly undecided?: boolean;
}

const arn = [
  pattern([
    ...literal("arn:"),
    ...somethingBut(":"),
    ...literal(":"),
    ...somethingBut(":"),
    ...literal(":"),
    anythingBut(":"),
    ...literal(":"),
    anythingBut(":"),
    ...literal(":"),
    ...somethingBut(""),
  ]),
];
const startingWith = (start: string) => [pattern([...literal(start), ...somethingBut(" :/")])];
const account = [pattern(digits(12))];

const FACTS: readonly KeyFacts[] = [
  { name: "aws:SecureTransport", kind: "boolean", always: true },
  { name: "aws:CurrentTime", kind: "date", always: true },
  { name: "aws:TokenIssueTime", kind: "date" },
  { name: "aws:MultiFactorAuthPresent", kind: "boolean" },
  { name: "aws:MultiFactorAuthAge", kind: "number" },
  { name: "aws:ViaAWSService", kind: "boolean" },
  { name: "aws:SourceIp", kind: "address" },
  { name: "aws:VpcSourceIp", kind: "address" },
  {
    name: "aws:SourceVpce",
    kind: "text",
    shapes: startingWith("vpce-"),
    plausible: ["vpce-0a1b2c3d4e5f60718"],
  },
  {
    name: "aws:SourceVpc",
    kind: "text",
    shapes: startingWith("vpc-"),
    plausible: ["vpc-0f1e2d3c4b5a69780"],
  },
  { name: "aws:SourceArn", kind: "text", shapes: arn, plausible: ["arn:aws:s3:::another-bucket"] },
  { name: "aws:SourceAccount", kind: "text", shapes: account, plausible: ["999988887777"] },
  { name: "aws:SourceOwner", kind: "text", shapes: account, plausible: ["999988887777"] },
  {
    name: "aws:SourceOrgID",
    kind: "text",
    shapes: startingWith("o-"),
    plausible: ["o-another0org"],
  },
  {
    name: "aws:PrincipalOrgID",
    kind: "text",
    shapes: startingWith("o-"),
    plausible: ["o-another0org"],
  },
  {
    name: "aws:ResourceOrgID",
    kind: "text",
    shapes: startingWith("o-"),
    plausible: ["o-another0org"],
  },
  { name: "aws:ResourceAccount", kind: "text", shapes: account, plausible: ["999988887777"] },
  { name: "aws:userid", undecided: true },
  { name: "aws:username", undecided: true },
  { name: "aws:RequestedRegion", kind: "text", plausible: ["eu-central-1", "us-east-1"] },
  // Service Authorization Reference, Amazon S3, AWS KMS and Amazon DynamoDB.
  { name: "s3:max-keys", kind: "number" },
  { name: "s3:signatureAge", kind: "number" },
  { name: "s3:TlsVersion", kind: "number" },
  {
    name: "s3:x-amz-server-side-encryption",
    kind: "text",
    plausible: ["AES256", "aws:kms", "aws:kms:dsse"],
  },
  {
    name: "s3:x-amz-server-side-encryption-aws-kms-key-id",
    kind: "text",
    plausible: ["arn:aws:kms:eu-central-1:999988887777:key/11111111-2222-3333-4444-555555555555"],
  },
  { name: "kms:ViaService", kind: "text", plausible: ["s3.eu-central-1.amazonaws.com"] },
  { name: "kms:GrantIsForAWSResource", kind: "boolean" },
  { name: "kms:BypassPolicyLockoutSafetyCheck", kind: "boolean" },
];

const BY_NAME = new Map(FACTS.map((facts) => [facts.name.toLowerCase(), facts]));

/** Two names of one thing: the time in seconds, and the caller's account as KMS calls it. */
const SYNONYMS = new Map([
  ["aws:epochtime", "aws:currenttime"],
  ["kms:calleraccount", "aws:principalaccount"],
]);

/** The attribute that a key of a document speaks of. */
export function attributeOf(key: string): string {
  const lower = key.toLowerCase();
  return SYNONYMS.get(lower) ?? lower;
}

export function factsOf(attribute: string): KeyFacts | undefined {
  return BY_NAME.get(attribute);
}

/** What goes together in any request, said of the keys that a question uses. */
export function rulesAmong(attributes: ReadonlySet<string>): readonly Formula[] {
  return RULES.filter(({ keys }) => keys.every((key) => attributes.has(key))).map(
    ({ rule }) => rule,
  );
}

const present = (attribute: string) => not(absent(attribute));
const implies = (condition: Formula, consequence: Formula) => any([not(condition), consequence]);
const neverBoth = (one: string, other: string) => any([absent(one), absent(other)]);

const RULES: readonly { readonly keys: readonly string[]; readonly rule: Formula }[] = [
  {
    keys: ["aws:sourcevpce", "aws:sourcevpc"],
    rule: all([
      implies(present("aws:sourcevpce"), present("aws:sourcevpc")),
      implies(present("aws:sourcevpc"), present("aws:sourcevpce")),
    ]),
  },
  { keys: ["aws:sourcevpce", "aws:sourceip"], rule: neverBoth("aws:sourcevpce", "aws:sourceip") },
  { keys: ["aws:sourcevpc", "aws:sourceip"], rule: neverBoth("aws:sourcevpc", "aws:sourceip") },
  { keys: ["aws:vpcsourceip", "aws:sourceip"], rule: neverBoth("aws:vpcsourceip", "aws:sourceip") },
  {
    keys: ["aws:vpcsourceip", "aws:sourcevpce"],
    rule: implies(present("aws:vpcsourceip"), present("aws:sourcevpce")),
  },
  { keys: ["aws:principalorgid"], rule: implies(present("aws:principalorgid"), signed) },
];
