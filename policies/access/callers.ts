// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Who makes a request, written as one text, so that callers have classes like every other attribute:
 *
 * - `anonymous`
 * - `arn:aws:iam::111122223333:root`, `arn:aws:iam::111122223333:user/alice`
 * - `arn:aws:iam::111122223333:role/app`, a line break, `session-1`: a role is used through a session
 * - `arn:aws:sts::111122223333:federated-user/bob`
 * - `service`, a line break, `lambda.amazonaws.com`
 * - `identity`, a line break, `accounts.google.com`: a web or SAML identity that asks for a role
 *
 * An account has a canonical user id besides, which nobody can tell from its number: an attribute of its own.
 *
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */

import { CALLER } from "./attributes";
import { BoundedCache } from "./bounded-cache";
import { any, type Formula, not, textLeaf } from "./formula";
import {
  anythingBut,
  digits,
  literal,
  type Pattern,
  pattern,
  somethingBut,
  type Token,
  textOf,
} from "./patterns";
import type { CallerKind } from "./statements";

export interface Caller {
  readonly kind: CallerKind;
  /** ARN of the root, user, role or federated user; name of the service or identity provider. */
  readonly name: string;
  /** Name of the role's session. */
  readonly session?: string;
}

export const ANONYMOUS = "anonymous";
export const BREAK = "\n";
export const NAME_END = `:${BREAK}`;
const SERVICE = `service${BREAK}`;
const IDENTITY = `identity${BREAK}`;

/** Origin access identities of CloudFront are users of an account with this name for a number. */
const CLOUDFRONT_ACCOUNT = "cloudfront";

export function callerOf(text: string): Caller {
  const [name = "", rest] = text.split(BREAK);
  if (name === "service" || name === "identity") {
    return { kind: name, name: rest ?? "" };
  }
  if (name === ANONYMOUS) {
    return { kind: "anonymous", name };
  }
  return rest === undefined
    ? { kind: kindOfArn(name), name }
    : { kind: "role", name, session: rest };
}

export function textOfCaller({ kind, name, session }: Caller): string {
  const texts: Partial<Record<CallerKind, string>> = {
    service: SERVICE + name,
    identity: IDENTITY + name,
    role: `${name}${BREAK}${session ?? "session"}`,
  };
  return texts[kind] ?? name;
}

function kindOfArn(arn: string): CallerKind {
  const resource = arn.split(":")[5] ?? "";
  return (
    (["user", "federated-user"] as const).find((kind) => resource.startsWith(`${kind}/`)) ?? "root"
  );
}

const anything = anythingBut("");

function arnOf(
  partition: readonly Token[],
  namespace: "iam" | "sts",
  account: readonly Token[],
  rest: readonly Token[],
): Token[] {
  return [
    ...literal("arn:"),
    ...partition,
    ...literal(`:${namespace}::`),
    ...account,
    ...literal(":"),
    ...rest,
  ];
}

/** There are few partitions, and hardly ever two of them in a question. */
const shapes = new BoundedCache<readonly Pattern[]>(16);

/** Every text that can stand for a caller, in these partitions. */
export function callerShapes(partitions: readonly string[]): readonly Pattern[] {
  return shapes.of(partitions.join(), () => shapesIn(partitions));
}

function shapesIn(partitions: readonly string[]): readonly Pattern[] {
  const twelve = digits(12);
  const cloudfront = literal(CLOUDFRONT_ACCOUNT);
  return [
    pattern(literal(ANONYMOUS)),
    pattern([...literal(SERVICE), ...somethingBut(`${NAME_END}/ `)]),
    pattern([...literal(IDENTITY), ...somethingBut(BREAK)]),
    ...partitions
      .map(literal)
      .flatMap((partition) => [
        pattern(arnOf(partition, "iam", twelve, literal("root"))),
        pattern(
          arnOf(partition, "iam", twelve, [
            ...literal("role/"),
            ...somethingBut(NAME_END),
            ...literal(BREAK),
            ...somethingBut(`${NAME_END}/`),
          ]),
        ),
        ...[twelve, cloudfront].map((account) =>
          pattern(
            arnOf(partition, "iam", account, [...literal("user/"), ...somethingBut(NAME_END)]),
          ),
        ),
        pattern(
          arnOf(partition, "sts", twelve, [
            ...literal("federated-user/"),
            ...somethingBut(`${NAME_END}/`),
          ]),
        ),
      ]),
  ];
}

/** Callers of an account; its number is a literal or a pattern. */
export function ofAccount(
  account: readonly Token[],
  partition: readonly Token[] = [anythingBut(NAME_END)],
  example?: string,
): Pattern[] {
  return (["iam", "sts"] as const).map((namespace) =>
    pattern(arnOf(partition, namespace, account, [anything]), example),
  );
}

const anyPart = [anythingBut(NAME_END)];
const KINDS: Readonly<Record<CallerKind, Pattern>> = {
  anonymous: pattern(literal(ANONYMOUS)),
  root: pattern(arnOf(anyPart, "iam", anyPart, literal("root"))),
  user: pattern(arnOf(anyPart, "iam", anyPart, [...literal("user/"), anything])),
  role: pattern(arnOf(anyPart, "iam", anyPart, [...literal("role/"), anything])),
  "federated-user": pattern(
    arnOf(anyPart, "sts", anyPart, [...literal("federated-user/"), anything]),
  ),
  service: pattern([...literal(SERVICE), anything]),
  identity: pattern([...literal(IDENTITY), anything]),
};

export function ofKinds(kinds: readonly CallerKind[]): Formula {
  return textLeaf(
    CALLER,
    kinds.map((kind) => KINDS[kind]),
  );
}

export const isAnonymous = ofKinds(["anonymous"]);
export const isService = ofKinds(["service"]);
export const isIdentity = ofKinds(["identity"]);
/** Callers that belong to an account: those with an ARN. */
export const hasArn = textLeaf(CALLER, [pattern([...literal("arn:"), anything])]);
/** Whoever signs with AWS credentials; a web or SAML identity shows a token of its own instead. */
export const isSigned = not(any([isAnonymous, isIdentity]));

export function exactly(caller: Caller): Pattern {
  const text = textOfCaller(caller);
  return pattern(literal(text), text);
}

export function anySessionOf(roleArn: string): Pattern {
  return pattern(
    [...literal(roleArn + BREAK), anything],
    textOfCaller({ kind: "role", name: roleArn }),
  );
}

/** A session's ARN leaves out the path of its role. */
export function sessionsNamed(
  partition: string,
  account: string,
  role: string,
  session: string,
): Pattern[] {
  const start = `arn:${partition}:iam::${account}:role/`;
  const end = literal(role + BREAK + session);
  return [
    pattern([...literal(start), ...end], start + role + BREAK + session),
    pattern([...literal(start), anythingBut(NAME_END), ...literal("/"), ...end]),
  ];
}

export function federatedUsersOf(partition: string, account: string): Pattern {
  return pattern(
    arnOf(literal(partition), "sts", literal(account), [...literal("federated-user/"), anything]),
  );
}

/** The root users of accounts with such a number. */
export function rootOf(account: readonly Token[]): Pattern {
  return pattern(arnOf(anyPart, "iam", account, literal("root")));
}

export function federatedUsersNamed(account: readonly Token[], name: readonly Token[]): Pattern {
  return pattern(arnOf(anyPart, "sts", account, [...literal("federated-user/"), ...name]));
}

/** Roles that are used through a session of such a name. */
export function rolesInSession(session: readonly Token[]): Pattern {
  const role = [...literal("role/"), anythingBut(NAME_END), ...literal(BREAK)];
  const name = textOf(pattern(session));
  const example = `arn:aws:iam::444455556666:role/example${BREAK}${name ?? "session"}`;
  return pattern(arnOf(anyPart, "iam", anyPart, [...role, ...session]), example);
}

export function serviceNamed(name: readonly Token[]): Pattern {
  return pattern([...literal(SERVICE), ...name]);
}

/** Users by the last part of their ARN, with a path before it or without. */
export function usersNamed(name: readonly Token[]): Pattern[] {
  const start = arnOf(anyPart, "iam", anyPart, literal("user/"));
  return [
    pattern([...start, ...name]),
    pattern([...start, anythingBut(NAME_END), ...literal("/"), ...name]),
  ];
}
