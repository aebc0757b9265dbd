// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Condition keys whose values follow from the caller. Where AWS does not say what a kind of caller
 * has, a part that is not understood stands for it.
 * Source: IAM User Guide, "AWS global condition context keys" (availability of each key).
 */

import { CALLER } from "./attributes";
import {
  ANONYMOUS,
  BREAK,
  hasArn,
  isAnonymous,
  isIdentity,
  isService,
  NAME_END,
  ofAccount,
  ofKinds,
  serviceNamed,
  usersNamed,
} from "./callers";
import { all, any, FALSE, type Formula, free, textLeaf } from "./formula";
import { OTHER_ACCOUNTS } from "./keys";
import {
  anythingBut,
  exampleOfPieces,
  literal,
  matches,
  pattern,
  type Token,
  tokensOfPieces,
} from "./patterns";
import { type Comparison, isChar, type Piece } from "./texts";
import { userId } from "./user-ids";

/** A text of a condition that is compared with the key. */
export interface Compared {
  readonly pieces: readonly Piece[];
  readonly comparison: Comparison;
}

export interface CallerKey {
  readonly present: Formula;
  readonly equals: (compared: Compared) => Formula;
}

const account: CallerKey = {
  present: any([hasArn, isAnonymous, unsure(any([isService, isIdentity]), "has an account")]),
  equals: (compared) =>
    any([
      textLeaf(CALLER, ofAccount(tokens(compared, NAME_END), undefined, accountExample(compared))),
      matches(pattern(tokens(compared)), ANONYMOUS) ? isAnonymous : FALSE,
      unsure(any([isService, isIdentity]), `has the account ${shown(compared)}`, compared),
    ]),
};

const CALLER_KEYS: Readonly<Record<string, CallerKey>> = {
  // "All signed requests. Anonymous requests do not include this key." Services are not mentioned.
  "aws:principalarn": {
    present: any([hasArn, unsure(isService, "has an aws:PrincipalArn")]),
    equals: (compared) =>
      any([
        arnIs(compared),
        unsure(isService, `has the aws:PrincipalArn ${shown(compared)}`, compared),
      ]),
  },
  // "All requests including anonymous requests", whose value is "anonymous".
  "aws:principalaccount": account,
  "kms:calleraccount": account,
  // "All signed API requests that use AWS credentials."
  "aws:principalisawsservice": {
    present: any([hasArn, isService]),
    equals: (compared) => oneOf(compared, { true: isService, false: hasArn }),
  },
  "aws:principalservicename": {
    present: isService,
    equals: (compared) => textLeaf(CALLER, [serviceNamed(tokens(compared, BREAK))]),
  },
  // "Always included for IAM users"; "(not present)" for every other principal, says the table of "Variables and tags".
  "aws:username": {
    present: ofKinds(["user"]),
    equals: (compared) =>
      // The name is what follows the path, so none has a slash.
      compared.pieces.some((piece) => isChar(piece, "/"))
        ? FALSE
        : textLeaf(CALLER, usersNamed(tokens(compared, `${NAME_END}/`))),
  },
  "aws:userid": {
    present: any([hasArn, isAnonymous, unsure(any([isService, isIdentity]), "has an aws:userid")]),
    equals: (compared) =>
      any([
        userId(tokens(compared)),
        matches(pattern(tokens(compared)), ANONYMOUS) ? isAnonymous : FALSE,
        unsure(any([isService, isIdentity]), `has the aws:userid ${shown(compared)}`, compared),
      ]),
  },
  "aws:principaltype": {
    present: any([hasArn, isAnonymous, unsure(any([isService, isIdentity]), "has a type")]),
    equals: (compared) =>
      any([
        oneOf(compared, {
          Account: ofKinds(["root"]),
          User: ofKinds(["user"]),
          AssumedRole: ofKinds(["role"]),
          FederatedUser: ofKinds(["federated-user"]),
          Anonymous: isAnonymous,
        }),
        unsure(any([isService, isIdentity]), `is of the type ${shown(compared)}`, compared),
      ]),
  },
};

/** How a key follows from the caller; undefined when it does not. */
export function callerKey(attribute: string): CallerKey | undefined {
  const key = Object.hasOwn(CALLER_KEYS, attribute) ? CALLER_KEYS[attribute] : undefined;
  return (
    key && {
      present: key.present,
      // No value holds the line break by which the texts of callers are divided.
      equals: (compared) =>
        compared.pieces.some((piece) => isChar(piece, BREAK)) ? FALSE : key.equals(compared),
    }
  );
}

function unsure(who: Formula, what: string, compared?: Compared): Formula {
  const name = `whether a caller that is no principal of an account ${what}`;
  const same = compared === undefined ? "" : pattern(tokens(compared)).key;
  return all([who, free(name, `${name} ${same}`)]);
}

function tokens({ pieces, comparison }: Compared, beyond = ""): Token[] {
  return tokensOfPieces(pieces, comparison, beyond);
}

/** The text as a document might write it. */
function shown({ pieces }: Compared): string {
  return pieces
    .map((piece) => (piece === "many" ? "*" : piece === "one" ? "?" : Object.values(piece)[0]))
    .join("");
}

/** The ARN of the caller; for a session of a role, the role's. */
function arnIs(compared: Compared): Formula {
  const arn = tokens(compared, BREAK);
  const session = [...literal(BREAK), anythingBut("")];
  return all([
    hasArn,
    textLeaf(CALLER, [
      pattern(arn, arnExample(compared)),
      pattern([...arn, ...session], arnExample(compared, `${BREAK}session`)),
    ]),
  ]);
}

/** What stands for the parts of an ARN that a text leaves open, before the name. */
const PARTS = ["arn", "aws", "iam", "", OTHER_ACCOUNTS[0]];

/**
 * An ARN that the text stands for. Examples that are no caller's, or do not match after all, are left out
 * where values are looked for.
 */
function arnExample(compared: Compared, end = ""): string {
  const parts = shown(compared)
    .split(":")
    .map((part, index) =>
      /[*?]/.test(part)
        ? (PARTS[index] ?? part.replaceAll("*", "example").replaceAll("?", "x"))
        : part,
    );
  return parts.join(":") + end;
}

function accountExample({ pieces }: Compared): string {
  return `arn:aws:iam::${exampleOfPieces(pieces)}:role/example${BREAK}session`;
}

function oneOf(compared: Compared, values: Readonly<Record<string, Formula>>): Formula {
  const wanted = pattern(tokens(compared));
  return any(
    Object.entries(values)
      .filter(([value]) => matches(wanted, value))
      .map(([, who]) => who),
  );
}
