// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The form of an Agora App ID: 32 hexadecimal characters in either case. It is used as written. */
export const appIdPattern = /^[0-9a-fA-F]{32}$/;

export function isAppId(value: string): boolean {
  return appIdPattern.test(value);
}
