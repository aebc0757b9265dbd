// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The values that travel between the engine and a plug-in. */
export type Properties = Record<string, unknown>;

/**
 * What the engine sends, and understands, for a value that is not known yet (`UnknownStringValue`
 * of its wire format).
 */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The other sentinels: the wire format has one for each type of value. */
const unknownValues = new Set([
  unknownValue,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The key that marks special objects on the wire, and two of its values. */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const fileSignatures = new Set([
  "c44067f5952c0a294b673a41bacd8c17",
  "0def7320c3a5731c473e5ecbe6d01bc7",
]);

/** Marks a value as secret: the engine encrypts it in the state and hides it in its output. */
export function secret(value: unknown): Properties {
  return { [signatureKey]: secretSignature, value };
}

export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && unknownValues.has(value);
}

/** Whether a value, or anything in it, is not known yet. */
export function containsUnknown(value: unknown): boolean {
  return isObject(value) ? Object.values(value).some(containsUnknown) : isUnknown(value);
}

/** A map or block, as opposed to a scalar, a list, or an object with a signature such as an archive. */
export function isPlainObject(value: unknown): value is Properties {
  return isObject(value) && !Array.isArray(value) && !(signatureKey in value);
}

/** Whether two values are the same, whatever the order of their keys. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) {
    return one === other;
  }
  if (isFile(one) && isFile(other)) {
    // The engine hashes what an asset or archive holds; where it lies is not part of it.
    return one.hash === other.hash;
  }
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === others.length &&
    names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]))
  );
}

/** Removes null and undefined at every depth: to a program they are the same as absent. */
export function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutAbsent);
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([name, item]) => [name, withoutAbsent(item)]),
  );
}

function isFile(value: Properties): boolean {
  return fileSignatures.has(String(value[signatureKey]));
}

function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null;
}
