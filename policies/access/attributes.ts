// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Attributes of a request that are not condition keys (all of those have a colon in their names). */

export const CALLER = "caller";
export const CANONICAL_USER = "canonical user";
export const ACTION = "action";
export const RESOURCE = "resource";
