// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as pulumi from "@pulumi/pulumi";
import type { TemporaryCaller } from "./documents/api-policy";
import type { IdentityMode } from "./runtime/settings";
import type { TokenServiceArgs } from "./token-service";

/** The arguments of a token service after validation, with every default decided. */
export interface SettledArguments
  extends Omit<TokenServiceArgs, "backendRoleArns" | "certificate" | "temporaryCallers"> {
  readonly appId: pulumi.Output<string>;
  readonly identityMode: IdentityMode;
  readonly privateDnsEnabled: boolean;
  readonly inVpc: boolean;
  readonly logRetentionDays: pulumi.Input<number>;
  readonly throttlingRateLimit: pulumi.Input<number>;
  readonly throttlingBurstLimit: pulumi.Input<number>;
  readonly deletionProtection: boolean;
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly certificate: pulumi.Output<string> | undefined;
  readonly callerRoleArns: pulumi.Output<string[]>;
  readonly temporaryCallers: pulumi.Output<TemporaryCaller[]>;
  readonly administratorRoleArns: pulumi.Output<string[]>;
  /** Account that the provider works in. */
  readonly accountId: pulumi.Output<string>;
  /** The AWS region, once it is known to be the provider's. */
  readonly region: pulumi.Output<string>;
}
