// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A stand-in for Pulumi's AWS plug-in, for machines without an AWS account: the engine starts it in the
 * plug-in's place, reads a port from its standard output, and speaks gRPC. It contacts nobody and writes
 * nothing. Its first argument is the folder of the `@pulumi/aws` that the program uses.
 *
 * What it cannot know, because the SDK does not say it: which values AWS refuses, which changes replace a
 * resource, and the defaults that the real plug-in writes into inputs (a function's memory size, say).
 */

import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { StandIn } from "./provider";
import { Sdk } from "./sdk";

/** Checkpoints with large archives come in one message. */
const messageBytes = 400 * 1024 * 1024;
const orphanCheckMilliseconds = 1_000;

function stop(): void {
  process.exit(0);
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

process.on("uncaughtException", fail);
process.on("SIGTERM", stop);
// A killed engine sends no signal. Then the port's pipe is closed, or this process has another parent.
process.stdout.on("error", stop);
const engine = process.ppid;
setInterval(() => process.ppid === engine || stop(), orphanCheckMilliseconds).unref();

const [, , folder = ""] = process.argv;
const standIn = new StandIn(new Sdk(folder), process.env);
const server = new grpc.Server({ "grpc.max_receive_message_length": messageBytes });
server.addService(ResourceProviderService, standIn.handlers() as grpc.UntypedServiceImplementation);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    fail(new Error(`The stand-in for AWS cannot listen on 127.0.0.1: ${error.message}`));
  }
  process.stdout.write(`${port}\n`);
});
