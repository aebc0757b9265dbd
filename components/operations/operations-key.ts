// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { recoveryDays } from "./deletion-protection";
import { operationsKeyPolicy } from "./operations-key-policy";

interface OperationsKey {
  readonly awsRegion: pulumi.Input<string>;
  readonly accountId: pulumi.Input<string>;
  readonly deletionProtection: boolean;
}

/** Makes the KMS key for the logs, alarms and table of issued ids of one data centre. */
export function makeOperationsKey(
  name: string,
  { awsRegion, accountId, deletionProtection }: OperationsKey,
  opts: pulumi.CustomResourceOptions,
): aws.kms.Key {
  return new aws.kms.Key(
    `${name}-operations-key`,
    {
      description: `Logs, alarms and records of ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: recoveryDays(deletionProtection),
      policy: pulumi.output({ awsRegion, accountId }).apply(operationsKeyPolicy),
    },
    { ...opts, protect: deletionProtection },
  );
}
