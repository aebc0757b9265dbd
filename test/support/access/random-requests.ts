// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Requests that could meet the documents of `random-questions.ts`, and are what AWS could see. */

import type { Request } from "../../../policies/access";
import { type Caller, callerOf } from "../../../policies/access/callers";
import type { RandomNumbers } from "./random-numbers";

const ACCOUNT = "111122223333";
const iam = (rest: string, account = ACCOUNT) => `arn:aws:iam::${account}:${rest}`;

const CALLERS: readonly Caller[] = [
  "anonymous",
  iam("root"),
  iam("user/alice"),
  iam("user/team/alice"),
  `${iam("role/app")}\none`,
  `${iam("role/app-2")}\none`,
  `${iam("role/app")}\ntwo`,
  `${iam("role/app", "123456789012")}\none`,
  `${iam("role/path/app")}\none`,
  iam("user/eve", "999988887777"),
  `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
  "service\nlambda.amazonaws.com",
  "identity\naccounts.google.com",
].map(callerOf);
const ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "sqs:SendMessage"];
const RESOURCES = [
  "arn:aws:s3:::box",
  "arn:aws:s3:::box/a/b",
  "arn:aws:s3:::box/*",
  "arn:aws:s3:::bax/a",
  "arn:aws:sqs:eu-central-1:111122223333:queue",
  "arn:aws:sqs:us-east-1:123456789012:queue-2",
];
const TEXTS = ["red", "Red", "reed", "r?d", "*", ""];

/** Values of each key; several at once where the key holds several. */
const CONTEXT: Readonly<Record<string, readonly string[]>> = {
  "aws:sourcearn": [
    `arn:aws:sns:eu-central-1:${ACCOUNT}:topic`,
    "arn:aws:s3:::box",
    "arn:aws:sns:us-east-1:999988887777:topic",
  ],
  "aws:sourceaccount": [ACCOUNT, "123456789012", "999988887777"],
  "aws:multifactorauthpresent": ["true", "false"],
  "s3:max-keys": ["0", "1", "10", "11"],
  "s3:tlsversion": ["1.2", "1.3", "1.1"],
  "aws:tokenissuetime": ["2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z"],
  "aws:principaltag/team": TEXTS,
  "s3:prefix": TEXTS,
  "aws:resourcetag/a": TEXTS,
};
const SETS: Readonly<Record<string, readonly string[]>> = {
  "aws:tagkeys": ["a", "b", "ab", "c"],
  "dynamodb:leadingkeys": ["a", "b", "o-one/r-1/ou-1"],
};
const ADDRESSES = [
  "10.0.0.0",
  "10.1.2.3",
  "10.127.255.255",
  "10.128.0.0",
  "9.255.255.255",
  "2001:db8::1",
  "2001:db9::1",
];

export class RandomRequests {
  constructor(private readonly random: RandomNumbers) {}

  request(): Request {
    const { random } = this;
    const caller = random.pick(CALLERS);
    const context: Record<string, readonly string[]> = {
      "aws:securetransport": [random.pick(["true", "false"])],
      "aws:currenttime": [
        random.pick(["2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2027-05-05T05:05:05Z"]),
      ],
      ...this.network(),
    };
    for (const [key, values] of Object.entries(CONTEXT).filter(() => random.chance(0.5))) {
      context[key] = [random.pick(values)];
    }
    for (const [key, values] of Object.entries(SETS).filter(() => random.chance(0.5))) {
      context[key] = random.some(values, 3);
    }
    if (context["aws:multifactorauthpresent"]?.[0] === "true") {
      context["aws:multifactorauthage"] = [random.pick(["0", "1", "10"])];
    }
    return {
      caller,
      action: random.pick(ACTIONS),
      resource: random.pick(RESOURCES),
      context: { ...withoutCallersKeys(caller, context), ...this.organization(caller) },
    };
  }

  /** Through an endpoint of a network, or from an address, and never both. */
  private network(): Record<string, readonly string[]> {
    const { random } = this;
    if (random.chance(0.4)) {
      return {
        "aws:sourcevpce": [random.pick(["vpce-1", "vpce-2", "vpce-3"])],
        "aws:sourcevpc": [random.pick(["vpc-1", "vpc-12"])],
        ...(random.chance(0.5) && { "aws:vpcsourceip": [random.pick(ADDRESSES)] }),
      };
    }
    return random.chance(0.8) ? { "aws:sourceip": [random.pick(ADDRESSES)] } : {};
  }

  private organization({ kind }: Caller): Record<string, readonly string[]> {
    const { random } = this;
    if (kind === "anonymous" || kind === "identity" || random.chance(0.5)) {
      return {};
    }
    const id = random.pick(["o-one", "o-two", "o-three"]);
    return { "aws:principalorgid": [id], "aws:principalorgpaths": [`${id}/r-1/ou-1/`] };
  }
}

function withoutCallersKeys(
  { name }: Caller,
  context: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(context).filter(
      ([key]) => !key.startsWith("aws:principaltag/") || name.startsWith("arn:aws:iam:"),
    ),
  );
}
