// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Whether a setting is a credential in plain text: by its name, by the shapes that issuers give their
 * credentials, and by how random the value looks. The answers never contain the value.
 */

import { isReference, tellingOf } from "./credential-names";
import { recognizableIn } from "./credential-shapes";

/** The credential that a setting holds, as the end of a sentence; undefined where it holds none. */
export function credentialIn(name: string, value: string): string | undefined {
  const text = value.trim();
  const telling = tellingOf(name);
  if (telling === "certificate" && appCertificate.test(text)) {
    return "an Agora App Certificate";
  }
  return recognizableIn(text) ?? (isNoCredential(text) ? undefined : byName[telling](text));
}

/** Whether an unknown value may be a credential, as far as the name tells. */
export function mayBeCredential(name: string): boolean {
  return tellingOf(name) !== "nothing" && !isReference(name);
}

const appCertificate = /^[0-9a-f]{32}$/i;

const byName: Readonly<Record<ReturnType<typeof tellingOf>, (text: string) => string | undefined>> =
  {
    password: (text) => (looksLikeName(text) ? undefined : "a password"),
    secret: (text) => (looksRandom(text) ? "a value as random as a key" : undefined),
    certificate: () => undefined,
    nothing: () => undefined,
  };

/** Values that only refer to a secret, or are plainly something else. */
const others: readonly RegExp[] = [
  /^$/,
  /^(true|false|yes|no|on|off|none|null|undefined|enabled|disabled|optional|required)$/i,
  /^-?\d{1,9}(\.\d+)?$/,
  /^arn:[\w-]+:/,
  /^[a-z][a-z0-9+.-]*:\/\/[^\s@]+$/i,
  /^\$[({]|^`|^\{\{.*\}\}$|^<.*>$|^\$[A-Za-z_]\w*\W*$|^%[^%]+%$|^%[sdv]|^[*x]+$/i,
  /^[a-z0-9-]+(\.[a-z0-9-]+)+\.[a-z]{2,6}(:\d+)?$/,
  /^(ssm|secretsmanager|vault|op|aws|env|file|projects)[:/]/i,
  /^\.{0,2}\/[\w.@ -]+(\/[\w.@ -]+)*\/?$/,
  /^\d{4}-\d{2}-\d{2}/,
  /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/,
  /^-----BEGIN (CERTIFICATE|PUBLIC KEY)/,
];

function isNoCredential(text: string): boolean {
  // An AWS secret access key may contain slashes, even as its first character.
  return others.some((other) => other.test(text)) && !awsSecretKey(text);
}

function awsSecretKey(text: string): boolean {
  return /^[A-Za-z0-9/+]{40}$/.test(text) && classesIn(text) === 3 && entropyOf(text) > 4.2;
}

/** "prod/db/password", "classroom-db-secret": at least two words without digits. */
function looksLikeName(text: string): boolean {
  const words = text.split(/[-_/.:]/);
  const isEachWord = words.every((word) => /^([A-Z]?[a-z]+([A-Z][a-z]{2,})*|[A-Z]+)$/.test(word));
  return (words.length > 1 && isEachWord) || /\s/.test(text);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * One long word with high entropy: ordinary words and versions repeat letters, random strings hardly do.
 */
function looksRandom(text: string): boolean {
  if (text.length < 16 || looksLikeName(text)) {
    return false;
  }
  if (uuid.test(text) || /^[0-9a-f]+$/i.test(text)) {
    return entropyOf(text.replaceAll("-", "")) > 2.8;
  }
  const decoded = decodedText(text);
  if (decoded !== undefined) {
    return looksRandom(decoded);
  }
  return classesIn(text) >= 2 && entropyOf(text) > 3.2 && !isOfWords(text);
}

/** "ClassroomTokenService2": pronounceable words, some with a number after them. */
function isOfWords(text: string): boolean {
  const separators = text.match(/[^A-Za-z0-9]+/g) ?? [];
  const numbers = text.match(/\d+/g) ?? [];
  const words = text.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? [];
  const average = words.join("").length / Math.max(words.length, 1);
  return (
    numbers.length <= separators.length + 1 &&
    average >= 4 &&
    words.every((word) => word.length < 4 || /[aeiouy]/i.test(word))
  );
}

/** The decoded text of a base64 value, padded or not, if it is readable. */
function decodedText(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    return undefined;
  }
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return /^[\x20-\x7e\s]{6,}$/.test(decoded) ? decoded : undefined;
}

function classesIn(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/].filter((letters) => letters.test(text)).length;
}

/** The Shannon entropy of the characters, in bits per character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}
