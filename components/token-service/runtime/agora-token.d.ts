// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The part of `agora-token`'s AccessToken2 that we use. The package exports only builders, and its Education
 * builder leaves out the room-user privilege. The classes behind the builders are complete.
 */
declare module "agora-token/src/AccessToken2" {
  class Service {
    public add_privilege(privilege: number, expire: number): void;
  }

  export class ServiceRtm extends Service {
    public static readonly kPrivilegeLogin: number;
    public constructor(userId: string);
  }

  export class ServiceChat extends Service {
    public static readonly kPrivilegeUser: number;
    public constructor(userId: string);
  }

  export class ServiceApaas extends Service {
    public static readonly PRIVILEGE_ROOM_USER: number;
    /** Role in the token. The constructor turns a role of 0 into -1. */
    public __role: number;
    public constructor(roomUuid: string, userUuid: string, role: number);
  }

  export class AccessToken2 {
    public salt: number;
    public constructor(appId: string, appCertificate: string, issueTs: number, expire: number);
    public add_service(service: Service): void;
    /** Returns the token, or an empty string when App ID or certificate are malformed. */
    public build(): string;
  }
}
