// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What the name of a setting tells about its value. */

import words from "./credential-words.json";

/** A password may be any text; a secret has to look random. */
export type Telling = "password" | "secret" | "certificate" | "nothing";

const passwords = new Set(words.passwords);
/** Words after "password" with which it is still one: which of several, and whose. */
const qualifiers = new Set(words.qualifiers);
const secrets = new Set(words.secrets);
/** Words before "key" that make it a secret one. */
const kindsOfKeys = new Set(words.kindsOfKeys);
const certificates = new Set(words.certificates);
/** Words at the end of a name with which the value only refers to a secret or describes it. */
const references = new Set(words.references);
/** Words at the end of a name with which the value describes a certificate that anyone may see. */
const aboutCertificates = new Set(words.aboutCertificates);

/** The words of "AGORA_APP_CERTIFICATE", "agoraAppCertificate" or "agora/app-certificate", in lower case. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word !== "");
}

/** Whether the value only refers to a credential: a certificate's ARN, a secret's path. */
export function isReference(name: string): boolean {
  return references.has(wordsOf(name).at(-1) ?? "");
}

export function tellingOf(name: string): Telling {
  const parts = wordsOf(name);
  const last = parts.at(-1) ?? "";
  const before = parts.at(-2) ?? "";
  if (parts.some((part) => certificates.has(part))) {
    return aboutCertificates.has(last) ? "nothing" : "certificate";
  }
  if (references.has(last)) {
    return "nothing";
  }
  const password = parts.findLastIndex((part) => passwords.has(part.replace(/\d+$/, "")));
  const isPassword = password >= 0 && parts.slice(password + 1).every(isQualifier);
  if (last === "pass" || isPassword) {
    return "password";
  }
  const isKey = /^keys?$/.test(last) && kindsOfKeys.has(before);
  return isKey || password >= 0 || parts.some((part) => secrets.has(part)) ? "secret" : "nothing";
}

/** "primary", "2", "v2". */
function isQualifier(word: string): boolean {
  return qualifiers.has(word) || /^v?\d+$/.test(word);
}
