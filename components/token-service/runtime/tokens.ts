// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash, randomInt } from "node:crypto";
import { AccessToken2, ServiceApaas, ServiceChat, ServiceRtm } from "agora-token/src/AccessToken2";

/** What a user is in a classroom, with Agora's number for it. */
export const agoraRoles = {
  teacher: 1,
  student: 2,
  assistant: 3,
  observer: 4,
  recorder: 0,
} as const;
export type Role = keyof typeof agoraRoles;

/** Who signs, from when, for how long. */
export interface Signing {
  readonly appId: string;
  readonly certificate: string;
  /** Start of the token's life, in whole seconds since 1970. */
  readonly issuedAt: number;
  readonly lifetimeSeconds: number;
  /** 1 to 99,999,999 from a cryptographic source; an argument so that a known token can be made again. */
  readonly salt: number;
}

/** Agora's library made no token out of what it was given. */
export class TokenNotMadeError extends Error {
  public override readonly name = "TokenNotMadeError";
}

/** A salt of Agora's range; the library's own comes from a predictable generator. */
export function newSalt(): number {
  return randomInt(1, 100_000_000);
}

/**
 * A token for one user in one room in one role. As in every Education builder of Agora's but the one
 * for Node.js, the aPaaS service carries the room-user privilege.
 */
export function roomUserToken(
  signing: Signing,
  roomUuid: string,
  userUuid: string,
  role: Role,
): string {
  const { lifetimeSeconds } = signing;
  const apaas = new ServiceApaas(roomUuid, userUuid, agoraRoles[role]);
  apaas.__role = agoraRoles[role];
  apaas.add_privilege(ServiceApaas.PRIVILEGE_ROOM_USER, lifetimeSeconds);
  const chat = new ServiceChat(createHash("md5").update(userUuid).digest("hex"));
  chat.add_privilege(ServiceChat.kPrivilegeUser, lifetimeSeconds);
  return signed(signing, [apaas, rtmLogin(userUuid, lifetimeSeconds), chat]);
}

/** A token with which one user logs in to Signaling, and nothing else. */
export function rtmToken(signing: Signing, userUuid: string): string {
  return signed(signing, [rtmLogin(userUuid, signing.lifetimeSeconds)]);
}

function rtmLogin(userUuid: string, lifetimeSeconds: number): ServiceRtm {
  const rtm = new ServiceRtm(userUuid);
  rtm.add_privilege(ServiceRtm.kPrivilegeLogin, lifetimeSeconds);
  return rtm;
}

function signed(signing: Signing, services: Parameters<AccessToken2["add_service"]>[0][]): string {
  const { appId, certificate, issuedAt, lifetimeSeconds, salt } = signing;
  const token = new AccessToken2(appId, certificate, issuedAt, lifetimeSeconds);
  token.salt = salt;
  for (const service of services) {
    token.add_service(service);
  }
  const text = token.build();
  // The library reports a malformed App ID or certificate with an empty string, not with an error.
  if (!text.startsWith("007")) {
    throw new TokenNotMadeError("Agora's library made no token.");
  }
  return text;
}
