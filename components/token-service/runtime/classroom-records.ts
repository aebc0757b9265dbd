// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Role } from "./tokens";

/** A classroom whose id was issued. Times are whole seconds since 1970. */
export interface ClassroomRecord {
  readonly roomUuid: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** End of ids and tokens: one hour after the class. */
  readonly expiresAt: number;
}

/** A user whose id was issued, for one classroom and one role. */
export interface ParticipantRecord {
  readonly userUuid: string;
  readonly roomUuid: string;
  readonly role: Role;
  /** The classroom's expiry. */
  readonly expiresAt: number;
}

/**
 * Storage of issued ids. A deadline is in milliseconds since 1970; a call that cannot meet it throws a
 * RecordsUnavailableError. An expired record may still be found, so callers check its expiry.
 */
export interface ClassroomRecords {
  findClassroom(roomUuid: string, deadline: number): Promise<ClassroomRecord | undefined>;
  findParticipant(userUuid: string, deadline: number): Promise<ParticipantRecord | undefined>;
  /** Adds a classroom; returns false when its id is taken, even by an expired one. */
  addClassroom(record: ClassroomRecord, deadline: number): Promise<boolean>;
  /** Adds a participant; returns false when the id is taken, even by an expired one. */
  addParticipant(record: ParticipantRecord, deadline: number): Promise<boolean>;
}
