// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { arnOf } from "./arns";
import type { Member } from "./declarations";
import { formats } from "./formats";
import { type Properties, unknownValue } from "./properties";
import type { Resource } from "./resource";
import type { ResourceShape, Sdk } from "./sdk";

/**
 * What a plug-in answers for a resource that it would make: its inputs, and unknown for everything that
 * only AWS can tell. The SDK says which outputs those are: the ones that are always there.
 */
export function plannedOutputs({ outputs }: ResourceShape, inputs: Properties): Properties {
  const computed = computedOf(outputs, inputs).map(([name]) => [name, unknownValue]);
  return { ...inputs, ...Object.fromEntries(computed), id: unknownValue };
}

/** The outputs of a created resource. The same resource always gets the same values. */
export function madeOutputs(
  sdk: Sdk,
  shape: ResourceShape,
  resource: Resource,
  id: string,
): Properties {
  const known = formats[resource.type]?.outputs?.(resource, id) ?? {};
  const computed = computedOf(shape.outputs, resource.inputs).map(([name, member]) => [
    name,
    known[name] ??
      (shape.inputs.has(name)
        ? unset(resource, name, member)
        : (textByName(resource, name, member) ?? emptyOf(sdk, member.type))),
  ]);
  return { ...resource.inputs, ...Object.fromEntries(computed), id };
}

/**
 * What a plug-in answers after an update: AWS's own values stay, the program's are replaced. An output
 * that was an input and no longer is one goes back to what AWS would set.
 */
export function updatedOutputs(
  fresh: Properties,
  old: { readonly inputs: Properties; readonly outputs: Properties },
  inputs: Properties,
): Properties {
  const kept = Object.entries(old.outputs).filter(
    ([name]) => name in fresh && !(name in old.inputs),
  );
  return { ...fresh, ...Object.fromEntries(kept), ...inputs };
}

/** The identifier of a resource that is made: the type's own, or one that says what it is of. */
export function identityOf(resource: Resource): string {
  const { id, idIs } = formats[resource.type] ?? {};
  const given = idIs === undefined ? undefined : resource.text(idIs);
  return id?.(resource) ?? given ?? `${resource.physicalName}-${resource.digits("id", 8)}`;
}

/** What an id says of a resource that is not in the state: the input that is its identifier. */
export function identifiedInputs(
  type: string,
  { inputs }: ResourceShape,
  id: string,
  known: Properties,
): Properties {
  const property = formats[type]?.idIs;
  return {
    ...(property !== undefined && { [property]: id }),
    ...Object.fromEntries(Object.entries(known).filter(([name]) => inputs.has(name))),
  };
}

/** The outputs that AWS sets: always there, and not given by the program. */
function computedOf(outputs: ResourceShape["outputs"], inputs: Properties): [string, Member][] {
  return [...outputs].filter(([name, { optional }]) => !optional && inputs[name] === undefined);
}

/**
 * What AWS returns for an input that the program leaves out: nothing, except for the region. A single
 * block is then absent, although the SDK's types require it. An invented block would mislead the rules.
 */
function unset(resource: Resource, name: string, { type }: Member): unknown {
  if (name === "region" && type === "string") {
    return resource.region;
  }
  return type.endsWith("[]") ? [] : emptyScalars[type];
}

const emptyScalars: Readonly<Record<string, unknown>> = { string: "", number: 0, boolean: false };

/** One fixed time for all timestamps, so that two rehearsals can be compared. */
const moment = "2026-01-01T00:00:00Z";

/** Values of text outputs by the output's name; the first match counts. */
const textByNamePatterns: readonly [RegExp, (resource: Resource, name: string) => string][] = [
  [/arns?$/i, arnOf],
  [/^(account|owner|registry)(Id)?$/, ({ account }) => account.id],
  [/region$/i, ({ region }) => region],
  [/^last|(At|Date|Time|Timestamp)$/, () => moment],
  [/^(state|status)$/, () => "ACTIVE"],
  [/(url|uri)$/i, (resource) => `https://${hostOf(resource)}`],
  [/(domain|dns|host|domainName|endpoint|fqdn)(name)?$/i, hostOf],
  [
    /(id|key|name|token|etag|version|identifier|fingerprint)$/i,
    (resource, name) => `${resource.physicalName}-${resource.digits(name, 8)}`,
  ],
];

function textByName(resource: Resource, name: string, { type }: Member): string | undefined {
  const value = textByNamePatterns.find(([pattern]) => pattern.test(name))?.[1];
  return type === "string" ? value?.(resource, name) : undefined;
}

/** A host of the region, in the DNS suffix of its partition. */
function hostOf(resource: Resource): string {
  const { account, module, region } = resource;
  return `${resource.digits("host", 12)}.${module}.${region}.${account.dnsSuffix}`;
}

/** An empty value of the declared type, so that a program can read its members. */
function emptyOf(sdk: Sdk, type: string, depth = 0): unknown {
  if (type.endsWith("[]")) {
    return [];
  }
  const members = depth > 4 ? undefined : sdk.nested(type);
  if (members === undefined) {
    return emptyScalars[type] ?? (type.startsWith("enums.") ? "" : {});
  }
  const required = [...members].filter(([, { optional }]) => !optional);
  return Object.fromEntries(
    required.map(([name, member]) => [name, emptyOf(sdk, member.type, depth + 1)]),
  );
}
