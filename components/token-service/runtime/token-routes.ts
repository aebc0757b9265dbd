// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { CertificateSource } from "./certificate-source";
import type { ClassroomRecords } from "./classroom-records";
import type { DataCenter } from "./data-centers";
import { appManagedIdentities } from "./identities";
import { IssuedIdentities } from "./issued-identities";
import { checkHealth } from "./operations/check-health";
import { issueClassroom } from "./operations/issue-classroom";
import { issueParticipant } from "./operations/issue-participant";
import { issueRoomUserToken } from "./operations/issue-room-user-token";
import { issueRtmToken } from "./operations/issue-rtm-token";
import { renewParticipantToken } from "./operations/renew-participant-token";
import type { Route } from "./routes";
import { TokenIssuer } from "./token-issuer";

/** Parts that the routes need. */
export interface TokenRoutesOptions {
  readonly appId: string;
  readonly region: DataCenter;
  readonly certificates: CertificateSource;
  /** Storage of issued ids. Without it the identity mode is `app-managed`, which has no issuing calls. */
  readonly records?: ClassroomRecords;
}

/** The routes of the API, in the order of the contract. */
export function tokenRoutes(options: TokenRoutesOptions): Route[] {
  const { appId, region, certificates, records } = options;
  const issuer = new TokenIssuer(appId, region, certificates);
  const issued = records && new IssuedIdentities(records);
  const identities = issued ?? appManagedIdentities;
  return [
    post("/v1/tokens/room-user", issueRoomUserToken(identities, issuer)),
    post("/v1/tokens/rtm", issueRtmToken(identities, issuer)),
    ...(issued ? issuingRoutes(issued, issuer, options) : []),
    { method: "GET", path: "/v1/health", operation: checkHealth(certificates) },
  ];
}

function issuingRoutes(
  issued: IssuedIdentities,
  issuer: TokenIssuer,
  { appId, region }: TokenRoutesOptions,
): Route[] {
  const participants = "/v1/classrooms/{roomUuid}/participants";
  return [
    post("/v1/classrooms", issueClassroom(issued, appId, region)),
    post(participants, issueParticipant(issued, issuer)),
    post(`${participants}/{userUuid}/tokens`, renewParticipantToken(issued, issuer)),
  ];
}

function post(path: string, operation: Route["operation"]): Route {
  return { method: "POST", path, operation };
}
