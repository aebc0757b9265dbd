// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The same question in other words: another order, another case where case is ignored, other spellings. */

import type { Document, Question } from "../../../policies/access";
import type { RandomNumbers } from "./random-numbers";

type Members = Record<string, unknown>;

export function respelled(question: Question, random: RandomNumbers): Question {
  const documents = (list: readonly Document[]) =>
    random.shuffled(list).map((document) => ({
      ...document,
      content: random.chance(0.5)
        ? JSON.stringify(policy(document.content as Members, random))
        : policy(document.content as Members, random),
    }));
  const parts = <Part>(list: readonly Part[]) =>
    random.shuffled(list).map((part) => statement(part as Members, random) as Part);
  const { grantedBy, notDeniedBy, notGrantedBy, where, whereNot, among } = question;
  return {
    ...(grantedBy && { grantedBy: documents(grantedBy) }),
    ...(notDeniedBy && { notDeniedBy: documents(notDeniedBy) }),
    ...(notGrantedBy && { notGrantedBy: documents(notGrantedBy) }),
    ...(where && { where: parts(where) }),
    ...(whereNot && { whereNot: parts(whereNot) }),
    ...(among && { among: random.shuffled(among) }),
  };
}

function policy({ Version, Statement }: Members, random: RandomNumbers): Members {
  const statements = random
    .shuffled(Statement as Members[])
    .map((each, index) => ({ Sid: `Statement${index}`, ...statement(each, random) }));
  return { Statement: statements.length === 1 ? statements[0] : statements, Version };
}

function statement(part: Members, random: RandomNumbers): Members {
  const members = random.shuffled(Object.entries(part)).map(([element, value]) => {
    switch (element.replace(/^Not/, "")) {
      case "Principal":
        return [element, principal(value, random)];
      case "Action":
        return [element, list(value, random).map((text) => anyCase(text, random))];
      case "Condition":
        return [element, conditions(value as Members, random)];
      default:
        return [element, Array.isArray(value) ? list(value, random) : value];
    }
  });
  return Object.fromEntries(members);
}

function principal(value: unknown, random: RandomNumbers): unknown {
  if (value === "*") {
    return random.pick(["*", { AWS: "*" }, { AWS: ["*"] }]);
  }
  return Object.fromEntries(
    random.shuffled(Object.entries(value as Members)).map(([type, names]) => [
      type,
      one(
        list(names, random).map((name) => account(name, random)),
        random,
      ),
    ]),
  );
}

/** An account by its number or by its root. */
function account(name: string, random: RandomNumbers): string {
  const number = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
  return number === undefined ? name : random.pick([number, `arn:aws:iam::${number}:root`]);
}

function conditions(value: Members, random: RandomNumbers): Members {
  return Object.fromEntries(
    random
      .shuffled(Object.entries(value))
      .map(([operator, keys]) => [
        operator,
        Object.fromEntries(
          random
            .shuffled(Object.entries(keys as Members))
            .map(([key, values]) => [anyCase(key, random), one(list(values, random), random)]),
        ),
      ]),
  );
}

function list(value: unknown, random: RandomNumbers): string[] {
  return random.shuffled([value].flat() as string[]);
}

/** A list of one is the same as the one. */
function one(values: string[], random: RandomNumbers): string | string[] {
  return values.length === 1 && random.chance(0.5) ? (values[0] ?? "") : values;
}

function anyCase(text: string, random: RandomNumbers): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    random.chance(0.5) ? letter.toUpperCase() : letter.toLowerCase(),
  );
}
