// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Turns the resources of a program, written like examples, into what the engine shows a policy pack:
 * inputs after Check for resource rules, outputs for stack rules, unknown values where a preview does
 * not know them yet, and the siblings that each property was made from.
 */

import type { ExampleResource } from "../../../policies/tools/examples";
import { type Computed, computedOf } from "./computed";

/** The value that a preview shows for a text that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** In a first preview nothing exists yet. In a deployed stack everything does. */
export type Phase = "first preview" | "deployed";

export interface ProgramResource extends ExampleResource {
  /** Fetched with `.get()`: its values can be used, but a preview does not show it to policies. */
  readonly external?: boolean;
  /** The types of the components around it. */
  readonly inside?: readonly string[];
}

export type Program = Readonly<Record<string, ProgramResource>>;

/** A resource as the engine shows it. */
export interface Shown {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly provider?: Pick<Shown, "type" | "name" | "urn" | "inputs">;
}

/** A program of one resource, which is called `it`. */
export function one(type: string, properties: ProgramResource["properties"] = {}): Program {
  return { it: { type, properties } };
}

/** The last part of a type token, by which messages call a resource. */
export function kindOf(type: string): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

/** The value of a sibling's property, as Pulumi YAML writes it. */
export function from(property: string): string {
  return `\${${property}}`;
}

/** A value that the program marked as secret. */
export function secret(value: unknown): unknown {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}

export function urnOf(program: Program, name: string): string {
  const { type, inside = [] } = resourceOf(program, name);
  return `urn:pulumi:test::program::${[...inside, type].join("$")}::${name}`;
}

export function show(program: Program, phase: Phase): readonly Shown[] {
  const whole = { ...impliedBy(program), ...program };
  return Object.entries(whole)
    .filter(([, resource]) => resource.external !== true)
    .map(([name, resource]) => showOne(whole, phase, name, resource));
}

/** Sources of unknown values that a program may use without having them. */
const implied: Program = {
  /** Inside the program. */
  command: { type: "command:local:Command" },
  /** Outside the program. */
  elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
};

/** The implied resources that a program refers to. */
function impliedBy(program: Program): Program {
  const sources = sourcesIn(program);
  return Object.fromEntries(Object.entries(implied).filter(([name]) => sources.includes(name)));
}

function showOne(program: Program, phase: Phase, name: string, resource: ProgramResource): Shown {
  const written = Object.entries(resource.properties ?? {});
  const inputs = {
    ...checkedDefaults(name, resource),
    ...Object.fromEntries(written.map(([key, value]) => [key, resolve(value, program, phase)])),
  };
  const sources = written.map(([key, value]) => [
    key,
    [...new Set(sourcesIn(value))].map((source) => urnOf(program, source)),
  ]);
  return {
    type: resource.type,
    name,
    urn: urnOf(program, name),
    ...providerOf(program, phase, resource),
    inputs,
    outputs: { ...filledIn(name, resource, phase), ...inputs },
    // The engine leaves out the properties that come from no other resource.
    propertyDependencies: Object.fromEntries(sources.filter(([, urns]) => urns?.length !== 0)),
  };
}

/** The provider of a resource, or the default one. Its inputs that are not texts are JSON. */
function providerOf(
  program: Program,
  phase: Phase,
  { type, options }: ProgramResource,
): Pick<Shown, "provider"> {
  const [, named] = /^\$\{(\w+)\}$/.exec(options?.provider ?? "") ?? [];
  if (named !== undefined) {
    const { inputs, ...provider } = showOne(program, phase, named, resourceOf(program, named));
    const asText = Object.entries(inputs).map(([key, value]) => [
      key,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
    return { provider: { ...provider, inputs: Object.fromEntries(asText) } };
  }
  const [pack] = type.split(":", 1);
  const name = "default_1_0_0";
  const provider = `pulumi:providers:${pack}`;
  const urn = `urn:pulumi:test::program::${provider}::${name}`;
  const isComponent = /^[\w-]+:index:[A-Z]/.test(type) || pack === "pulumi";
  return isComponent ? {} : { provider: { type: provider, name, urn, inputs: {} } };
}

/** The plug-in names a bucket without a name before any policy sees it. */
function checkedDefaults(name: string, { type, properties }: ProgramResource): object {
  const property = type.startsWith("aws-native:") ? "bucketName" : "bucket";
  const named = properties?.[property] !== undefined || properties?.bucketPrefix !== undefined;
  return /:Bucket(V2)?$/.test(type) && !named ? { [property]: `${name}-4f2c1d9` } : {};
}

function filledIn(name: string, resource: ProgramResource, phase: Phase): object {
  const filled: Computed = { ...identity(name, resource), ...computedOf(resource.type) };
  return Object.fromEntries(
    Object.entries(filled).map(([key, value]) => [
      key,
      phase === "first preview" ? UNKNOWN : value,
    ]),
  );
}

function identity(name: string, resource: ProgramResource): Computed {
  const [, service] = /^\w+:(\w+)\//.exec(resource.type) ?? [];
  const given = resource.properties?.bucket ?? `${name}-4f2c1d9`;
  return /:Bucket(V2)?$/.test(resource.type)
    ? { id: given, arn: `arn:aws:s3:::${given}` }
    : { id: name, arn: `arn:aws:${service}:eu-central-1:111122223333:${name}` };
}

const reference = /\$\{(\w+)\.(\w+)\}/g;

/** A text is known if all its parts are. The engine does not know parts of a text. */
function resolve(value: unknown, program: Program, phase: Phase): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => resolve(element, program, phase));
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value);
    return Object.fromEntries(members.map(([key, one]) => [key, resolve(one, program, phase)]));
  }
  if (typeof value !== "string") {
    return value;
  }
  const parts = [...value.matchAll(reference)].map((match) => {
    const [whole, name = "", property = ""] = match;
    return { whole, known: outputOf(program, phase, name, property) };
  });
  return parts.some(({ known }) => known === UNKNOWN)
    ? UNKNOWN
    : parts.reduce((text, { whole, known }) => text.replace(whole, String(known)), value);
}

function outputOf(program: Program, phase: Phase, name: string, property: string): unknown {
  const { outputs } = showOne(program, phase, name, resourceOf(program, name));
  return outputs[property] ?? (phase === "first preview" ? UNKNOWN : `${property}-of-${name}`);
}

function sourcesIn(value: unknown): readonly string[] {
  return [...JSON.stringify(value).matchAll(reference)].map((match) => match[1] ?? "");
}

function resourceOf(program: Program, name: string): ProgramResource {
  const resource = program[name];
  if (resource === undefined) {
    throw new Error(`The program has no resource '${name}'.`);
  }
  return resource;
}

/** Properties with a value at the end of a path: `rules[0].destination.bucket`. */
export function propertiesAt(path: string, value: unknown): Readonly<Record<string, unknown>> {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  return steps.reduceRight<unknown>(
    (inner, step) => (/^\d+$/.test(step) ? [inner] : { [step]: inner }),
    value,
  ) as Record<string, unknown>;
}
