// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Member } from "./declarations";
import { FORMATS } from "./formats";
import { type Properties, UNKNOWN } from "./properties";
import type { Resource } from "./resource";
import type { ResourceShape, Sdk } from "./sdk";

/**
 * What a plug-in answers for a resource that it would make: its inputs, and unknown for everything that
 * only AWS can tell. The SDK says which outputs those are: the ones that are always there.
 */
export function plannedOutputs(shape: ResourceShape, inputs: Properties): Properties {
  return completed(shape, inputs, () => UNKNOWN);
}

/** What a plug-in answers for a resource that it has made. The same resource always gets the same values. */
export function madeOutputs(
  sdk: Sdk,
  shape: ResourceShape,
  resource: Resource,
  id: string,
): Properties {
  const known: Properties = {
    ...FORMATS[resource.type]?.outputs?.(resource, id),
    region: resource.region,
    tagsAll: { ...resource.account.defaultTags, ...(resource.inputs.tags as object | undefined) },
  };
  return completed(
    shape,
    resource.inputs,
    (name, member) =>
      known[name] ?? valueByName(resource, name, member) ?? valueByType(sdk, member.type),
  );
}

/** The identifier of a resource that is made: the type's own, or one that says what it is of. */
export function identityOf(resource: Resource): string {
  return (
    FORMATS[resource.type]?.id?.(resource) ?? `${resource.physicalName}-${resource.digits("id", 8)}`
  );
}

function completed(
  { outputs }: ResourceShape,
  inputs: Properties,
  value: (name: string, member: Member) => unknown,
): Properties {
  const computed = [...outputs]
    .filter(([name, { optional }]) => !optional && inputs[name] === undefined)
    .map(([name, member]) => [name, value(name, member)]);
  return { ...inputs, ...Object.fromEntries(computed) };
}

/** A plausible value for text whose name says what it is. */
function valueByName(resource: Resource, name: string, { type }: Member): string | undefined {
  if (type !== "string") {
    return undefined;
  }
  if (/arn$/i.test(name)) {
    return resource.arn(resource.module, `${kindOf(resource)}/${resource.physicalName}`);
  }
  if (/^(account|owner|registry)(Id)?$/.test(name)) {
    return resource.account.id;
  }
  return /(Id|Key|Name|Url|Endpoint|Token|Etag)$/i.test(name) && !/^kms/i.test(name)
    ? `${resource.physicalName}-${resource.digits(name, 8)}`
    : undefined;
}

function kindOf({ type }: Resource): string {
  return (type.split(":").at(-1) ?? "").toLowerCase();
}

/** An empty value of the declared type, so that no program trips over a hole. */
function valueByType(sdk: Sdk, type: string, depth = 0): unknown {
  if (type.endsWith("[]")) {
    return [];
  }
  const members = depth > 4 ? undefined : sdk.nested(type);
  if (members !== undefined) {
    return Object.fromEntries(
      [...members]
        .filter(([, { optional }]) => !optional)
        .map(([name, member]) => [name, valueByType(sdk, member.type, depth + 1)]),
    );
  }
  return { string: "", number: 0, boolean: false }[type] ?? (type.startsWith("enums.") ? "" : {});
}
