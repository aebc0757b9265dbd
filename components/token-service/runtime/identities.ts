// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Call } from "./call";
import type { Role } from "./tokens";

/** Whom a token is for. */
export interface Participant {
  readonly roomUuid: string;
  readonly userUuid: string;
  readonly role: Role;
}

/**
 * Decides whether ids may have a token. Each answer is the time, in whole seconds since 1970, that the
 * token may not outlive; a refusal is thrown.
 */
export interface Identities {
  admitParticipant(participant: Participant, call: Call): Promise<number>;
  admitUser(userUuid: string, call: Call): Promise<number>;
}

/** Ids are the app's own: their form, which the body's fields have, is all that is asked. */
export const appManagedIdentities: Identities = {
  admitParticipant: async () => Number.POSITIVE_INFINITY,
  admitUser: async () => Number.POSITIVE_INFINITY,
};
