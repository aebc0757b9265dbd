// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A policy variable as IAM writes it; of `*`, `?` and `$`, the character itself. */
export function variable(name: string): string {
  return `\${${name}}`;
}
