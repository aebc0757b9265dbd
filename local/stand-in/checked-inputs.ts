// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Account } from "./account";
import { alternativesOf } from "./declarations";
import { type NamingWish, withName } from "./naming";
import { containsUnknown, isPlainObject, type Properties, unknownValue } from "./properties";
import type { ResourceShape } from "./sdk";

/** A resource that is checked. */
export interface Subject {
  readonly urn: string;
  readonly shape: ResourceShape;
  readonly account: Account;
  readonly old: Properties;
  readonly wish?: NamingWish;
}

/**
 * The inputs as the AWS plug-in's Check hands them on, which is what rules get to see and what the next
 * update is compared with: policy documents as text, the region, all tags, and a name.
 */
export function checkedInputs({ urn, shape, account, old, wish }: Subject, inputs: Properties) {
  const complete = {
    ...documentsAsText(shape, inputs),
    ...inheritedInputs(shape, account, inputs),
  };
  return withName(urn, shape, old, complete, wish);
}

/** What a resource inherits from its provider: the region and the tags. */
export function inheritedInputs(shape: ResourceShape, account: Account, inputs: Properties) {
  return { ...regionOf(shape, account, inputs), ...allTags(shape, account, inputs) };
}

/** Programs may pass a policy as an object. AWS takes text, which is unknown if any part of it is. */
function documentsAsText({ inputs: declared }: ResourceShape, inputs: Properties): Properties {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const types = alternativesOf(declared.get(name)?.type ?? "");
      const isDocument = types.includes("string") && types.some((type) => /^inputs\./.test(type));
      return [name, isDocument && isPlainObject(value) ? text(value) : value];
    }),
  );
}

function text(document: Properties): string {
  return containsUnknown(document) ? unknownValue : JSON.stringify(document);
}

/**
 * Since version 7 of the SDK a regional resource has a region of its own, which is its provider's
 * unless it says otherwise.
 */
function regionOf({ inputs: declared }: ResourceShape, account: Account, inputs: Properties) {
  const member = declared.get("region");
  const isOwn = member?.optional && member.type === "string" && !member.deprecated;
  return isOwn && { region: inputs.region ?? account.region };
}

/** The resource's own tags override its provider's. */
function allTags(
  { inputs: declared, outputs }: ResourceShape,
  account: Account,
  inputs: Properties,
) {
  if (!declared.has("tags") || !outputs.has("tagsAll")) {
    return {};
  }
  if (containsUnknown(inputs.tags)) {
    return { tagsAll: unknownValue };
  }
  const tags = Object.entries({
    ...account.defaultTags,
    ...(inputs.tags as Properties | undefined),
  });
  return { tagsAll: Object.fromEntries(tags.filter(([key]) => !account.ignoresTag(key))) };
}
