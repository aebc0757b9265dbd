// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readBody } from "../body";
import type { Operation } from "../call";
import { lifetime, readFields } from "../fields";
import type { IssuedIdentities } from "../issued-identities";
import type { TokenIssuer } from "../token-issuer";

/** `POST /v1/classrooms/{roomUuid}/participants/{userUuid}/tokens` */
export function renewParticipantToken(
  identities: IssuedIdentities,
  issuer: TokenIssuer,
): Operation {
  return async (call) => {
    const { roomUuid = "", userUuid = "" } = call.parameters;
    // A classroom that is not there or over is said first, whatever else the call holds.
    const { expiresAt } = await identities.classroom(roomUuid, call);
    call.note({ roomUuid });
    const participant = await identities.participant(roomUuid, userUuid, call);
    call.note(participant);
    const { lifetimeSeconds } = readFields(readBody(call.request), { lifetimeSeconds: lifetime });
    const life = { lifetimeSeconds, notAfter: expiresAt };
    return { status: 200, body: await issuer.roomUser(participant, life, call) };
  };
}
