// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * A stand-in for Pulumi's AWS plug-in, for machines without an AWS account: the engine starts it in the
 * plug-in's place, reads a port from its standard output, and speaks gRPC. It contacts nobody and writes
 * nothing. Its first argument is the folder of the `@pulumi/aws` that the program uses.
 */

import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { StandIn } from "./provider";
import { Sdk } from "./sdk";

const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
const [, , folder = ""] = process.argv;
server.addService(
  ResourceProviderService,
  new StandIn(new Sdk(folder)).handlers() as grpc.UntypedServiceImplementation,
);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    console.error(`The stand-in for AWS cannot listen on 127.0.0.1: ${error.message}`);
    process.exit(1);
  }
  console.log(port);
});

process.on("SIGTERM", () => process.exit(0));
// An engine that was killed cannot say so: its process is no longer this one's parent.
const engine = process.ppid;
setInterval(() => {
  if (process.ppid !== engine) {
    process.exit(0);
  }
}, 1000).unref();
