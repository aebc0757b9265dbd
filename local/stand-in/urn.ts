// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The type of the resource itself, the last of the types that a URN carries. */
export function typeOf(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** The name that the program gave; it may hold `::`. */
export function nameOf(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
