// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Call } from "./call";
import type { Role } from "./tokens";

/** The user of a token, with room and role. */
export interface Participant {
  readonly roomUuid: string;
  readonly userUuid: string;
  readonly role: Role;
}

/**
 * Decides whether ids may have a token. Each method returns the latest expiry of the token, in whole
 * seconds since 1970, or throws a refusal.
 */
export interface Identities {
  admitParticipant(participant: Participant, call: Call): Promise<number>;
  admitUser(userUuid: string, call: Call): Promise<number>;
}

/** Identity mode `app-managed`: every id of valid form may have a token. */
export const appManagedIdentities: Identities = {
  admitParticipant: async () => Number.POSITIVE_INFINITY,
  admitUser: async () => Number.POSITIVE_INFINITY,
};
