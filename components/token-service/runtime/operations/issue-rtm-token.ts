// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readBody } from "../body";
import type { Operation } from "../call";
import { id, lifetime, readFields } from "../fields";
import type { Identities } from "../identities";
import type { TokenIssuer } from "../token-issuer";

/** `POST /v1/tokens/rtm` */
export function issueRtmToken(identities: Identities, issuer: TokenIssuer): Operation {
  return async (call) => {
    const { userUuid, lifetimeSeconds } = readFields(readBody(call.request), {
      userUuid: id,
      lifetimeSeconds: lifetime,
    });
    call.note({ userUuid });
    const notAfter = await identities.admitUser(userUuid, call);
    return { status: 200, body: await issuer.rtm(userUuid, { lifetimeSeconds, notAfter }, call) };
  };
}
