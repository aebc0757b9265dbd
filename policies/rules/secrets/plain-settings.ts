// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The settings that everyone can read who may describe a resource: environments, parameters, variables,
 * tags, and what a machine runs when it starts.
 */

import { below, contentOf, elements, type Reading, read } from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import { settingPlaces } from "./setting-places";
import { members, type Place, pairs, type Setting } from "./setting-readers";

export type { Setting } from "./setting-readers";

const tags: readonly Place[] = [members("tags")];
const nativeTags: readonly Place[] = [pairs("key", "tags")];

/** The settings of a resource in plain text. A setting without a name is a whole text, or not known. */
export function plainSettingsOf(resource: Resource): readonly Setting[] {
  const tagged = resource.type.startsWith("aws-native:") ? nativeTags : tags;
  return [...(settingPlaces[resource.type] ?? []), ...tagged]
    .flatMap((place) => place(resource))
    .filter(({ value }) => value.state !== "absent")
    .flatMap((setting) => [setting, ...settingsWithin(setting)]);
}

/** The settings in the JSON object that a setting holds. A finding there is about the outer setting. */
function settingsWithin({ name, value }: Setting): readonly Setting[] {
  const content = contentOf(value);
  return content.state === "known" && content.value instanceof Object
    ? textsIn(name, content).map((text) => ({
        name: text.name,
        value: { ...text.value, path: value.path },
      }))
    : [];
}

/** The texts among the outputs of a stack, at any depth. */
export function outputsOf({ props }: Resource): readonly Setting[] {
  return Object.keys(props).flatMap((name) => textsIn(name, read(props, name)));
}

function textsIn(name: string, reading: Reading): readonly Setting[] {
  if (reading.state !== "known") {
    return [];
  }
  if (Array.isArray(reading.value)) {
    return elements(reading).flatMap((element) => textsIn(name, element));
  }
  return reading.value instanceof Object
    ? Object.keys(reading.value).flatMap((member) => textsIn(member, below(reading, member)))
    : [{ name, value: reading }];
}
