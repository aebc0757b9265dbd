// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The settings that everyone can read who may describe a resource: environments, parameters, variables,
 * tags, and what a machine runs when it starts.
 */

import { plainTextSettings, type SettingForm } from "../../provider-tables/plain-text-settings";
import {
  type AttributePath,
  below,
  contentOf,
  elements,
  type Reading,
  read,
} from "../../resources/reading";
import type { Resource } from "../../resources/stack";
import {
  containers,
  members,
  pairs,
  parameter,
  type Setting,
  type SettingReader,
  script,
  text,
} from "./setting-readers";

export type { Setting } from "./setting-readers";

const tags = members("tags");
const nativeTags = pairs("key", "tags");

const readers: Readonly<Record<SettingForm, (path: AttributePath) => SettingReader>> = {
  members: (path) => members(...path),
  "name-value-pairs": (path) => pairs("name", ...path),
  "option-value-pairs": (path) => pairs("optionName", ...path),
  containers: (path) => containers(...path),
  text: (path) => text(...path),
  script: (path) => script(...path),
  parameter: () => parameter,
};

const readersByType: ReadonlyMap<string, readonly SettingReader[]> = new Map(
  [...plainTextSettings].map(([type, listed]) => [
    type,
    listed.map(({ path, entry }) => readers[entry](path)),
  ]),
);

/** The settings of a resource in plain text. A setting without a name is a whole text, or not known. */
export function plainSettingsOf(resource: Resource): readonly Setting[] {
  const tagged = resource.type.startsWith("aws-native:") ? nativeTags : tags;
  return [...(readersByType.get(resource.type) ?? []), tagged]
    .flatMap((settingsOf) => settingsOf(resource))
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
