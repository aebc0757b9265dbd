// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { CertificateSource } from "../../../components/token-service/runtime/certificate-source";
import type { ClassroomRecords } from "../../../components/token-service/runtime/classroom-records";
import type { DataCenter } from "../../../components/token-service/runtime/data-centers";
import { RequestLog } from "../../../components/token-service/runtime/request-log";
import { TokenApi } from "../../../components/token-service/runtime/token-api";
import { tokenRoutes } from "../../../components/token-service/runtime/token-routes";
import { assertKeepsContract } from "./contract-check";
import { appId, certificate } from "./vectors";
import { witness } from "./witness";

/** An id of valid form, different for every number. */
export function idOf(number: number): string {
  return number.toString(16).padStart(32, "c0ffee");
}

/** A time to set clocks to: a whole second, in milliseconds since 1970. */
export const noon = Date.UTC(2026, 8, 1, 12);

/** A clock that stands until it is moved. */
export class StandingClock {
  public constructor(public ms = noon) {}

  public readonly read = (): number => this.ms;

  public forward(seconds: number): void {
    this.ms += seconds * 1000;
  }
}

/** A certificate that is always at hand. */
export function certainly(value = certificate): CertificateSource {
  witness.certificates.add(value);
  const known = { value };
  return { current: async () => known, atHand: () => ({ certificate: known, ageMs: 0 }) };
}

/** What a test sends; the rest is what a well-behaved caller sends. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** An object becomes JSON; a text or bytes are sent as they are. */
  readonly body?: unknown;
  readonly callerArn?: string;
}

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ApiUnderTestOptions {
  readonly certificates?: CertificateSource;
  readonly records?: ClassroomRecords;
  readonly clock?: () => number;
  readonly region?: DataCenter;
}

/** The token API with everything around it under a test's control, and what it logged. */
export class ApiUnderTest {
  public readonly lines: Readonly<Record<string, unknown>>[] = [];
  public readonly log: RequestLog;
  private readonly api: TokenApi;
  private sent = 0;

  public constructor(options: ApiUnderTestOptions = {}) {
    const { certificates = certainly(), records, clock = () => noon, region = "EU" } = options;
    this.log = new RequestLog({
      functionName: "token-service-test",
      certificates,
      clock,
      write: (line) => {
        witness.lines.push(line);
        this.lines.push(JSON.parse(line));
      },
    });
    const routes = tokenRoutes({ appId, region, certificates, records });
    this.api = new TokenApi({ routes, log: this.log, clock });
  }

  /** Sends one request; the ids of requests count up. Fails when the answer is not one of the contract's. */
  public async send(sent: Sent): Promise<Reply> {
    this.sent += 1;
    const { path = "/v1/tokens/room-user" } = sent;
    const headers = { "content-type": "application/json", ...sent.headers };
    const response = await this.api.respond({
      id: `request-${this.sent}`,
      method: sent.method ?? "POST",
      path,
      headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value].flat()])),
      body: bytesOf(sent.body),
      callerArn: sent.callerArn,
      invocationId: `invocation-${this.sent}`,
    });
    witness.responses.push(response.body);
    const reply = {
      status: response.status,
      headers: response.headers,
      text: response.body,
      body: JSON.parse(response.body),
    };
    assertKeepsContract(path, reply);
    return reply;
  }

  public post(path: string, body: unknown): Promise<Reply> {
    return this.send({ path, body });
  }
}

/** A body that gets a room-user token. */
export const roomUserBody = { roomUuid: idOf(1), userUuid: idOf(2), role: "student" } as const;

function bytesOf(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) {
    return body;
  }
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body ?? ""));
}
