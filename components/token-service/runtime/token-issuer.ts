// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Call } from "./call";
import type { CertificateSource } from "./certificate-source";
import type { DataCenter } from "./data-centers";
import type { Participant } from "./identities";
import { formatTime } from "./times";
import { newSalt, roomUserToken, rtmToken, type Signing } from "./tokens";

/** The requested lifetime of a token in seconds, and its latest expiry in seconds since 1970. */
export interface Life {
  readonly lifetimeSeconds: number;
  readonly notAfter: number;
}

/** Signs tokens for one App ID and makes answers from them. */
export class TokenIssuer {
  public constructor(
    private readonly appId: string,
    private readonly region: DataCenter,
    private readonly certificates: CertificateSource,
  ) {}

  /** Makes the answer with a token for one user in one room in one role. */
  public async roomUser(participant: Participant, life: Life, call: Call): Promise<object> {
    const { roomUuid, userUuid, role } = participant;
    const signing = await this.signing(life, call);
    const token = roomUserToken(signing, roomUuid, userUuid, role);
    return { ...this.answer(token, signing), roomUuid, userUuid, role };
  }

  /** Makes the answer with a token for Signaling only. */
  public async rtm(userUuid: string, life: Life, call: Call): Promise<object> {
    const signing = await this.signing(life, call);
    return { ...this.answer(rtmToken(signing, userUuid), signing), userUuid };
  }

  private async signing({ lifetimeSeconds, notAfter }: Life, call: Call): Promise<Signing> {
    const certificate = await this.certificates.current(call.deadline);
    return {
      appId: this.appId,
      certificate: certificate.value,
      issuedAt: call.now,
      lifetimeSeconds: Math.min(lifetimeSeconds, notAfter - call.now),
      salt: newSalt(),
    };
  }

  private answer(token: string, { issuedAt, lifetimeSeconds }: Signing): object {
    return {
      token,
      issuedAt: formatTime(issuedAt),
      expiresAt: formatTime(issuedAt + lifetimeSeconds),
      region: this.region,
      appId: this.appId,
    };
  }
}
