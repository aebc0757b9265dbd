// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Resources that other resources make: what stands in a CloudFormation template, or in the desired state
 * of a Cloud Control resource, is judged like a resource of `aws-native`, which is generated from the same types.
 */

import { unknownCheckingProxy } from "@pulumi/policy";
import { unknownText } from "./cloudformation/intrinsics";
import { typeTokenOf } from "./cloudformation/names";
import { propertiesOf } from "./cloudformation/properties";
import { type TemplateResource, templateIn } from "./cloudformation/template";
import { partialCopy } from "./partial-copy";
import { below, elements, type Reading, read, textOf } from "./reading";
import type { Provider, Resource, StackResource } from "./stack";

/** A part of a resource that makes resources which nobody can judge. */
export interface Unreadable {
  readonly property: string;
  readonly because: string;
  /** It is unknown until the update; by then it may be readable. */
  readonly isUnknown?: true;
}

export interface Embedded {
  readonly resources: readonly StackResource[];
  readonly unreadable: readonly Unreadable[];
}

type Reader = (host: Resource) => Embedded;

const templates: Reader = (host) => {
  const body = read(host.props, "templateBody");
  const url = read(host.props, "templateUrl");
  return body.state === "absent" && url.state !== "absent"
    ? opaque("templateUrl", "the template is fetched when CloudFormation makes the stack")
    : templateAt(host, body);
};

const desiredStates: Reader = (host) =>
  singleResource(host, read(host.props, "typeName"), read(host.props, "desiredState"));

const extensions: Reader = (host) =>
  singleResource(host, read(host.props, "type"), read(host.props, "properties"));

const readers: ReadonlyMap<string, Reader> = new Map([
  ["aws:cloudformation/stack:Stack", templates],
  ["aws:cloudformation/stackSet:StackSet", templates],
  ["aws-native:cloudformation:Stack", templates],
  ["aws-native:cloudformation:StackSet", templates],
  ["aws:cloudcontrol/resource:Resource", desiredStates],
  ["aws-native:index:ExtensionResource", extensions],
]);

/** The types whose resources make others. */
export const hostTypes: readonly string[] = [...readers.keys()];

const nothing: Embedded = { resources: [], unreadable: [] };
const deepest = 5;

/** What a resource makes, and what of it cannot be read. */
export function embeddedIn(host: Resource): Embedded {
  const reader = readers.get(host.type);
  try {
    return reader?.(host) ?? nothing;
  } catch (error) {
    // A template that breaks the reader is one that nobody has looked into.
    return opaque(
      "templateBody",
      `reading it stopped with ${error instanceof Error ? error.name : "an error"}`,
    );
  }
}

/** A resource and all that it makes, at any depth. */
export function withEmbedded<R extends Resource>(
  resource: R,
  depth = 0,
): readonly (R | StackResource)[] {
  return depth > deepest || !readers.has(resource.type)
    ? [resource]
    : [resource, ...embeddedIn(resource).resources.flatMap((one) => withEmbedded(one, depth + 1))];
}

function templateAt(host: Resource, body: Reading): Embedded {
  const property = "templateBody";
  if (body.state === "absent") {
    return nothing;
  }
  if (body.state === "unknown") {
    return opaque(property, "it is not known until the update", true);
  }
  const content =
    typeof body.value === "string" ? body.value : partialCopy(body.value, unknownText);
  const template = templateIn(content, parametersOf(host));
  if (typeof template === "string") {
    return opaque(property, template);
  }
  const unreadable = [
    ...template.macros.map((macro) =>
      because(property, `the macro '${macro}' rewrites the template`),
    ),
    ...template.resources.flatMap((one) => problemsOf(property, one)),
  ];
  return { resources: resourcesOf(host, template.resources), unreadable };
}

function problemsOf(
  property: string,
  { logicalId, type, macro }: TemplateResource,
): readonly Unreadable[] {
  const at = `${property}.Resources.${logicalId}`;
  return [
    ...(typeTokenOf(type) === undefined || /^AWS::Serverless::|::CustomResource$/.test(type)
      ? [because(at, `no rule can look into the type '${type}'`)]
      : []),
    ...(macro === undefined ? [] : [because(at, `the macro '${macro}' rewrites its properties`)]),
  ];
}

/** Pulumi's provider takes a map, CloudFormation's own type a list. */
function parametersOf(host: Resource): ReadonlyMap<string, unknown> {
  const given = partialCopy(host.props, unknownText) as Record<string, unknown>;
  const { parameters } = given;
  if (Array.isArray(parameters)) {
    return new Map(parameters.map((one) => [String(one?.parameterKey), one?.parameterValue]));
  }
  return new Map(Object.entries((parameters ?? {}) as object));
}

function resourcesOf(
  host: Resource,
  written: readonly TemplateResource[],
): readonly StackResource[] {
  const dependencies = new Map(written.map(({ logicalId }) => [logicalId, new Map()]));
  const made = written.flatMap((one) => {
    const token = typeTokenOf(one.type);
    return token === undefined ? [] : [embedded(host, one.logicalId, token, one.properties)];
  });
  const byId = new Map(made.map((resource) => [resource.name, resource]));
  for (const { logicalId, sources } of written) {
    for (const [property, ids] of sources) {
      const siblings = [...ids].flatMap((id) => byId.get(id) ?? []);
      dependencies.get(logicalId)?.set(property, siblings);
    }
  }
  for (const resource of made) {
    Object.assign(
      resource.propertyDependencies,
      Object.fromEntries(dependencies.get(resource.name) ?? []),
    );
  }
  return made;
}

function singleResource(host: Resource, type: Reading, state: Reading): Embedded {
  const name = textOf(type);
  if (name === undefined || state.state === "unknown") {
    return opaque(state.path, "it is not known until the update", true);
  }
  const token = typeTokenOf(name);
  const content = state.state === "known" ? contentOf(state.value) : {};
  if (token === undefined || content === undefined) {
    return opaque(
      content === undefined ? state.path : type.path,
      content === undefined ? "it is no JSON object" : `no rule can look into the type '${name}'`,
    );
  }
  const known = Object.entries(content).map(
    ([key, value]) => [key, { value, sources: new Set<string>() }] as const,
  );
  const resource = embedded(host, host.name, token, propertiesOf(known).properties);
  const written = known.length === 0 ? [] : Object.keys(resource.props);
  Object.assign(resource.propertyDependencies, Object.fromEntries(written.map((key) => [key, []])));
  return { resources: [resource], unreadable: [] };
}

function contentOf(value: unknown): object | undefined {
  try {
    const content: unknown =
      typeof value === "string" ? JSON.parse(value) : partialCopy(value, unknownText);
    return typeof content === "object" && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}

function embedded(
  host: Resource,
  name: string,
  type: string,
  properties: Readonly<Record<string, unknown>>,
): StackResource {
  const provider = providerOf(host);
  return {
    type,
    name,
    urn: `${host.urn}#${name}`,
    within: host,
    props: unknownCheckingProxy({ ...properties }) as Record<string, unknown>,
    propertyDependencies: {},
    ...(provider !== undefined && { provider }),
  };
}

/** What a stack makes lies where the stack lies, which its own `region` says before its provider does. */
function providerOf({ props, provider }: Resource): Provider | undefined {
  const [region] = elements(below({ state: "known", path: "", value: props }, "region"));
  return provider && region?.state === "known"
    ? { ...provider, props: { ...provider.props, region: region.value } }
    : provider;
}

function opaque(property: string, reason: string, isUnknown?: true): Embedded {
  return {
    resources: [],
    unreadable: [{ ...because(property, reason), ...(isUnknown && { isUnknown }) }],
  };
}

function because(property: string, reason: string): Unreadable {
  return { property, because: reason };
}
