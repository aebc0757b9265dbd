// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readBody } from "../body";
import type { Operation } from "../call";
import { lifetime, readFields, role } from "../fields";
import type { IssuedIdentities } from "../issued-identities";
import type { TokenIssuer } from "../token-issuer";

/** `POST /v1/classrooms/{roomUuid}/participants` */
export function issueParticipant(identities: IssuedIdentities, issuer: TokenIssuer): Operation {
  return async (call) => {
    const { roomUuid = "" } = call.parameters;
    // A classroom that is not there or over is said first, whatever the body holds.
    const classroom = await identities.classroom(roomUuid, call);
    call.note({ roomUuid });
    const body = readFields(readBody(call.request), { role, lifetimeSeconds: lifetime });
    const participant = await identities.issueParticipant(classroom, body.role, call);
    call.note(participant);
    const life = { lifetimeSeconds: body.lifetimeSeconds, notAfter: classroom.expiresAt };
    return { status: 201, body: await issuer.roomUser(participant, life, call) };
  };
}
