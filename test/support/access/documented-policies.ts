// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads policies as AWS's documentation prints them, with questions whose answers follow from the page.
 *
 * A file is a list of pages: `page` (its title), `url` and `policies`. A policy has a `name`, a `kind`, its
 * `statements` (and a `version`, where it is not the current one), `also` for documents that must allow as well,
 * and `questions`. A question says what it `asks`, of which `request`, perhaps `but` not of which, and what
 * decides it, under its answer: `found: …` or `none: …`. It is about what is granted, or `of: notDenied`.
 *
 * A request is written shortly: `by` (kinds of callers, AWS principals or services), `does`, `on`, and `with`,
 * the condition keys by their values: "absent", or a list, which is all that a multivalued key holds. Any element
 * of the library's own form does as well.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Document, DocumentKind, Question, RequestLike } from "../../../policies/access";

export interface DocumentedQuestion {
  /** The policy and what is asked: unique in all files. */
  readonly title: string;
  readonly question: Question;
  readonly expected: "none" | "found";
  /** What on the page decides it. */
  readonly because: string;
  /** The same question of documents that allow everything: whether there can be such a request at all. */
  readonly ofOpenDocuments: Question;
}

export interface DocumentedPolicy {
  readonly name: string;
  readonly page: string;
  readonly url: string;
  readonly documents: readonly Document[];
  readonly questions: readonly DocumentedQuestion[];
}

interface WrittenRequest extends RequestLike {
  readonly by?: string | readonly string[];
  readonly does?: string | readonly string[];
  readonly on?: string | readonly string[];
  readonly with?: Readonly<Record<string, unknown>>;
}

interface WrittenDocument {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly version?: string;
  readonly statements: readonly object[];
  readonly resourceArn?: string;
}

interface WrittenQuestion {
  readonly asks: string;
  readonly of?: "granted" | "notDenied";
  readonly request?: WrittenRequest;
  readonly but?: WrittenRequest | readonly WrittenRequest[];
  readonly none?: string;
  readonly found?: string;
}

interface WrittenPolicy extends WrittenDocument {
  readonly also?: readonly WrittenDocument[];
  readonly questions: readonly WrittenQuestion[];
}

interface WrittenPage {
  readonly page: string;
  readonly url: string;
  readonly policies: readonly WrittenPolicy[];
}

const folder = join(__dirname, "..", "..", "policies", "access", "documented");

export function documentedFiles(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
}

export function documentedPolicies(file: string): DocumentedPolicy[] {
  const pages: readonly WrittenPage[] = parse(readFileSync(join(folder, file), "utf8"));
  return pages.flatMap(({ page, url, policies }) =>
    policies.map((policy) => {
      const documents = [policy, ...(policy.also ?? [])].map(documentOf);
      return {
        name: policy.name,
        page,
        url,
        documents,
        questions: policy.questions.map((question) =>
          questionOf(`${policy.name}: ${question.asks}`, question, documents),
        ),
      };
    }),
  );
}

function documentOf(written: WrittenDocument): Document {
  const { name, kind, version = "2012-10-17", statements, resourceArn } = written;
  const content = { ...(version !== "none" && { Version: version }), Statement: statements };
  return { name, kind, content, ...(resourceArn !== undefined && { resourceArn }) };
}

function questionOf(
  title: string,
  written: WrittenQuestion,
  documents: readonly Document[],
): DocumentedQuestion {
  const { of: about = "granted", request, but = [], none, found } = written;
  if ((none === undefined) === (found === undefined)) {
    throw new RangeError(`The question "${title}" must have one answer, found or none.`);
  }
  const excluded = (Array.isArray(but) ? but : [but]) as readonly WrittenRequest[];
  const asked = (content: readonly Document[]): Question => ({
    [about === "granted" ? "grantedBy" : "notDeniedBy"]: content,
    where: request === undefined ? [] : likesOf(request),
    whereNot: excluded.map((each) => conjoined(likesOf(each), title)),
  });
  return {
    title,
    question: asked(documents),
    expected: none === undefined ? "found" : "none",
    because: none ?? found ?? "",
    ofOpenDocuments: asked(documents.map(opened)),
  };
}

/** What is excluded is one part, or it would exclude more than is written. */
function conjoined([only, ...more]: readonly RequestLike[], title: string): RequestLike {
  if (only === undefined || more.length > 0) {
    throw new RangeError(`The question "${title}" must have single values in what it leaves out.`);
  }
  return only;
}

function opened({ name, kind }: Document): Document {
  const Statement = {
    Effect: "Allow",
    Action: "*",
    ...(kind !== "identity" && { Principal: "*" }),
    ...(kind !== "trust" && { Resource: "*" }),
  };
  return { name, kind, content: { Version: "2012-10-17", Statement } };
}

const callerKinds = new Set<string>([
  "anonymous",
  "root",
  "user",
  "role",
  "federated-user",
  "service",
  "identity",
]);

function likesOf(written: WrittenRequest): RequestLike[] {
  const { by, does, on, with: keys = {}, ...like } = written;
  const conditions = Object.entries(keys).flatMap(([key, value]) => conditionsOf(key, value));
  const [first, ...others] = divided(conditions);
  const part = {
    ...like,
    ...(by !== undefined && callersOf(by)),
    ...(does !== undefined && { Action: does }),
    ...(on !== undefined && { Resource: on }),
    ...(first && { Condition: { ...like.Condition, ...first } }),
  };
  return [part, ...others.map((Condition) => ({ Condition }))];
}

function callersOf(by: string | readonly string[]): RequestLike {
  const callers = typeof by === "string" ? [by] : by;
  if (callers.every((caller) => callerKinds.has(caller))) {
    return { Callers: callers } as RequestLike;
  }
  const type = callers.every((caller) => /\.amazonaws\.com(\.cn)?$/.test(caller));
  return { Principal: { [type ? "Service" : "AWS"]: callers } };
}

interface One {
  readonly operator: string;
  readonly key: string;
  readonly value: string | readonly string[];
}

/** A list is all that a multivalued key holds: nothing else, and each of it. */
function conditionsOf(key: string, value: unknown): One[] {
  if (Array.isArray(value)) {
    const each = value.map(String);
    return [
      { operator: "ForAllValues:StringEquals", key, value: each },
      ...each.map((one) => ({ operator: "ForAnyValue:StringEquals", key, value: one })),
    ];
  }
  const text = String(value);
  return text === "absent"
    ? [{ operator: "Null", key, value: "true" }]
    : [{ operator: operatorFor(key, text), key, value: text }];
}

const numbers =
  /^(aws:MultiFactorAuthAge|s3:max-keys|s3:TlsVersion|s3:signatureAge|.*Days|.*Seconds)$/i;
const booleans = /^(true|false)$/;
const dates = /^\d{4}-\d\d-\d\dT[\d:]+Z$/;
const addresses = /^aws:(Vpc)?SourceIp$/i;

function operatorFor(key: string, text: string): string {
  if (addresses.test(key)) {
    return "IpAddress";
  }
  if (numbers.test(key)) {
    return "NumericEquals";
  }
  if (dates.test(text)) {
    return "DateEquals";
  }
  return booleans.test(text) ? "Bool" : "StringEquals";
}

/** As many conditions together as have different operators and keys; the rest in further parts. */
function divided(conditions: readonly One[]): NonNullable<RequestLike["Condition"]>[] {
  const parts: Record<string, Record<string, string | readonly string[]>>[] = [];
  for (const { operator, key, value } of conditions) {
    const part = parts.find((each) => each[operator]?.[key] === undefined) ?? {};
    if (!parts.includes(part)) {
      parts.push(part);
    }
    part[operator] = { ...part[operator], [key]: value };
  }
  return parts;
}
