// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash, randomInt } from "node:crypto";
import { AccessToken2, ServiceApaas, ServiceChat, ServiceRtm } from "agora-token/src/AccessToken2";

/** Roles of users in a classroom, with Agora's numbers. */
export const agoraRoles = {
  teacher: 1,
  student: 2,
  assistant: 3,
  observer: 4,
  recorder: 0,
} as const;
export type Role = keyof typeof agoraRoles;

/** Signing parameters of a token. */
export interface Signing {
  readonly appId: string;
  readonly certificate: string;
  /** Start of the token's validity, in whole seconds since 1970. */
  readonly issuedAt: number;
  readonly lifetimeSeconds: number;
  /** 1 to 99,999,999, from a cryptographic source. It is an argument so that tests can make known tokens. */
  readonly salt: number;
}

/** Agora's library made no token. */
export class TokenNotMadeError extends Error {
  public override readonly name = "TokenNotMadeError";
}

/** Makes a salt in Agora's range. The library's own salt comes from a predictable generator. */
export function newSalt(): number {
  return randomInt(1, 100_000_000);
}

/**
 * Makes a token for one user in one room in one role. The aPaaS service has the room-user privilege, as in
 * Agora's Education builders for every language but Node.js.
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

/** Makes a token with which one user can log in to Signaling and do nothing else. */
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
  // For a malformed App ID or certificate, the library returns an empty string and throws no error.
  if (!text.startsWith("007")) {
    throw new TokenNotMadeError("Agora's library made no token.");
  }
  return text;
}
