// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Attributes of a request that are not condition keys. The attributes of keys have a colon in their names. */

export const CALLER = "caller";
export const CANONICAL_USER = "canonical user";
export const ACTION = "action";
export const RESOURCE = "resource";
/** What aws:userid says of a user or a role besides the name of the session. */
export const UNIQUE_ID = "unique id";

const callerKeys = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "kms:calleraccount",
  "aws:principalisawsservice",
  "aws:principalservicename",
  "aws:username",
  "aws:userid",
  "aws:principaltype",
]);

/** Whether the value of a key follows from the caller. */
export function isCallerKey(attribute: string): boolean {
  return callerKeys.has(attribute);
}
