// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readBody } from "../body";
import type { Operation } from "../call";
import { id, lifetime, readFields, role } from "../fields";
import type { Identities } from "../identities";
import type { TokenIssuer } from "../token-issuer";

/** `POST /v1/tokens/room-user` */
export function issueRoomUserToken(identities: Identities, issuer: TokenIssuer): Operation {
  return async (call) => {
    const { lifetimeSeconds, ...participant } = readFields(readBody(call.request), {
      roomUuid: id,
      userUuid: id,
      role,
      lifetimeSeconds: lifetime,
    });
    call.note(participant);
    const notAfter = await identities.admitParticipant(participant, call);
    return {
      status: 200,
      body: await issuer.roomUser(participant, { lifetimeSeconds, notAfter }, call),
    };
  };
}
