// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { shortened } from "./body";
import type { JsonObject } from "./json-object";
import { FieldError } from "./problems";
import { parseTime } from "./times";
import { agoraRoles, type Role } from "./tokens";

/** Reads the value of a field, or throws a FieldError that names the rule. */
type Reader<T> = (field: string, value: unknown) => T;

/** A field of a body. */
export interface Field<T> {
  readonly read: Reader<T>;
  /** Value of an absent field. @default - the field is required */
  readonly absent?: T;
}

/** The fields of a body by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;
type Values<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};

export const shortestLifetime = 60;
export const longestLifetime = 86_400;
export const defaultLifetime = 3_600;
const idRule = "must be 32 to 63 lower-case hexadecimal characters, a one-time random id";

/** Id of a room or user. It has at least 128 random bits, so it is no e-mail address, number or name. */
export const id: Field<string> = { read: readId };

/** Name of an Agora role. */
export const role: Field<Role> = { read: readRole };

/** Lifetime in whole seconds from now. */
export const lifetime: Field<number> = { read: readLifetime, absent: defaultLifetime };

/** A time in whole seconds since 1970. */
export const time: Field<number> = { read: readTime };

/** Reads all fields of a body, and refuses every unknown field by name. */
export function readFields<F extends Fields>(body: JsonObject, fields: F): Values<F> {
  const names = Object.keys(fields);
  const unknown = [...body.keys()].find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) {
    throw new FieldError(shortened(unknown), `is unknown; the body may have ${names.join(", ")}.`);
  }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, readField(body, name, field)]),
  ) as Values<F>;
}

/** Whether a text has the form of an id. For ids in paths, whose errors name no field. */
export function isId(text: string): boolean {
  return flawOf(text) === undefined;
}

function readField(body: JsonObject, name: string, field: Field<unknown>): unknown {
  if (body.has(name)) {
    return field.read(name, body.get(name));
  }
  if (!("absent" in field)) {
    throw new FieldError(name, "is missing.");
  }
  return field.absent;
}

function readId(field: string, value: unknown): string {
  if (typeof value !== "string") {
    throw new FieldError(field, `${idRule}, got ${kindOf(value)}.`);
  }
  const flaw = flawOf(value);
  if (flaw !== undefined) {
    throw new FieldError(field, `${idRule}, got ${flaw}.`);
  }
  return value;
}

/** Why a text is no id. The words do not repeat the text, which may be somebody's address. */
function flawOf(text: string): string | undefined {
  if (/[A-F]/.test(text) && /^[0-9a-fA-F]*$/.test(text)) {
    return "upper-case letters";
  }
  if (!/^[0-9a-f]*$/.test(text)) {
    return "a character that is not 0-9 or a-f";
  }
  return text.length < 32 || text.length > 63 ? `${text.length} characters` : undefined;
}

function readRole(field: string, value: unknown): Role {
  if (typeof value !== "string" || !Object.hasOwn(agoraRoles, value)) {
    const names = Object.keys(agoraRoles).join(", ");
    throw new FieldError(field, `must be one of ${names}, got ${wordOf(value)}.`);
  }
  return value as Role;
}

function readLifetime(field: string, value: unknown): number {
  const isInRange =
    Number.isInteger(value) &&
    Number(value) >= shortestLifetime &&
    Number(value) <= longestLifetime;
  if (!isInRange) {
    const got = typeof value === "number" ? String(value) : kindOf(value);
    throw new FieldError(
      field,
      `must be a whole number of seconds from now, ${shortestLifetime} to ${longestLifetime}, got ${got}.`,
    );
  }
  return Number(value);
}

function readTime(field: string, value: unknown): number {
  const seconds = typeof value === "string" ? parseTime(value) : undefined;
  if (seconds === undefined) {
    const got = typeof value === "string" ? "another text" : kindOf(value);
    throw new FieldError(field, `must be an RFC 3339 time in UTC ending in Z, got ${got}.`);
  }
  return seconds;
}

/** Quotes a value only if it is a plain word, which helps with a typing error and cannot hold a secret. */
function wordOf(value: unknown): string {
  return typeof value === "string" && /^[A-Za-z_-]{1,20}$/.test(value)
    ? JSON.stringify(value)
    : kindOf(value);
}

function kindOf(value: unknown): string {
  if (value === null) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
