// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { ClassroomRecord, ClassroomRecords, ParticipantRecord } from "./classroom-records";

/** How long an expired record is kept, in seconds, so that a late call gets 410 and not 404. */
const keptAfterExpiry = 48 * 3600;

/** Stores issued ids in memory, for the local server. They are lost when it ends. */
export class MemoryClassroomRecords implements ClassroomRecords {
  private readonly classrooms = new Map<string, ClassroomRecord>();
  private readonly participants = new Map<string, ParticipantRecord>();

  /** The clock returns milliseconds since 1970. */
  public constructor(private readonly clock: () => number) {}

  public async findClassroom(roomUuid: string): Promise<ClassroomRecord | undefined> {
    return this.classrooms.get(roomUuid);
  }

  public async findParticipant(userUuid: string): Promise<ParticipantRecord | undefined> {
    return this.participants.get(userUuid);
  }

  public async addClassroom(record: ClassroomRecord): Promise<boolean> {
    return this.add(this.classrooms, record.roomUuid, record);
  }

  public async addParticipant(record: ParticipantRecord): Promise<boolean> {
    return this.add(this.participants, record.userUuid, record);
  }

  private add<T extends { expiresAt: number }>(
    records: Map<string, T>,
    id: string,
    record: T,
  ): boolean {
    this.forgetExpired(records);
    if (records.has(id)) {
      return false;
    }
    records.set(id, record);
    return true;
  }

  private forgetExpired(records: Map<string, { expiresAt: number }>): void {
    const now = this.clock() / 1000;
    for (const [id, { expiresAt }] of records) {
      if (expiresAt + keptAfterExpiry < now) {
        records.delete(id);
      }
    }
  }
}
