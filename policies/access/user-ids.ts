// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * `aws:userid`, by the kind of the caller: the account of a root user, `account:name` of a federated user, the unique
 * id of a user, `unique id:session` of a role. A pattern for a value of two parts is divided wherever its colon may be.
 * Source: IAM User Guide, "IAM policy elements: Variables and tags", principal key values.
 */

import { CALLER, UNIQUE_ID } from "./attributes";
import { federatedUsersNamed, NAME_END, ofKinds, rolesInSession, rootOf } from "./callers";
import { all, any, type Formula, textLeaf } from "./formula";
import { accepts, literal, type Pattern, pattern, someOf, type Token } from "./patterns";

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** The unique id of a user or role: AIDACKCEVSQ6C2EXAMPLE. */
export const uniqueIdShapes: readonly Pattern[] = [pattern([...literal("A"), ...someOf(capitals)])];

/** Whether the aws:userid of a caller of an account matches. */
export function userId(tokens: readonly Token[]): Formula {
  return any([
    textLeaf(CALLER, [rootOf(without(tokens, NAME_END))]),
    all([ofKinds(["user"]), textLeaf(UNIQUE_ID, [pattern(tokens)])]),
    ...divisions(tokens).flatMap(({ before, after }) => [
      textLeaf(CALLER, [
        federatedUsersNamed(without(before, NAME_END), without(after, `${NAME_END}/`)),
      ]),
      all([
        textLeaf(UNIQUE_ID, [pattern(before)]),
        textLeaf(CALLER, [rolesInSession(without(after, `${NAME_END}/`))]),
      ]),
    ]),
  ]);
}

interface Division {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
}

/** The ways in which a colon of the value can meet the tokens. */
function divisions(tokens: readonly Token[]): Division[] {
  return tokens.flatMap((token, at) => {
    if (!accepts(token.set, ":")) {
      return [];
    }
    const kept = token.many ? [token] : [];
    return [
      { before: [...tokens.slice(0, at), ...kept], after: [...kept, ...tokens.slice(at + 1)] },
    ];
  });
}

/** Tokens that accept any character accept none of these any more. */
function without(tokens: readonly Token[], chars: string): Token[] {
  return tokens.map((token) =>
    token.set.negated
      ? { ...token, set: { chars: [...new Set(token.set.chars + chars)].join(""), negated: true } }
      : token,
  );
}

/** Ids that look like one, the usual one first. */
export const exampleIds = ["AIDACKCEVSQ6C2EXAMPLE", "AROACKCEVSQ6C2EXAMPLE"];
