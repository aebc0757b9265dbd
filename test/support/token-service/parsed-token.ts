// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHmac, timingSafeEqual } from "node:crypto";
import { inflateSync } from "node:zlib";

/** A token of format 007, read without a line of Agora's own code. */
export interface ParsedToken {
  readonly appId: string;
  readonly issuedAt: number;
  readonly lifetimeSeconds: number;
  readonly salt: number;
  readonly services: readonly ParsedService[];
  readonly signature: Buffer;
  /** What the signature is over. */
  readonly signed: Buffer;
}

/** One service of a token. */
export interface ParsedService {
  readonly type: number;
  readonly privileges: Readonly<Record<number, number>>;
  /** The service's own fields, in their order; texts but for the role of an aPaaS service. */
  readonly fields: readonly (string | number)[];
}

/** Service types of the wire format. */
export const serviceTypes = { rtc: 1, rtm: 2, chat: 5, apaas: 7 } as const;

/** The bytes under the compression: what two tokens are compared by, since deflate differs between machines. */
export function inflated(token: string): Buffer {
  return inflateSync(Buffer.from(token.slice("007".length), "base64"));
}

/** Reads a token to its last byte. */
export function parseToken(token: string): ParsedToken {
  if (!token.startsWith("007")) {
    throw new RangeError("not a 007 token");
  }
  const outer = new Cursor(inflated(token));
  const signature = outer.bytes();
  const signed = outer.rest();
  const cursor = new Cursor(signed);
  const head = {
    appId: cursor.text(),
    issuedAt: cursor.unsigned32(),
    lifetimeSeconds: cursor.unsigned32(),
    salt: cursor.unsigned32(),
  };
  const services = Array.from({ length: cursor.unsigned16() }, () => readService(cursor));
  if (cursor.rest().length > 0) {
    throw new RangeError("bytes after the last service");
  }
  return { ...head, services, signature, signed };
}

/** Whether a certificate signed the token. */
export function isSignedWith(token: ParsedToken, certificate: string): boolean {
  const byTime = hmac(littleEndian(token.issuedAt), Buffer.from(certificate));
  const bySalt = hmac(littleEndian(token.salt), byTime);
  return timingSafeEqual(hmac(bySalt, token.signed), token.signature);
}

/** The one service of a type. */
export function serviceOf(token: ParsedToken, type: number): ParsedService {
  const [service, second] = token.services.filter((candidate) => candidate.type === type);
  if (service === undefined || second !== undefined) {
    throw new RangeError(`not one service of type ${type}`);
  }
  return service;
}

function readService(cursor: Cursor): ParsedService {
  const type = cursor.unsigned16();
  const privileges = Object.fromEntries(
    Array.from({ length: cursor.unsigned16() }, () => [cursor.unsigned16(), cursor.unsigned32()]),
  );
  return { type, privileges, fields: readFields(type, cursor) };
}

function readFields(type: number, cursor: Cursor): (string | number)[] {
  switch (type) {
    case serviceTypes.rtc:
      return [cursor.text(), cursor.text()];
    case serviceTypes.rtm:
    case serviceTypes.chat:
      return [cursor.text()];
    case serviceTypes.apaas:
      return [cursor.text(), cursor.text(), cursor.signed16()];
    default:
      throw new RangeError(`unknown service type ${type}`);
  }
}

function hmac(key: Buffer, message: Buffer): Buffer {
  return createHmac("sha256", key).update(message).digest();
}

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

class Cursor {
  private position = 0;

  public constructor(private readonly buffer: Buffer) {}

  public unsigned16(): number {
    return this.advance(2).readUInt16LE();
  }

  public signed16(): number {
    return this.advance(2).readInt16LE();
  }

  public unsigned32(): number {
    return this.advance(4).readUInt32LE();
  }

  public bytes(): Buffer {
    return this.advance(this.unsigned16());
  }

  public text(): string {
    return this.bytes().toString("utf8");
  }

  public rest(): Buffer {
    return this.advance(this.buffer.length - this.position);
  }

  private advance(length: number): Buffer {
    if (this.position + length > this.buffer.length) {
      throw new RangeError("the token ends too early");
    }
    this.position += length;
    return this.buffer.subarray(this.position - length, this.position);
  }
}
