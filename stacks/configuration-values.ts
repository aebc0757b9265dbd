// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { aws } from "./configuration-description/aws";
import type { ValuesOf } from "./configuration-description/kinds";
import type { stack } from "./configuration-description/stack";

type StackValues = ValuesOf<typeof stack>;

/** The configuration of one data centre, with its AWS region resolved. */
export type RegionConfiguration = Omit<StackValues["regions"][number], "awsRegion"> & {
  readonly awsRegion: string;
};

/** A stack's configuration, without the certificate, which no code but `read-config.ts` touches. */
export type Configuration = Omit<StackValues, "regions" | "certificate"> & {
  readonly regions: readonly RegionConfiguration[];
};

/** How the providers of all data centres reach AWS. */
export type AwsConfiguration = Partial<ValuesOf<typeof aws>>;
