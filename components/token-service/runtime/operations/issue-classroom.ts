// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { readBody } from "../body";
import type { Operation } from "../call";
import type { DataCenter } from "../data-centers";
import { readFields, time } from "../fields";
import type { IssuedIdentities } from "../issued-identities";
import { FieldError } from "../problems";
import { formatTime } from "../times";

/** All in seconds. */
const earliestStart = -5 * 60;
const latestStart = 90 * 86_400;
const longestClass = 86_400;

/** `POST /v1/classrooms` */
export function issueClassroom(
  identities: IssuedIdentities,
  appId: string,
  region: DataCenter,
): Operation {
  return async (call) => {
    const { startsAt, endsAt } = readFields(readBody(call.request), {
      startsAt: { ...time, absent: call.now },
      endsAt: time,
    });
    refuseOddTimes(startsAt, endsAt, call.now);
    const record = await identities.issueClassroom(startsAt, endsAt, call);
    call.note({ roomUuid: record.roomUuid });
    return {
      status: 201,
      body: {
        roomUuid: record.roomUuid,
        startsAt: formatTime(startsAt),
        endsAt: formatTime(endsAt),
        expiresAt: formatTime(record.expiresAt),
        region,
        appId,
      },
    };
  };
}

function refuseOddTimes(startsAt: number, endsAt: number, now: number): void {
  if (startsAt < now + earliestStart || startsAt > now + latestStart) {
    const got = formatTime(startsAt);
    throw new FieldError(
      "startsAt",
      `must be at most 5 minutes ago and at most 90 days ahead, got ${got} at ${formatTime(now)}.`,
    );
  }
  if (endsAt <= Math.max(startsAt, now) || endsAt > startsAt + longestClass) {
    const got = formatTime(endsAt);
    throw new FieldError(
      "endsAt",
      `must be after the start and after now, at most 24 hours after the start, got ${got}.`,
    );
  }
}
