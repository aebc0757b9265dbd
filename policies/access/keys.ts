// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What is known of condition keys: how their values are compared and look, and which are always there or
 * go together. A key that is not in the table holds what its operators compare it as, and may be absent.
 * Source, unless said otherwise: IAM User Guide, "AWS global condition context keys".
 */

import { CANONICAL_USER, UNIQUE_ID } from "./attributes";
import { hasArn, isService, isSigned, ofKinds } from "./callers";
import {
  absent,
  all,
  any,
  type Formula,
  implies,
  leaf,
  not,
  textLeaf,
  type ValueKind,
} from "./formula";
import { isMultivalued } from "./multivalued-keys";
import {
  anythingBut,
  digits,
  literal,
  type Pattern,
  pattern,
  somethingBut,
  tokensOf,
} from "./patterns";

export interface KeyFacts {
  /** As AWS writes it; documents may use any case. */
  readonly name: string;
  readonly kind?: ValueKind;
  readonly always?: true;
  /** The texts that it can hold, where not any. */
  readonly shapes?: readonly Pattern[];
  /** Values that look like one, the usual one first. */
  readonly plausible?: readonly string[];
}

/** An ARN of any resource. */
export const ARN_SHAPE = pattern([
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
]);

/** Accounts that AWS uses in its documentation, for whoever is in none that a document names. */
export const OTHER_ACCOUNTS = ["444455556666", "777788889999", "111122223333"];

const account = { shapes: [pattern(digits(12))], plausible: OTHER_ACCOUNTS };
const organization = { shapes: startingWith("o-"), plausible: ["o-a1b2c3d4e5", "o-z9y8x7w6v5"] };
const organizationPath = { plausible: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"] };

function startingWith(start: string): Pattern[] {
  return [pattern([...literal(start), ...somethingBut(" :/")])];
}

const FACTS: readonly KeyFacts[] = [
  { name: "aws:SecureTransport", kind: "boolean", always: true, plausible: ["true", "false"] },
  { name: "aws:CurrentTime", kind: "date", always: true },
  { name: "aws:TokenIssueTime", kind: "date" },
  { name: "aws:MultiFactorAuthPresent", kind: "boolean" },
  { name: "aws:MultiFactorAuthAge", kind: "number" },
  { name: "aws:ViaAWSService", kind: "boolean", plausible: ["false", "true"] },
  { name: "aws:SourceIp", kind: "address" },
  { name: "aws:VpcSourceIp", kind: "address" },
  {
    name: "aws:SourceVpce",
    shapes: startingWith("vpce-"),
    plausible: ["vpce-0a1b2c3d4e5f60718", "vpce-0f1e2d3c4b5a69788"],
  },
  {
    name: "aws:SourceVpc",
    shapes: startingWith("vpc-"),
    plausible: ["vpc-0a1b2c3d4e5f60718", "vpc-0f1e2d3c4b5a69788"],
  },
  {
    name: "aws:SourceArn",
    shapes: [ARN_SHAPE],
    plausible: OTHER_ACCOUNTS.map((number) => `arn:aws:sns:us-east-1:${number}:example`),
  },
  { name: "aws:SourceAccount", ...account },
  { name: "aws:SourceOwner", ...account },
  { name: "aws:ResourceAccount", ...account },
  { name: "aws:SourceOrgID", ...organization },
  { name: "aws:PrincipalOrgID", ...organization },
  { name: "aws:ResourceOrgID", ...organization },
  { name: "aws:SourceOrgPaths", ...organizationPath },
  { name: "aws:PrincipalOrgPaths", ...organizationPath },
  { name: "aws:ResourceOrgPaths", ...organizationPath },
  { name: "aws:RequestedRegion", always: true, plausible: ["us-east-1", "eu-central-1"] },
  // Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3", "… AWS KMS".
  { name: "s3:TlsVersion", kind: "number" },
  { name: "s3:signatureAge", kind: "number" },
  { name: "s3:max-keys", kind: "number" },
  {
    name: "s3:x-amz-server-side-encryption",
    plausible: ["AES256", "aws:kms", "aws:kms:dsse"],
  },
  {
    name: "s3:x-amz-server-side-encryption-aws-kms-key-id",
    plausible: ["arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
  },
  { name: "kms:GrantIsForAWSResource", kind: "boolean" },
];

const BY_NAME = new Map(FACTS.map((facts) => [facts.name.toLowerCase(), facts]));
export const TIME = "aws:currenttime";

/**
 * The attribute that a key of a document speaks of. Keys ignore case, and two of them tell the time. A text without
 * a colon is no key that AWS has, and must not be taken for one of the other attributes.
 */
export function attributeOf(key: string): string {
  const lower = key.toLowerCase();
  if (lower === "aws:epochtime") {
    return TIME;
  }
  return lower.includes(":") ? lower : `:${lower}`;
}

export function factsOf(attribute: string): KeyFacts | undefined {
  return BY_NAME.get(attribute);
}

/** Whether AWS lists a key among those that hold several values. */
export function isMultivaluedKey(attribute: string): boolean {
  return isMultivalued(attribute);
}

/**
 * Whether a key can hold several values: those of AWS's lists, and those of services that a document
 * takes for such.
 */
export function canHoldSeveral(attribute: string, hasSetOperator: boolean): boolean {
  return isMultivalued(attribute) || (hasSetOperator && !attribute.startsWith("aws:"));
}

/** What is true of every request that AWS sees, said of the attributes that a question uses. */
export function truthsAbout(attributes: ReadonlySet<string>): readonly Formula[] {
  return [
    ...TRUTHS.filter(({ about }) => about.every((key) => attributes.has(key))).map(
      ({ holds }) => holds,
    ),
    ...[...attributes].filter(isTagOfPrincipal).map((key) => implies(present(key), isSigned)),
  ];
}

/** Tags are on users and roles, sessions have those of their role, and services bring them for IAM Roles Anywhere. */
function isTagOfPrincipal(attribute: string): boolean {
  return attribute.startsWith("aws:principaltag/");
}

const present = (attribute: string) => not(absent(attribute));
const neverBoth = (one: string, other: string) => ({
  about: [one, other],
  holds: any([absent(one), absent(other)]),
});
const together = (one: string, other: string) => ({
  about: [one, other],
  holds: all([implies(present(one), present(other)), implies(present(other), present(one))]),
});
/** Sessions and users bring these; services and anonymous callers have nothing to sign in with twice. */
const onlyIfNamed = (key: string) => ({ about: [key], holds: implies(present(key), hasArn) });
const onlyIfSigned = (key: string) => ({ about: [key], holds: implies(present(key), isSigned) });
const idStartsWith = (prefix: string) =>
  textLeaf(UNIQUE_ID, [pattern([...literal(prefix), anythingBut("")])]);
const isTrue = (key: string) =>
  leaf(key, "boolean", [pattern(tokensOf("true", "exact-any-case", false))]);

const TRUTHS: readonly { readonly about: readonly string[]; readonly holds: Formula }[] = [
  // "Only if the requester uses a VPC endpoint", all of these; "except when …", the address.
  together("aws:sourcevpce", "aws:sourcevpc"),
  neverBoth("aws:sourcevpce", "aws:sourceip"),
  neverBoth("aws:sourcevpc", "aws:sourceip"),
  neverBoth("aws:vpcsourceip", "aws:sourceip"),
  {
    about: ["aws:vpcsourceip", "aws:sourcevpce"],
    holds: implies(present("aws:vpcsourceip"), present("aws:sourcevpce")),
  },
  {
    about: ["aws:vpcsourceip", "aws:sourcevpc"],
    holds: implies(present("aws:vpcsourceip"), present("aws:sourcevpc")),
  },
  // "Only if the principal is a member of an organization."
  onlyIfNamed("aws:multifactorauthpresent"),
  onlyIfNamed("aws:multifactorauthage"),
  onlyIfNamed("aws:tokenissuetime"),
  onlyIfSigned("aws:principalorgid"),
  onlyIfSigned("aws:principalorgpaths"),
  together("aws:principalorgid", "aws:principalorgpaths"),
  // "Only if the principal making the call was authenticated using MFA."
  {
    about: ["aws:multifactorauthage", "aws:multifactorauthpresent"],
    holds: implies(present("aws:multifactorauthage"), isTrue("aws:multifactorauthpresent")),
  },
  // "This key is present only if the request was made by a service principal."
  {
    about: ["aws:principalservicenameslist"],
    holds: implies(present("aws:principalservicenameslist"), isService),
  },
  { about: [CANONICAL_USER], holds: implies(present(CANONICAL_USER), hasArn) },
  // "IAM identifiers": the prefix of a unique id tells a user from a role.
  { about: [UNIQUE_ID], holds: implies(ofKinds(["user"]), idStartsWith("AIDA")) },
  { about: [UNIQUE_ID], holds: implies(ofKinds(["role"]), idStartsWith("AROA")) },
];
