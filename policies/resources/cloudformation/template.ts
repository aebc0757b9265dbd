// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Reads a CloudFormation template, in JSON or YAML, into the resources that it makes.
 * Source: AWS CloudFormation User Guide, "CloudFormation template sections"; "Supported YAML features".
 */

import type { Node } from "yaml";
import { evaluate, type Scope, unknownText } from "./intrinsics";
import { propertiesOf } from "./properties";

export interface TemplateResource {
  readonly logicalId: string;
  /** CloudFormation's own name of the type, such as `AWS::S3::Bucket`. */
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** By property, the logical ids of the siblings that it is made from. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
  /** The macro that would rewrite a part of it. */
  readonly macro?: string;
}

export interface Template {
  readonly resources: readonly TemplateResource[];
  /** Macros that rewrite the whole template before CloudFormation reads it. */
  readonly macros: readonly string[];
}

/** CloudFormation takes at most 1 MB, by URL; inline only 51,200 bytes. */
const largestTemplate = 1_048_576;

/**
 * The template that a text or an object is; a sentence where it is none.
 * `parameters` are the values that whoever makes the stack gives.
 */
export function templateIn(
  content: unknown,
  parameters: ReadonlyMap<string, unknown> = new Map(),
): Template | string {
  const read = typeof content === "string" ? parse(content) : { value: content };
  if ("problem" in read) {
    return read.problem;
  }
  const { value: parsed } = read;
  if (!isObject(parsed) || !isObject(parsed.Resources)) {
    return "it has no section Resources";
  }
  const written = Object.entries(parsed.Resources);
  const scope: Scope = {
    parameters: parametersOf(parsed.Parameters, parameters),
    mappings: parsed.Mappings,
    conditions: new Map(isObject(parsed.Conditions) ? Object.entries(parsed.Conditions) : []),
    resources: new Set(written.map(([logicalId]) => logicalId)),
  };
  return {
    resources: written.map(([logicalId, resource]) => resourceOf(logicalId, resource, scope)),
    macros: macrosOf(parsed.Transform),
  };
}

/** Loaded when a template is there: reading YAML takes most of the code of the pack, and few programs need it. */
function yaml(): typeof import("yaml") {
  return require("yaml");
}

function parse(text: string): { readonly value: unknown } | { readonly problem: string } {
  if (text.length > largestTemplate) {
    return { problem: `it is larger than the ${largestTemplate} bytes that CloudFormation takes` };
  }
  if (text.trimStart().startsWith("{")) {
    try {
      return { value: JSON.parse(text) };
    } catch {
      // CloudFormation also takes YAML that looks like JSON.
    }
  }
  const document = yaml().parseDocument(text, {
    schema: "yaml-1.1",
    // A policy's `Version: 2012-10-17` is a text.
    customTags: (tags) => tags.filter((tag) => typeof tag === "string" || !isTimestamp(tag.tag)),
    logLevel: "silent",
  });
  const [error] = document.errors;
  return error === undefined
    ? { value: contentOf(document.contents) }
    : { problem: "it is neither JSON nor YAML" };
}

function isTimestamp(tag: string): boolean {
  return tag.endsWith(":timestamp");
}

/** CloudFormation has no aliases; a tag is the short form of an intrinsic function. */
function contentOf(node: Node | null): unknown {
  if (node === null) {
    return null;
  }
  const plain = untagged(node);
  const [, name] = /^!(\w+)$/.exec(node.tag ?? "") ?? [];
  if (name === undefined) {
    return plain;
  }
  return { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: plain };
}

function untagged(node: Node): unknown {
  const { isMap, isScalar, isSeq } = yaml();
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        isScalar(key) ? String(key.value) : "",
        contentOf(value as Node | null),
      ]),
    );
  }
  if (isSeq(node)) {
    return node.items.map((item) => contentOf(item as Node | null));
  }
  return isScalar(node) ? node.value : unknownText;
}

function parametersOf(
  declared: unknown,
  given: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const declarations = isObject(declared) ? Object.entries(declared) : [];
  return new Map(
    declarations.map(([name, declaration]) => [name, given.get(name) ?? defaultOf(declaration)]),
  );
}

/** A parameter of Systems Manager is a name, whose value is AWS's to say. */
function defaultOf(declaration: unknown): unknown {
  if (!isObject(declaration) || String(declaration.Type).startsWith("AWS::SSM::")) {
    return unknownText;
  }
  const { Default: value, Type: type } = declaration;
  const isList = /^List<|^CommaDelimitedList$/.test(String(type));
  return isList && typeof value === "string" ? value.split(",") : (value ?? unknownText);
}

function resourceOf(logicalId: string, resource: unknown, scope: Scope): TemplateResource {
  const { Type: type, Properties: written } = isObject(resource) ? resource : {};
  const evaluated = Object.entries(isObject(written) ? written : {}).map(
    ([name, value]) => [name, evaluate(value, scope)] as const,
  );
  const macro = evaluated.find(([, { macro: found }]) => found !== undefined)?.[1].macro;
  const values = evaluated.filter(([, { value }]) => value !== undefined);
  return {
    logicalId,
    type: String(type),
    ...propertiesOf(values),
    ...(macro !== undefined && { macro }),
  };
}

function macrosOf(transform: unknown): readonly string[] {
  return [transform ?? []].flat().map((one) => (isObject(one) ? String(one.Name) : String(one)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
