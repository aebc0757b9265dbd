// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as grpc from "@grpc/grpc-js";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Properties, withoutAbsent } from "./properties";
import { Refusal } from "./refusal";

/** gRPC's own numbers, so that the library need not be loaded for them. */
const failedPrecondition = 9;
const unimplemented = 12;

export type Call<Request> = grpc.ServerUnaryCall<Request, unknown>;

/** The properties of a message; empty when it has none. */
export function read(properties: Struct | undefined): Properties {
  return withoutAbsent(properties?.toJavaScript() ?? {}) as Properties;
}

/** Properties as a message carries them. */
export function struct(properties: Properties): Struct {
  return Struct.fromJavaScript(withoutAbsent(properties) as Record<string, JavaScriptValue>);
}

/** Turns what a handler throws into a status with one sentence, which the engine prints as the resource's error. */
export function respond<Request, Response>(handle: (request: Request) => Response) {
  return ({ request }: Call<Request>, callback: grpc.sendUnaryData<Response>): void => {
    try {
      callback(null, handle(request));
    } catch (error) {
      const { message } = error as Error;
      refuse(error instanceof Refusal ? message : `The stand-in for AWS failed: ${message}`)(
        undefined,
        callback,
      );
    }
  };
}

/** A handler that only says what it does not do, or why it failed. */
export function refuse(reason: string, code = failedPrecondition) {
  return <Response>(_: unknown, callback: grpc.sendUnaryData<Response>): void =>
    callback({ code, message: reason, details: reason });
}

/** A handler for a call that the stand-in does not have. */
export function lack(reason: string) {
  return refuse(reason, unimplemented);
}
