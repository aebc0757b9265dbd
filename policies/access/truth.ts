// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Three-valued logic: what is undefined, nobody knows. */
export type Truth = boolean | undefined;

export function allOf(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
}

export function anyOf(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}

export function opposite(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
