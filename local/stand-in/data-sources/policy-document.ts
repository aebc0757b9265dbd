// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import type { Account } from "../account";
import type { Properties } from "../properties";
import { Refusal } from "../refusal";

/** A statement as the data source takes it. */
interface StatementArgs {
  readonly sid?: string;
  readonly effect?: string;
  readonly actions?: readonly string[];
  readonly notActions?: readonly string[];
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly principals?: readonly Principal[];
  readonly notPrincipals?: readonly Principal[];
  readonly conditions?: readonly Condition[];
}

interface Principal {
  readonly type: string;
  readonly identifiers: readonly string[];
}

interface Condition {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[];
}

/** A policy document as IAM takes it; what a statement holds besides its name does not matter here. */
interface Document {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement?: Statement | readonly Statement[];
}

interface Statement {
  readonly Sid?: string;
  readonly [property: string]: unknown;
}

/**
 * The document that `aws.iam.getPolicyDocument` makes: sources first, then the statements, then overrides;
 * a later statement with a name replaces the earlier one of that name.
 */
export function policyDocument(_: Account, args: Properties): Properties {
  const own: Document = {
    Version: (args.version as string | undefined) ?? "2012-10-17",
    Id: args.policyId as string | undefined,
    Statement: distinct(((args.statements ?? []) as StatementArgs[]).map(statement)),
  };
  const document = [
    ...parsed("sourceJson", [args.sourceJson]),
    ...parsed("sourcePolicyDocuments", args.sourcePolicyDocuments),
    own,
    ...parsed("overridePolicyDocuments", args.overridePolicyDocuments),
    ...parsed("overrideJson", [args.overrideJson]),
  ].reduce(merged, { Version: "2012-10-17" });
  const minifiedJson = JSON.stringify(document);
  return {
    id: String(
      Number.parseInt(createHash("sha256").update(minifiedJson).digest("hex").slice(0, 8), 16),
    ),
    json: JSON.stringify(document, undefined, 2),
    minifiedJson,
    version: document.Version,
  };
}

function parsed(property: string, texts: unknown): Document[] {
  return ((texts ?? []) as (string | undefined)[])
    .filter((text): text is string => text !== undefined && text !== "")
    .map((text) => {
      try {
        return JSON.parse(text) as Document;
      } catch {
        throw new Refusal(
          `Data source 'getPolicyDocument': '${property}' must hold JSON, got ` +
            `${JSON.stringify(text.slice(0, 60))}. Pass the text of a policy document.`,
        );
      }
    });
}

function merged(one: Document, other: Document): Document {
  const statements = new Map<unknown, Statement>();
  for (const item of [...statementsOf(one), ...statementsOf(other)]) {
    // A statement without a name is nobody else's.
    statements.set(item.Sid || item, item);
  }
  const versions = [one.Version ?? "", other.Version ?? ""].sort();
  return {
    Version: versions.at(-1),
    Id: other.Id || one.Id,
    Statement: [...statements.values()],
  };
}

function statementsOf({ Statement = [] }: Document): readonly Statement[] {
  return Array.isArray(Statement) ? Statement : [Statement as Statement];
}

/** Two statements of one name in one call would silently become one. */
function distinct(statements: Statement[]): Statement[] {
  const names = statements.map(({ Sid }) => Sid).filter(Boolean);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Refusal(
      `Data source 'getPolicyDocument': 'sid' must be unique, got ${JSON.stringify(twice)} ` +
        "twice. Rename one of the statements.",
    );
  }
  return statements;
}

function statement(args: StatementArgs): Statement {
  return {
    Sid: args.sid || undefined,
    Effect: args.effect ?? "Allow",
    Action: oneOrMany(args.actions),
    NotAction: oneOrMany(args.notActions),
    Resource: oneOrMany(args.resources),
    NotResource: oneOrMany(args.notResources),
    Principal: principals(args.principals),
    NotPrincipal: principals(args.notPrincipals),
    Condition: conditions(args.conditions),
  };
}

/** IAM's own way of writing "everybody" is a bare asterisk. */
function principals(list: readonly Principal[] = []): unknown {
  if (list.some(({ type, identifiers }) => type === "*" && identifiers.includes("*"))) {
    return "*";
  }
  return grouped(list.map(({ type, identifiers }) => [type, identifiers]));
}

function conditions(list: readonly Condition[] = []): unknown {
  const tests = [...new Set(list.map(({ test }) => test))];
  return list.length === 0
    ? undefined
    : Object.fromEntries(
        tests.map((wanted) => [
          wanted,
          grouped(
            list
              .filter(({ test }) => test === wanted)
              .map(({ variable, values }) => [variable, values]),
          ),
        ]),
      );
}

/** Lists under the same key become one. */
function grouped(entries: readonly (readonly [string, readonly string[]])[]): unknown {
  const lists = new Map<string, string[]>();
  for (const [key, values] of entries) {
    lists.set(key, [...(lists.get(key) ?? []), ...values]);
  }
  return lists.size === 0
    ? undefined
    : Object.fromEntries([...lists].map(([key, values]) => [key, oneOrMany(values)]));
}

/**
 * One value is text, several are a list from Z to A, as the real data source has them; `&{…}`
 * stands for IAM's own variables.
 */
function oneOrMany(values: readonly string[] = []): string | string[] | undefined {
  const texts = values
    .map((value) => value.replaceAll("&{", "${"))
    .sort()
    .reverse();
  return texts.length > 1 ? texts : texts[0];
}
