// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Set to refuse providers without a plug-in instead of playing them. */
export const strictProvidersVariable = "CLASSROOM_STRICT_PROVIDERS";
