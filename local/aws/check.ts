// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Member } from "./declarations";
import { isPlainObject, isUnknown, type Properties } from "./properties";
import type { Sdk } from "./sdk";

/** Why an input is refused. */
export interface Problem {
  readonly property: string;
  readonly reason: string;
}

/** Compares a resource's inputs with what the SDK declares: names that do not exist, names that are missing. */
export function inputProblems(
  sdk: Sdk,
  declared: ReadonlyMap<string, Member>,
  inputs: Properties,
): Problem[] {
  return [...unknownNames(declared, inputs, ""), ...missingNames(declared, inputs, "")].concat(
    Object.entries(inputs).flatMap(([name, value]) =>
      nestedProblems(sdk, declared.get(name), value, name),
    ),
  );
}

function unknownNames(
  declared: ReadonlyMap<string, Member>,
  inputs: Properties,
  path: string,
): Problem[] {
  return Object.keys(inputs)
    .filter((name) => !name.startsWith("__") && !declared.has(name))
    .map((name) => ({
      property: path + name,
      reason: `is not an input of the installed SDK${closest(name, [...declared.keys()])}`,
    }));
}

function missingNames(
  declared: ReadonlyMap<string, Member>,
  inputs: Properties,
  path: string,
): Problem[] {
  return [...declared]
    .filter(([name, { optional }]) => !optional && inputs[name] === undefined)
    .map(([name]) => ({ property: path + name, reason: "is required and missing" }));
}

/** Follows blocks and lists of blocks; maps of free keys, scalars, archives and unknowns have nothing to check. */
function nestedProblems(
  sdk: Sdk,
  member: Member | undefined,
  value: unknown,
  path: string,
): Problem[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => nestedProblems(sdk, member, item, `${path}[${index}]`));
  }
  const type = /inputs\.[\w.]+/.exec(member?.type ?? "")?.[0];
  const declared = type === undefined ? undefined : sdk.nested(type);
  if (declared === undefined || !isPlainObject(value) || isUnknown(value)) {
    return [];
  }
  const prefix = `${path}.`;
  return [
    ...unknownNames(declared, value, prefix),
    ...missingNames(declared, value, prefix),
    ...Object.entries(value).flatMap(([name, item]) =>
      nestedProblems(sdk, declared.get(name), item, prefix + name),
    ),
  ];
}

/** Offers the name that was probably meant: the same letters in another case, or a beginning or ending of it. */
function closest(name: string, names: readonly string[]): string {
  const wanted = name.toLowerCase();
  const found = names.find((other) => {
    const candidate = other.toLowerCase();
    return candidate === wanted || candidate.startsWith(wanted) || wanted.startsWith(candidate);
  });
  return found === undefined ? "" : `; did you mean '${found}'?`;
}
