// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * `agora-classroom token-service`: the token API on this machine, for somebody who writes the app backend.
 * The same code as in Lambda, with the certificate from the environment and issued ids in memory.
 */

import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { oneOf, required, SettingError } from "../../components/lambda/runtime/environment";
import { isCertificate } from "../../components/token-service/runtime/certificate";
import type { CertificateSource } from "../../components/token-service/runtime/certificate-source";
import { dataCenters } from "../../components/token-service/runtime/data-centers";
import type { IdentityMode } from "../../components/token-service/runtime/identity-modes";
import { MemoryClassroomRecords } from "../../components/token-service/runtime/memory-classroom-records";
import { RequestLog } from "../../components/token-service/runtime/request-log";
import { readAppId, readIdentityMode } from "../../components/token-service/runtime/settings";
import { TokenApi } from "../../components/token-service/runtime/token-api";
import { tokenRoutes } from "../../components/token-service/runtime/token-routes";
import { defineCommand, type Output, present } from "../runner/command";
import { Failure } from "../runner/failure";
import { createHttpServer } from "../token-service/http-server";

/** How long requests in flight may take after the server is told to stop. */
const drainMs = 3_000;

export const tokenService = defineCommand({
  name: "token-service",
  description: [
    "Serves the token API on loopback, with the code that runs in Lambda. Settings are environment variables:",
    "  AGORA_APP_ID, AGORA_APP_CERTIFICATE  required",
    "  PORT                                 8787; 0 for any free port",
    "  AGORA_REGION                         EU; one of CN, AP, EU, NA",
    "  IDENTITY_MODE                        app-managed; issued keeps its records in memory",
  ],
  options: {},
  exitCodes: ["it was stopped by a signal", "not used", "a setting is wrong, or the port is taken"],
  hasJson: true,
  run: async (_values, { environment, stop, output }) => {
    const server = await start(environment, output).catch(explain);
    if (!stop.aborted) {
      await once(stop, "abort");
    }
    await drain(server);
    return 0;
  },
});

async function start(environment: NodeJS.ProcessEnv, output: Output): Promise<Server> {
  const port = readPort(environment.PORT ?? "8787");
  const region = oneOf("AGORA_REGION", environment.AGORA_REGION ?? "EU", dataCenters);
  const identityMode = readIdentityMode(environment);
  const appId = readAppId(environment);
  const certificates = certificateOf(environment);
  const clock = Date.now;
  const log = new RequestLog({
    functionName: "local",
    certificates,
    clock,
    write: (line) => process.stderr.write(`${line}\n`),
  });
  const records = identityMode === "issued" ? new MemoryClassroomRecords(clock) : undefined;
  const routes = tokenRoutes({ appId, region, certificates, records });
  const server = createHttpServer(new TokenApi({ routes, log, clock }));
  const url = await listen(server, port);
  if (!output.quiet) {
    console.error(`Try:\n  ${exampleCall(url, identityMode)}`);
  }
  const line = `Tokens for data centre ${region}, ${identityMode} ids: ${url}`;
  present(output, [line], { url, region, identityMode });
  return server;
}

/** The user can correct a setting; any other error is a defect. */
function explain(error: unknown): never {
  throw error instanceof SettingError ? new Failure(error.message) : error;
}

/** Accepts no new connection, answers what is in flight, and closes what is left. */
async function drain(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  setTimeout(() => server.closeAllConnections(), drainMs).unref();
  await closed;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new SettingError(
      `Environment variable PORT must be a whole number from 0 to 65535, got ${JSON.stringify(text)}.`,
    );
  }
  return port;
}

/** The certificate from the environment; it never expires in this process. */
function certificateOf(environment: NodeJS.ProcessEnv): CertificateSource {
  const value = required("AGORA_APP_CERTIFICATE", environment);
  const { length } = value;
  if (!isCertificate(value)) {
    throw new SettingError(
      `Environment variable AGORA_APP_CERTIFICATE must be 32 hexadecimal characters, got ${length} characters.`,
    );
  }
  const certificate = { value };
  return { current: async () => certificate, atHand: () => ({ certificate, ageMs: 0 }) };
}

/** Listens on loopback only and answers with the URL. */
async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingError(
      `Environment variable PORT must be a port that is free here, got ${port} (${code}).`,
      { cause: error },
    );
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A call that works as it stands, to paste into a terminal. */
function exampleCall(url: string, identityMode: IdentityMode): string {
  const [path, body] = {
    "app-managed": [
      "/v1/tokens/room-user",
      {
        roomUuid: "0123456789abcdef".repeat(2),
        userUuid: "fedcba9876543210".repeat(2),
        role: "teacher",
      },
    ] as const,
    issued: ["/v1/classrooms", { endsAt: new Date(Date.now() + 3_600_000).toISOString() }] as const,
  }[identityMode];
  return `curl -sS ${url}${path} -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
}
