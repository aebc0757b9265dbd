// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { randomBytes } from "node:crypto";
import type { Call } from "./call";
import type { ClassroomRecord, ClassroomRecords, ParticipantRecord } from "./classroom-records";
import { isId } from "./fields";
import type { Identities, Participant } from "./identities";
import { ClassroomOverError, ConflictError, NotFoundError, NotIssuedError } from "./problems";
import type { Role } from "./tokens";

/** How long ids and tokens are valid after the class, in seconds: as long as Agora keeps a room's data. */
const graceSeconds = 3_600;
const attempts = 3;

/**
 * Identity mode `issued`: makes one-time random ids. Each is bound to one classroom and role, and expires one
 * hour after the class.
 */
export class IssuedIdentities implements Identities {
  /** `newId` is an argument so that a test can cause a collision. */
  public constructor(
    private readonly records: ClassroomRecords,
    private readonly newId: () => string = () => randomBytes(16).toString("hex"),
  ) {}

  /** Opens a classroom with a new id. */
  public issueClassroom(startsAt: number, endsAt: number, call: Call): Promise<ClassroomRecord> {
    return this.issue((roomUuid) => {
      const record = { roomUuid, startsAt, endsAt, expiresAt: endsAt + graceSeconds };
      return { record, added: this.records.addClassroom(record, call.deadline) };
    });
  }

  /** Makes a user id for one role in a classroom whose class has not ended. */
  public issueParticipant(
    { roomUuid, endsAt, expiresAt }: ClassroomRecord,
    role: Role,
    call: Call,
  ): Promise<ParticipantRecord> {
    if (call.now >= endsAt) {
      throw new ClassroomOverError("The class has ended; it takes no new participants.");
    }
    return this.issue((userUuid) => {
      const record = { userUuid, roomUuid, role, expiresAt };
      return { record, added: this.records.addParticipant(record, call.deadline) };
    });
  }

  /** Returns the classroom of a path, or throws the reason why there is none. */
  public async classroom(roomUuid: string, call: Call): Promise<ClassroomRecord> {
    const record = isId(roomUuid)
      ? await this.records.findClassroom(roomUuid, call.deadline)
      : undefined;
    if (record === undefined) {
      throw new NotFoundError("No such classroom.");
    }
    refuseExpired(record, call);
    return record;
  }

  /** Returns the participant of a path. The caller has found the classroom. */
  public async participant(
    roomUuid: string,
    userUuid: string,
    call: Call,
  ): Promise<ParticipantRecord> {
    const record = isId(userUuid)
      ? await this.records.findParticipant(userUuid, call.deadline)
      : undefined;
    if (record?.roomUuid !== roomUuid) {
      throw new NotIssuedError("The user id was not issued for this classroom.");
    }
    return record;
  }

  public async admitParticipant(participant: Participant, call: Call): Promise<number> {
    const { roomUuid, userUuid, role } = participant;
    await this.classroom(roomUuid, call);
    const record = await this.participant(roomUuid, userUuid, call);
    if (record.role !== role) {
      throw new NotIssuedError("The user id was issued for another role.");
    }
    return record.expiresAt;
  }

  public async admitUser(userUuid: string, call: Call): Promise<number> {
    const record = await this.records.findParticipant(userUuid, call.deadline);
    if (record === undefined) {
      throw new NotIssuedError("The user id was not issued.");
    }
    refuseExpired(record, call);
    return record.expiresAt;
  }

  /** Draws ids until one is new. With 128 random bits, a second draw means that something is wrong. */
  private async issue<T>(
    add: (id: string) => { readonly record: T; readonly added: Promise<boolean> },
  ): Promise<T> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const { record, added } = add(this.newId());
      if (await added) {
        return record;
      }
    }
    throw new ConflictError("Three new ids in a row were taken; try again.");
  }
}

/** DynamoDB deletes expired records days later, so the expiry decides, not the record's absence. */
function refuseExpired({ expiresAt }: { readonly expiresAt: number }, call: Call): void {
  if (call.now >= expiresAt) {
    throw new ClassroomOverError("The classroom is over.");
  }
}
