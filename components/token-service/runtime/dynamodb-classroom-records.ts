// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { AwsCallError, type AwsJsonClient } from "./aws-json-client";
import type { ClassroomRecord, ClassroomRecords, ParticipantRecord } from "./classroom-records";
import { RecordsUnavailableError } from "./problems";
import { agoraRoles, type Role } from "./tokens";

/** A value with its type, as DynamoDB writes it. */
type Attribute = { readonly S: string } | { readonly N: string };
type Item = Readonly<Record<string, Attribute>>;

/** An item of the table has no attribute that we write into every item. */
export class RecordFormatError extends Error {
  public override readonly name = "RecordFormatError";
}

/**
 * Stores issued ids in a DynamoDB table with partition key `id` (a string) and time to live `expiresAt`.
 * The prefix of the key separates the two kinds of record. Reads are strongly consistent, so that an id
 * can be used as soon as it is issued.
 */
export class DynamoDbClassroomRecords implements ClassroomRecords {
  public constructor(
    private readonly client: AwsJsonClient,
    private readonly tableName: string,
  ) {}

  public async findClassroom(
    roomUuid: string,
    deadline: number,
  ): Promise<ClassroomRecord | undefined> {
    const item = await this.find(classroomKey(roomUuid), deadline);
    return (
      item && {
        roomUuid,
        startsAt: numberOf(item, "startsAt"),
        endsAt: numberOf(item, "endsAt"),
        expiresAt: numberOf(item, "expiresAt"),
      }
    );
  }

  public async findParticipant(
    userUuid: string,
    deadline: number,
  ): Promise<ParticipantRecord | undefined> {
    const item = await this.find(participantKey(userUuid), deadline);
    return (
      item && {
        userUuid,
        roomUuid: textOf(item, "roomUuid"),
        role: roleOf(item),
        expiresAt: numberOf(item, "expiresAt"),
      }
    );
  }

  public addClassroom(record: ClassroomRecord, deadline: number): Promise<boolean> {
    const { roomUuid, startsAt, endsAt, expiresAt } = record;
    const item = {
      id: { S: classroomKey(roomUuid) },
      startsAt: { N: String(startsAt) },
      endsAt: { N: String(endsAt) },
      expiresAt: { N: String(expiresAt) },
    };
    return this.add(item, deadline);
  }

  public addParticipant(record: ParticipantRecord, deadline: number): Promise<boolean> {
    const { userUuid, roomUuid, role, expiresAt } = record;
    const item = {
      id: { S: participantKey(userUuid) },
      roomUuid: { S: roomUuid },
      role: { S: role },
      expiresAt: { N: String(expiresAt) },
    };
    return this.add(item, deadline);
  }

  private async find(id: string, deadline: number): Promise<Item | undefined> {
    const input = { TableName: this.tableName, Key: { id: { S: id } }, ConsistentRead: true };
    const answer = await this.call("GetItem", input, deadline);
    return (answer as { Item?: Item }).Item;
  }

  /** With the condition, only one of two writers of an id succeeds; the other gets false. */
  private async add(item: Item, deadline: number): Promise<boolean> {
    const input = {
      TableName: this.tableName,
      Item: item,
      ConditionExpression: "attribute_not_exists(id)",
    };
    try {
      await this.call("PutItem", input, deadline);
      return true;
    } catch (error) {
      if (isTaken(error)) {
        return false;
      }
      throw error;
    }
  }

  private async call(operation: string, input: object, deadline: number): Promise<unknown> {
    try {
      return await this.client.call(operation, input, deadline);
    } catch (error) {
      if (isTaken(error)) {
        throw error;
      }
      throw new RecordsUnavailableError("The issued ids are not available; try again later.", {
        cause: error,
      });
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof AwsCallError && error.code === "ConditionalCheckFailedException";
}

function classroomKey(roomUuid: string): string {
  return `classroom#${roomUuid}`;
}

function participantKey(userUuid: string): string {
  return `participant#${userUuid}`;
}

function textOf(item: Item, name: string): string {
  const attribute = item[name];
  if (attribute === undefined || !("S" in attribute)) {
    throw new RecordFormatError(`Record attribute '${name}' must be a string.`);
  }
  return attribute.S;
}

function numberOf(item: Item, name: string): number {
  const attribute = item[name];
  const value = attribute !== undefined && "N" in attribute ? Number(attribute.N) : Number.NaN;
  if (!Number.isSafeInteger(value)) {
    throw new RecordFormatError(`Record attribute '${name}' must be a whole number.`);
  }
  return value;
}

function roleOf(item: Item): Role {
  const role = textOf(item, "role");
  if (!Object.hasOwn(agoraRoles, role)) {
    throw new RecordFormatError("Record attribute 'role' must be the name of a role.");
  }
  return role as Role;
}
