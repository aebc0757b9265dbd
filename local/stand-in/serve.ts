// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";

/** Checkpoints with large archives come in one message. */
const messageBytes = 400 * 1024 * 1024;
const orphanCheckMilliseconds = 1_000;

/** Serves a plug-in's handlers on loopback, prints the port, and ends with the engine. */
export function serve(handlers: () => object): void {
  process.on("uncaughtException", fail);
  process.on("SIGTERM", stop);
  // A killed engine sends no signal. Then the port's pipe is closed, or this process has another parent.
  process.stdout.on("error", stop);
  const engine = process.ppid;
  setInterval(() => process.ppid === engine || stop(), orphanCheckMilliseconds).unref();

  const server = new grpc.Server({ "grpc.max_receive_message_length": messageBytes });
  server.addService(ResourceProviderService, handlers() as grpc.UntypedServiceImplementation);
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
    if (error) {
      fail(new Error(`The stand-in cannot listen on 127.0.0.1: ${error.message}`));
    }
    process.stdout.write(`${port}\n`);
  });
}

function stop(): void {
  process.exit(0);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
