// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type JsonObject, parseJsonObject } from "./json-object";

/** The certificate that signs; the secret may hold two. */
export interface Certificate {
  /** 32 hexadecimal characters, used as written. */
  readonly value: string;
}

/** The secret has a wrong format. The message names the rule, never the value. */
export class SecretFormatError extends Error {
  public override readonly name = "SecretFormatError";
}

const members = ["primary", "secondary", "signWith"] as const;
const hex = /^[0-9a-fA-F]{32}$/;

/** Whether a value has the form of an App Certificate of Agora's. */
export function isCertificate(value: unknown): value is string {
  return typeof value === "string" && hex.test(value);
}

/**
 * Reads the secret: `{"primary": "…", "secondary"?: "…", "signWith"?: "primary" | "secondary"}`.
 * It is strict, because with a misspelt `signWith` the old certificate would silently continue to sign.
 */
export function parseSecret(text: string): Certificate {
  const secret = objectOf(text);
  if ([...secret.keys()].some((name) => !members.some((member) => member === name))) {
    throw new SecretFormatError(
      `The secret may have the members ${members.join(", ")} and no other.`,
    );
  }
  if (!isCertificate(secret.get("primary"))) {
    throw new SecretFormatError("The secret's 'primary' must be 32 hexadecimal characters.");
  }
  if (secret.has("secondary") && !isCertificate(secret.get("secondary"))) {
    throw new SecretFormatError("The secret's 'secondary' must be 32 hexadecimal characters.");
  }
  const signWith = secret.has("signWith") ? secret.get("signWith") : "primary";
  if (signWith !== "primary" && signWith !== "secondary") {
    throw new SecretFormatError("The secret's 'signWith' must be primary or secondary.");
  }
  const value = secret.get(String(signWith));
  if (!isCertificate(value)) {
    throw new SecretFormatError("The secret's 'signWith' names a certificate that is not there.");
  }
  return { value };
}

function objectOf(text: string): JsonObject {
  try {
    return parseJsonObject(text);
  } catch {
    throw new SecretFormatError("The secret must be one JSON object without duplicate members.");
  }
}
