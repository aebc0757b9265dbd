// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Who makes room and user ids: the app, or the token service. */
export const identityModes = ["app-managed", "issued"] as const;
export type IdentityMode = (typeof identityModes)[number];

export const defaultIdentityMode: IdentityMode = "app-managed";
