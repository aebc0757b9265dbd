// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Questions about made-up documents. Their words are few and overlap on purpose, so that statements meet, shadow
 * and contradict each other as often as in real ones that went wrong.
 */

import type { Document, Question, RequestLike } from "../../../policies/access";
import { FAMILIES, MALFORMED } from "./condition-families";
import { variable } from "./policy-variables";
import type { RandomNumbers } from "./random-numbers";

type Members = Record<string, unknown>;

const ACCOUNT = "111122223333";
const OTHER_ACCOUNT = "123456789012";
const arn = (rest: string, account = ACCOUNT) => `arn:aws:iam::${account}:${rest}`;

export const CALLERS = {
  AWS: [
    "*",
    ACCOUNT,
    OTHER_ACCOUNT,
    arn("root"),
    arn("user/alice"),
    arn("user/team/alice"),
    arn("role/app"),
    arn("role/app-2"),
    arn("role/path/app"),
    arn("role/app", OTHER_ACCOUNT),
    `arn:aws:sts::${ACCOUNT}:assumed-role/app/one`,
    `arn:aws:sts::${ACCOUNT}:federated-user/bob`,
    "AROAEXAMPLE123456789",
  ],
  Service: ["lambda.amazonaws.com", "s3.amazonaws.com"],
  Federated: ["accounts.google.com", arn("saml-provider/corp")],
  CanonicalUser: ["79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"],
};

export const ACTIONS = [
  "*",
  "s3:*",
  "s3:Get*",
  "s3:GetObject",
  "s3:getobject",
  "s3:PutObject",
  "S3:?et*",
  "sqs:*",
];
export const RESOURCES = [
  "*",
  "arn:aws:s3:::box",
  "arn:aws:s3:::box/*",
  "arn:aws:s3:::box*",
  "arn:aws:s3:::box/a/*",
  "arn:aws:s3:::b?x/*",
  `arn:aws:s3:::box/${variable("*")}`,
  `arn:aws:s3:::box/${variable("aws:username")}/*`,
  `arn:aws:s3:::box/${variable("aws:PrincipalTag/team, 'a'")}/*`,
  "arn:aws:logs:*:111122223333:*",
  "arn:aws:s3*",
  "arn:aws:sqs:*:111122223333:queue",
  "arn:*:sqs:eu-central-1:*:queue*",
];

const MOMENTS = ["2025-12-31T23:59:59.500Z", "2026-01-01T00:00:01Z", "2031-01-01T00:00:00Z"].map(
  Date.parse,
);

export class RandomQuestions {
  constructor(private readonly random: RandomNumbers) {}

  question(): Question {
    const { random } = this;
    const roll = random.below(10);
    const documents = () =>
      Array.from({ length: random.chance(0.25) ? 2 : 1 }, (_, index) => this.document(index));
    const base: Question =
      roll < 6
        ? { grantedBy: documents() }
        : roll < 8
          ? { notDeniedBy: documents() }
          : { grantedBy: [this.document(0)], notGrantedBy: [this.document(1)] };
    return {
      ...base,
      ...(random.chance(0.7) && { where: [this.like()] }),
      ...(random.chance(0.7) && {
        whereNot: random.chance(0.3) ? [this.like(), this.like()] : [this.like()],
      }),
      ...(random.chance(0.3) && {
        among: [
          { actions: ["s3:GetObject", "s3:PutObject"], resources: ["arn:aws:s3:::box/*"] },
          { actions: ["s3:ListBucket"], resources: ["arn:aws:s3:::box"] },
        ],
      }),
    };
  }

  /** When a question is asked: mostly before everything that documents speak of. */
  moment(): Date {
    const { random } = this;
    return new Date(random.chance(0.6) ? 0 : random.pick(MOMENTS));
  }

  document(index: number): Document {
    const { random } = this;
    const kind = random.chance(0.8) ? "resource" : "identity";
    const statements = Array.from({ length: 1 + random.below(4) }, () => this.statement(kind));
    const Version = random.chance(0.9) ? "2012-10-17" : "2008-10-17";
    return { name: `policy ${index + 1}`, kind, content: { Version, Statement: statements } };
  }

  /** A part of a question; of its conditions, none is too much to ask. */
  like(): RequestLike {
    const { random } = this;
    const like: Members = {};
    if (random.chance(0.3)) {
      like.Principal = this.principal();
    }
    if (random.chance(0.3)) {
      like[random.chance(0.8) ? "Action" : "NotAction"] = random.some(ACTIONS, 2);
    }
    if (random.chance(0.3)) {
      like[random.chance(0.8) ? "Resource" : "NotResource"] = random.some(RESOURCES, 2);
    }
    if (random.chance(0.15)) {
      like.Callers = random.some(["anonymous", "root", "user", "role", "service", "identity"], 3);
    }
    if (random.chance(0.6) || Object.keys(like).length === 0) {
      like.Condition = this.conditions(1);
    }
    return like as RequestLike;
  }

  private statement(kind: string): Members {
    const { random } = this;
    return {
      Effect: random.chance(0.6) ? "Allow" : "Deny",
      ...(kind === "resource" && {
        [random.chance(0.93) ? "Principal" : "NotPrincipal"]: this.principal(),
      }),
      [random.chance(0.9) ? "Action" : "NotAction"]: random.some(ACTIONS, 2),
      [random.chance(0.9) ? "Resource" : "NotResource"]: random.some(RESOURCES, 2),
      ...(random.chance(0.7) && { Condition: this.conditions(3) }),
    };
  }

  principal(): unknown {
    const { random } = this;
    if (random.chance(0.4)) {
      return "*";
    }
    const types = random.chance(0.8) ? ["AWS"] : random.some(Object.keys(CALLERS), 2);
    return Object.fromEntries(
      types.map((type) => [type, random.some(CALLERS[type as keyof typeof CALLERS], 3)]),
    );
  }

  conditions(most: number): Record<string, Record<string, string[]>> {
    const { random } = this;
    const conditions: Record<string, Record<string, string[]>> = {};
    for (let count = 1 + random.below(most); count > 0; count -= 1) {
      const [operator, key, values] = this.condition();
      conditions[operator] = { ...conditions[operator], [key]: values };
    }
    return conditions;
  }

  private condition(): [string, string, string[]] {
    const { random } = this;
    if (random.chance(0.02)) {
      const [operator, key, value] = random.pick(MALFORMED);
      return [operator, key, [value]];
    }
    const family = random.pick(FAMILIES);
    const key = random.pick(family.keys);
    if (random.chance(0.12)) {
      return ["Null", key, random.some(["true", "false"], random.chance(0.1) ? 2 : 1)];
    }
    const isSet = family.set === true || random.chance(family.set === "sometimes" ? 0.4 : 0.03);
    const set = isSet ? random.pick(["ForAnyValue:", "ForAllValues:"]) : "";
    const ifExists = random.chance(0.2) ? "IfExists" : "";
    return [set + random.pick(family.operators) + ifExists, key, random.some(family.values, 3)];
  }
}
