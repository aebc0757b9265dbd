// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { accountOf } from "./account";
import { alternativesOf, type Members, unwrap } from "./declarations";
import { containsUnknown, isPlainObject, type Properties } from "./properties";
import type { Sdk } from "./sdk";

/** Why an input is refused. */
export interface Problem {
  readonly property: string;
  /** The rest of the sentence that the property begins. */
  readonly reason: string;
}

/** What programs do not give: the plug-in's notes, and the tags that it merges itself and gets back after an import. */
const pluginOwn = /^(__\w+|tagsAll)$/;

/** What the engine adds to a provider's configuration. */
const engineOwn = new Set(["version", "pluginDownloadURL"]);

/**
 * Compares a provider's configuration with what the SDK declares, in sentences; what is not known
 * yet is not judged.
 */
export function configurationProblems(
  sdk: Sdk,
  configuration: Properties,
  environment: NodeJS.ProcessEnv,
): string[] {
  const given = Object.entries(configuration).filter(([name]) => !engineOwn.has(name));
  const unknown = unknownNames(sdk.configuration, Object.fromEntries(given), "").map(
    ({ property, reason }) => `Provider aws: '${property}' ${reason}`,
  );
  if (unknown.length > 0 || containsUnknown(configuration)) {
    return unknown;
  }
  try {
    accountOf(configuration, sdk.regions, environment);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Compares a resource's inputs with what the SDK declares: names that do not exist, names that are missing. */
export function inputProblems(sdk: Sdk, declared: Members, inputs: Properties): Problem[] {
  return [...unknownNames(declared, inputs, ""), ...missingNames(declared, inputs, "")].concat(
    Object.entries(inputs).flatMap(([name, value]) =>
      nestedProblems(sdk, declared.get(name)?.type ?? "", value, name),
    ),
  );
}

function unknownNames(declared: Members, inputs: Properties, path: string): Problem[] {
  return Object.keys(inputs)
    .filter((name) => !declared.has(name) && !pluginOwn.test(name))
    .map((name) => ({
      property: path + name,
      reason: `is not an input of the installed @pulumi/aws.${closest(name, [...declared.keys()])}`,
    }));
}

function missingNames(declared: Members, inputs: Properties, path: string): Problem[] {
  return [...declared]
    .filter(([name, { optional }]) => !optional && inputs[name] === undefined)
    .map(([name]) => ({ property: path + name, reason: "is required and missing." }));
}

/** Follows lists, maps and blocks as their type is declared; scalars, archives and unknowns have nothing to check. */
function nestedProblems(sdk: Sdk, type: string, value: unknown, path: string): Problem[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  // A value need only be one of the alternatives; the nearest says best what is wrong.
  const [nearest = []] = alternativesOf(type)
    .map((alternative) => alternativeProblems(sdk, unwrap(alternative), value, path))
    .sort((one, other) => one.length - other.length);
  return nearest;
}

function alternativeProblems(sdk: Sdk, type: string, value: object, path: string): Problem[] {
  if (Array.isArray(value)) {
    const item = type.endsWith("[]") ? type.slice(0, -2) : "";
    return value.flatMap((one, index) => nestedProblems(sdk, item, one, `${path}[${index}]`));
  }
  const free = /^\{\s*\[key: string\]: ([\s\S]*);\s*\}$/.exec(type)?.[1];
  const declared = sdk.nested(type);
  if (!isPlainObject(value) || (free === undefined && declared === undefined)) {
    return [];
  }
  const prefix = `${path}.`;
  return [
    ...(declared ? unknownNames(declared, value, prefix) : []),
    ...(declared ? missingNames(declared, value, prefix) : []),
    ...Object.entries(value).flatMap(([name, item]) =>
      nestedProblems(sdk, free ?? declared?.get(name)?.type ?? "", item, prefix + name),
    ),
  ];
}

/** Offers the name that was probably meant: another form of it, or one that is a slip or two away. */
function closest(name: string, names: readonly string[]): string {
  const wanted = name.toLowerCase();
  const found = names.find((other) => {
    const candidate = other.toLowerCase();
    return (
      candidate.startsWith(wanted) ||
      wanted.startsWith(candidate) ||
      slipsBetween(wanted, candidate) <= mostSlips
    );
  });
  return found === undefined ? "" : ` Did you mean '${found}'?`;
}

/** More slips than this make another word. */
const mostSlips = 2;

/** How many letters have to be added, left out or replaced to make one word of the other (Levenshtein's distance). */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, candidate] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + (letter === candidate ? 0 : 1);
      const added = (next[column] ?? 0) + 1;
      const left = (row[column + 1] ?? 0) + 1;
      next.push(Math.min(replaced, added, left));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
