// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What the name of a setting tells about its value. */

/** How sure a name makes us: a password may be any text, a secret has to look random. */
export type Telling = "password" | "secret" | "certificate" | "nothing";

const passwords = /^(password|passwords|passwd|passphrase|pwd)\d*$/;
/** Words after "password" with which it is still one: which of several, and whose. */
const qualifiers =
  /^(\d+|v\d+|primary|secondary|old|new|current|previous|next|first|second|main|default|initial|temporary|temp|prod|production|dev|development|test|staging|live|plain|plaintext|cleartext|raw|value|text|base64|admin|root|master|app|db|database|reader|writer)$/;
const secrets =
  /^(secret|secrets|token|tokens|credential|credentials|auth|authorization|bearer|apikey|accesskey|secretkey|privatekey|signingkey|encryptionkey|authkey|masterkey|sharedkey|licensekey|hmac|pat|dsn|webhook)$/;
const kindsOfKeys =
  /^(agora|api|access|secret|private|signing|encryption|auth|master|shared|license|service|account|client|rest|admin|app|storage|session|jwt|hmac|aes|ssh)$/;
const certificates = /^(certificate|certificates|cert|appcertificate|appcert|agoracertificate)$/;

/** Words that, at the end of a name, say that its value only refers to a secret or describes it. */
const references =
  /^(arn|arns|name|names|id|ids|path|url|uri|endpoint|host|file|filename|dir|ref|alias|region|account|bucket|table|queue|topic|role|policy|type|kind|version|stage|label|prefix|suffix|header|headers|issuer|audience|algorithm|alg|method|mode|scope|scopes|provider|store|backend|ttl|lifetime|expiry|expiration|expires|seconds|minutes|hours|days|duration|timeout|age|rotation|reset|template|hasher|strength|grant|interval|length|size|count|limit|max|min|enabled|disabled|required|optional|source|service|server|domain|tenant|user|username|email|group|realm|pool|client|fingerprint|thumbprint|serial|md5|sha1|sha256|digest|hash|checksum|parameter|placeholder|example|format|regex|pattern|field|column|validation|verifier|validator|required|rate)$/;

/** Words that, at the end of a name of a certificate, say that it is about one that anybody may see. */
const aboutCertificates =
  /^(id|ids|fingerprint|thumbprint|serial|md5|sha1|sha256|digest|hash|checksum)$/;

/** "AGORA_APP_CERTIFICATE", "agoraAppCertificate", "agora/app-certificate": their words, in lower case. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]/)
    .filter((word) => word !== "");
}

/** Whether the value of a name only refers to what the name is of: a certificate's ARN, a secret's path. */
export function isReference(name: string): boolean {
  return references.test(wordsOf(name).at(-1) ?? "");
}

export function tellingOf(name: string): Telling {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  const before = words.at(-2) ?? "";
  if (words.some((word) => certificates.test(word))) {
    return aboutCertificates.test(last) ? "nothing" : "certificate";
  }
  if (references.test(last)) {
    return "nothing";
  }
  const password = words.findLastIndex((word) => passwords.test(word));
  const isPassword =
    password >= 0 && words.slice(password + 1).every((word) => qualifiers.test(word));
  if (last === "pass" || isPassword) {
    return "password";
  }
  const isKey = /^keys?$/.test(last) && kindsOfKeys.test(before);
  return isKey || password >= 0 || words.some((word) => secrets.test(word)) ? "secret" : "nothing";
}
