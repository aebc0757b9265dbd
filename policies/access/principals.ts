// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Who makes a request, written as one text, so that callers have classes like every other attribute:
 *
 * - `anonymous`
 * - `arn:aws:iam::111122223333:root`, `arn:aws:iam::111122223333:user/alice`
 * - `arn:aws:iam::111122223333:role/app session-1`: a role is used through a session
 * - `arn:aws:sts::111122223333:federated-user/bob`
 * - `service lambda.amazonaws.com`
 * - `federated arn:aws:iam::111122223333:saml-provider/x`: a web or SAML identity that asks for a role
 * - `canonical 79a5…`: an account under its canonical user id
 *
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */

import { all, any, FALSE, type Formula, free, not, TRUE, textLeaf } from "./formula";
import {
  anythingBut,
  type Comparison,
  DIGITS,
  digits,
  literal,
  matches,
  type Pattern,
  pattern,
  someOf,
  somethingBut,
  type Token,
  tokensOf,
} from "./patterns";

export const PRINCIPAL = "principal";
export const ANONYMOUS = "anonymous";

export type PrincipalElement = "*" | Readonly<Record<string, readonly string[]>>;

const ACCOUNT = /^\d{12}$/;
const IAM_ARN =
  /^arn:([\w-]+):(iam|sts)::(\d{12}):(root|(?:user|role|assumed-role|federated-user)\/.+)$/;
const WILDCARD = /[*?]/;
const NAME_END = ": ";

const anonymous = pattern(literal(ANONYMOUS));
const service = pattern([...literal("service "), anythingBut("")]);
const federated = pattern([...literal("federated "), anythingBut("")]);
const canonical = pattern([...literal("canonical "), anythingBut("")]);
const isArn = textLeaf(PRINCIPAL, [pattern([...literal("arn:"), anythingBut("")])]);
const isAnonymous = textLeaf(PRINCIPAL, [anonymous]);
const isService = textLeaf(PRINCIPAL, [service]);
const isFederated = textLeaf(PRINCIPAL, [federated]);
const isCanonical = textLeaf(PRINCIPAL, [canonical]);

export const signed = not(any([isAnonymous, isFederated]));

/** Every text that can stand for a caller, in these partitions. */
export function principalShapes(partitions: readonly string[]): Pattern[] {
  return [
    anonymous,
    ...partitions.flatMap((partition) => [
      arnShape(partition, "iam", literal("root")),
      arnShape(partition, "iam", [...literal("user/"), ...somethingBut(NAME_END)]),
      arnShape(partition, "iam", [
        ...literal("role/"),
        ...somethingBut(NAME_END),
        ...literal(" "),
        ...somethingBut(`${NAME_END}/`),
      ]),
      arnShape(partition, "sts", [...literal("federated-user/"), ...somethingBut(`${NAME_END}/`)]),
    ]),
    pattern([...literal("service "), ...someOf(`abcdefghijklmnopqrstuvwxyz${DIGITS}.-`)]),
    pattern([...literal("federated "), ...somethingBut(" ")]),
    pattern([...literal("canonical "), ...someOf(`abcdef${DIGITS}`)]),
  ];
}

function arnShape(partition: string, namespace: string, rest: readonly Token[]): Pattern {
  return pattern([
    ...literal(`arn:${partition}:${namespace}::`),
    ...digits(12),
    ...literal(":"),
    ...rest,
  ]);
}

/** Every caller that belongs to an account; the text of the account's number may be a pattern. */
function ofAccount(
  account: readonly Token[],
  partition: readonly Token[] = [anythingBut(":")],
): Pattern[] {
  return ["iam", "sts"].map((namespace) =>
    pattern([
      ...literal("arn:"),
      ...partition,
      ...literal(`:${namespace}::`),
      ...account,
      ...literal(":"),
      anythingBut(""),
    ]),
  );
}

/** Whom a `Principal` element names. */
export function named(element: PrincipalElement): Formula {
  return element === "*"
    ? TRUE
    : any(Object.entries(element).flatMap(([kind, ids]) => ids.map((id) => namedOne(kind, id))));
}

/**
 * Whom a `NotPrincipal` element leaves out is documented only for callers whose account, role and
 * session are all named (then it leaves them out) or none of them (then it does not). In between it is
 * not decided. Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal".
 */
export function notNamed(element: PrincipalElement, where: string): Formula {
  const someName = named(element);
  if (someName.kind === "constant") {
    return not(someName);
  }
  return any([not(someName), all([someName, free(`NotPrincipal of ${where}`)])]);
}

function namedOne(kind: string, id: string): Formula {
  const byKind: Readonly<Record<string, (id: string) => Formula>> = {
    AWS: namedByAws,
    Service: (name) => named1("service", name),
    Federated: (provider) => named1("federated", provider),
    CanonicalUser: (user) => named1("canonical", user),
  };
  return byKind[kind]?.(id) ?? free(`principal of kind "${kind}"`);
}

function named1(word: string, id: string): Formula {
  return WILDCARD.test(id)
    ? all([textLeaf(PRINCIPAL, [pattern([...literal(`${word} `), anythingBut("")])]), unclear(id)])
    : textLeaf(PRINCIPAL, [pattern(literal(`${word} ${id}`))]);
}

function unclear(id: string): Formula {
  return free(`principal "${id}"`);
}

function namedByAws(id: string): Formula {
  if (id === "*") {
    return TRUE;
  }
  if (ACCOUNT.test(id)) {
    return textLeaf(PRINCIPAL, ofAccount(literal(id)));
  }
  const arn = IAM_ARN.exec(id);
  if (!arn || WILDCARD.test(id)) {
    return all([any([isArn, isCanonical]), unclear(id)]);
  }
  const [, partition = "", namespace = "", account = "", rest = ""] = arn;
  const patterns = byArn(id, partition, account, rest, `${namespace}:${rest.split("/")[0]}`);
  return patterns ? textLeaf(PRINCIPAL, patterns) : all([isArn, unclear(id)]);
}

function byArn(
  id: string,
  partition: string,
  account: string,
  rest: string,
  kind: string,
): Pattern[] | undefined {
  const byKind: Readonly<Record<string, () => Pattern[]>> = {
    "iam:root": () => ofAccount(literal(account), literal(partition)),
    "iam:user": () => [pattern(literal(id))],
    "iam:role": () => [pattern([...literal(`${id} `), anythingBut("")])],
    "sts:federated-user": () => [pattern(literal(id))],
    "sts:assumed-role": () => roleSession(partition, account, rest.split("/").slice(1)),
  };
  return byKind[kind]?.();
}

/** A session's ARN leaves out the path of its role. */
function roleSession(partition: string, account: string, parts: readonly string[]): Pattern[] {
  const [role = "", session = ""] = parts;
  const start = literal(`arn:${partition}:iam::${account}:role/`);
  const end = literal(`${role} ${session}`);
  return [
    pattern([...start, ...end]),
    pattern([...start, anythingBut(NAME_END), ...literal("/"), ...end]),
  ];
}

/** A text of a condition that is compared with a key which the caller decides. */
export interface Compared {
  readonly text: string;
  readonly comparison: Comparison;
  readonly escapes: boolean;
}

/** A key whose value follows from the caller. Where it does not for certain, a free part says so. */
export interface PrincipalKey {
  readonly present: Formula;
  readonly equals: (compared: Compared) => Formula;
}

/** Source of the availability of each: IAM User Guide, "AWS global condition context keys". */
export const PRINCIPAL_KEYS: Readonly<Record<string, PrincipalKey>> = {
  "aws:principalarn": {
    present: known(isArn, isCanonical, "the ARN of a canonical user"),
    equals: (compared) =>
      known(all([isArn, arnIs(compared)]), isCanonical, "the ARN of a canonical user"),
  },
  "aws:principalaccount": {
    present: any([isArn, isAnonymous, unsure(isService, "the account of a service"), isCanonical]),
    equals: (compared) =>
      any([accountIs(compared), unsure(hasUnclearAccount(), "the account of the caller")]),
  },
  "aws:principalisawsservice": {
    present: any([isArn, isService, isCanonical]),
    equals: (compared) => oneOf(compared, { true: isService, false: any([isArn, isCanonical]) }),
  },
  "aws:principalservicename": {
    present: isService,
    equals: (compared) =>
      textLeaf(PRINCIPAL, [pattern([...literal("service "), ...tokens(compared)])]),
  },
  "aws:principaltype": {
    present: any([isArn, isAnonymous, unsure(untyped(), "aws:PrincipalType of the caller")]),
    equals: (compared) =>
      any([typeIs(compared), unsure(untyped(), "aws:PrincipalType of the caller")]),
  },
};

function unsure(who: Formula, what: string): Formula {
  return all([who, free(what)]);
}

function known(formula: Formula, unclearFor: Formula, what: string): Formula {
  return any([formula, unsure(unclearFor, what)]);
}

function hasUnclearAccount(): Formula {
  return any([isService, isCanonical]);
}

function untyped(): Formula {
  return any([isService, isFederated, isCanonical]);
}

function tokens({ text, comparison, escapes }: Compared, beyond = ""): Token[] {
  return tokensOf(text, comparison, escapes, beyond);
}

/** The role's ARN, for a session of a role. */
function arnIs(compared: Compared): Formula {
  const arn = tokens(compared, " ");
  return textLeaf(PRINCIPAL, [pattern(arn), pattern([...arn, ...literal(" "), anythingBut("")])]);
}

function accountIs(compared: Compared): Formula {
  const account = textLeaf(PRINCIPAL, ofAccount(tokens(compared, NAME_END)));
  return any([account, matches(pattern(tokens(compared)), ANONYMOUS) ? isAnonymous : FALSE]);
}

function oneOf(compared: Compared, values: Readonly<Record<string, Formula>>): Formula {
  const wanted = pattern(tokens(compared));
  return any(
    Object.entries(values)
      .filter(([value]) => matches(wanted, value))
      .map(([, who]) => who),
  );
}

function typeIs(compared: Compared): Formula {
  return oneOf(compared, {
    Account: kindOf("iam", "root"),
    User: kindOf("iam", "user/"),
    AssumedRole: kindOf("iam", "role/"),
    FederatedUser: kindOf("sts", "federated-user/"),
    Anonymous: isAnonymous,
  });
}

function kindOf(namespace: string, start: string): Formula {
  return textLeaf(PRINCIPAL, [
    pattern([
      ...literal("arn:"),
      anythingBut(":"),
      ...literal(`:${namespace}::`),
      anythingBut(":"),
      ...literal(`:${start}`),
      anythingBut(""),
    ]),
  ]);
}

/** Whoever a policy of an identity can belong to. */
export const hasIdentity = isArn;

export const isOfAccountOrAnonymous = any([isArn, isAnonymous]);
