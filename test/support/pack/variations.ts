// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Other ways to write the same program. None of them may change what a rule reports. */

import type { Program, ProgramResource } from "./program";

export interface Variation {
  readonly title: string;
  readonly vary: (program: Program) => Program;
  /** The name that a resource had before. */
  readonly nameBefore: (name: string) => string;
}

const same = (name: string) => name;

export const variations: readonly Variation[] = [
  {
    title: "its resources have other names",
    vary: (program) => renamed(program),
    nameBefore: (name) => name.replace(/^other_/, ""),
  },
  {
    title: "its resources stand in the opposite order",
    vary: (program) => Object.fromEntries(Object.entries(program).reverse()),
    nameBefore: same,
  },
  {
    title: "its properties stand in the opposite order",
    vary: (program) => eachValue(program, reordered),
    nameBefore: same,
  },
  {
    title: "resources that have nothing to do with it stand around it",
    vary: (program) => ({ ...noise, ...program, ...suffixed(noise) }),
    nameBefore: same,
  },
  {
    title: "the statements of its documents stand in the opposite order",
    vary: (program) =>
      eachDocument(
        program,
        withStatements((all) => [...all].reverse()),
      ),
    nameBefore: same,
  },
  {
    title: "its documents have a statement that denies something else",
    vary: (program) =>
      eachDocument(
        program,
        withStatements((all) => [...all, irrelevantBeside(all)]),
      ),
    nameBefore: same,
  },
  {
    title: "its documents have lists where one value stood",
    vary: (program) =>
      eachDocument(
        program,
        withStatements((all) => all.map(listed)),
      ),
    nameBefore: same,
  },
  {
    title: "its documents are objects instead of text, or text instead of objects",
    vary: (program) =>
      eachValue(program, (value) => {
        const document = documentIn(value);
        return document === undefined || typeof value !== "string" ? value : document;
      }),
    nameBefore: same,
  },
  {
    title: "its blocks are lists of one block",
    vary: (program) => eachResource(program, inLists),
    nameBefore: same,
  },
];

type Document = Readonly<Record<string, unknown>>;

/** Resources that no rule judges. */
const noise: Program = {
  noiseAlias: { type: "aws:iam/accountAlias:AccountAlias", properties: { accountAlias: "school" } },
  noiseComponent: { type: "acme:index:Site" },
};

/** A statement that denies an action that no example allows, with the elements of the others. */
function irrelevantBeside([other = {}]: readonly Document[]): Document {
  return {
    Sid: "Noise",
    Effect: "Deny",
    ...("Principal" in other && { Principal: "*" }),
    Action: "Resource" in other ? "braket:CancelJob" : "sts:GetFederationToken",
    ...("Resource" in other && { Resource: "arn:aws:braket:eu-central-1:111122223333:job/none" }),
  };
}

function suffixed(program: Program): Program {
  return Object.fromEntries(
    Object.entries(program).map(([name, resource]) => [`${name}2`, resource]),
  );
}

/** Renames the references to the resources too. */
function renamed(program: Program): Program {
  const text = JSON.stringify(program).replace(/\$\{(\w+)([.}])/g, "$${other_$1$2");
  const entries = Object.entries(JSON.parse(text) as Program);
  return Object.fromEntries(entries.map(([name, resource]) => [`other_${name}`, resource]));
}

function eachResource(program: Program, change: (properties: Document) => Document): Program {
  return Object.fromEntries(
    Object.entries(program).map(([name, resource]): [string, ProgramResource] => [
      name,
      { ...resource, ...(resource.properties && { properties: change(resource.properties) }) },
    ]),
  );
}

function eachValue(program: Program, change: (value: unknown) => unknown): Program {
  return eachResource(program, (properties) => deep(properties, change) as Document);
}

/** Changes inner values first. */
function deep(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    return change(value.map((one) => deep(one, change)));
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, one]) => [key, deep(one, change)]);
    return change(Object.fromEntries(members));
  }
  return change(value);
}

function reordered(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).reverse())
    : value;
}

/** A policy document, as text or as an object. */
function documentIn(value: unknown): Document | undefined {
  try {
    const parsed = typeof value === "string" ? JSON.parse(value) : value;
    return parsed instanceof Object && "Statement" in parsed ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function eachDocument(program: Program, change: (document: Document) => Document): Program {
  return eachValue(program, (value) => {
    const document = documentIn(value);
    if (document === undefined) {
      return value;
    }
    return typeof value === "string" ? JSON.stringify(change(document)) : change(document);
  });
}

function withStatements(change: (statements: readonly Document[]) => readonly Document[]) {
  return (document: Document): Document => ({
    ...document,
    Statement: change([document.Statement].flat() as Document[]),
  });
}

function listed(statement: Document): Document {
  return Object.fromEntries(
    Object.entries(statement).map(([key, value]) => [
      key,
      /^(Not)?(Action|Resource)$/.test(key) ? [value].flat() : value,
    ]),
  );
}

/** Older provider versions have lists where newer ones have blocks. Maps that users fill stay maps. */
function inLists(properties: Document): Document {
  const isMap = (key: string, value: object) =>
    /^(environment|settings)$|tags|variables|parameters|policy|document|redrive|template|^body$/i.test(
      key,
    ) || "Statement" in value;
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      key,
      typeof value === "object" && value !== null && !Array.isArray(value) && !isMap(key, value)
        ? [value]
        : value,
    ]),
  );
}
