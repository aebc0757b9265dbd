// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The data centres of Agora Flexible Classroom, as the Classroom SDK spells them in `region`. */
export const dataCenters = ["CN", "AP", "EU", "NA"] as const;
export type DataCenter = (typeof dataCenters)[number];
