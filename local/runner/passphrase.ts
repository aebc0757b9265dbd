// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from "node:crypto";

/** What encrypts the secrets of a run's state. */
export interface Passphrase {
  /** The variables that give it to Pulumi. */
  readonly variables: NodeJS.ProcessEnv;
  /** The passphrase itself, if it was made for this run. */
  readonly generated?: string;
}

/** The user's own passphrase, which secrets in the stack's configuration need too; else a random one for each run. */
export function passphraseOf(environment: NodeJS.ProcessEnv): Passphrase {
  const { PULUMI_CONFIG_PASSPHRASE, PULUMI_CONFIG_PASSPHRASE_FILE } = environment;
  if (PULUMI_CONFIG_PASSPHRASE !== undefined) {
    return { variables: { PULUMI_CONFIG_PASSPHRASE } };
  }
  if (PULUMI_CONFIG_PASSPHRASE_FILE) {
    return { variables: { PULUMI_CONFIG_PASSPHRASE_FILE } };
  }
  const generated = randomBytes(24).toString("base64url");
  return { variables: { PULUMI_CONFIG_PASSPHRASE: generated }, generated };
}
