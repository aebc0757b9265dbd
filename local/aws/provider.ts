// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Account, accountOf } from "./account";
import { inputProblems } from "./check";
import { answer } from "./data-sources";
import { differences } from "./diff";
import { withName } from "./naming";
import { identityOf, madeOutputs, plannedOutputs } from "./outputs";
import type { Properties } from "./properties";
import { Refusal } from "./refusal";
import { Resource } from "./resource";
import type { ResourceShape, Sdk } from "./sdk";
import { nameOf, typeOf } from "./urn";

/** gRPC's own numbers, so that the library need not be loaded for them. */
const UNIMPLEMENTED = 12;
const FAILED_PRECONDITION = 9;

/** The calls of Pulumi's provider protocol that the engine makes of an AWS plug-in, one instance a provider. */
export class StandIn {
  readonly #sdk: Sdk;
  #account: Account | undefined;

  public constructor(sdk: Sdk) {
    this.#sdk = sdk;
  }

  /** The handlers to serve; what the stand-in does not do is refused by name. */
  public handlers(): Partial<IResourceProviderServer> {
    return {
      getPluginInfo: respond(() => new PluginInfo().setVersion(this.#sdk.version)),
      getSchema: refuse("getSchema: the stand-in has no schema; programs use the installed SDK"),
      checkConfig: respond(({ request }: Call<wire.CheckRequest>) =>
        this.#checkConfiguration(request),
      ),
      diffConfig: respond(() => new wire.DiffResponse()),
      configure: respond(({ request }: Call<wire.ConfigureRequest>) => this.#configure(request)),
      invoke: respond(({ request }: Call<wire.InvokeRequest>) => this.#invoke(request)),
      call: refuse("call: the installed SDK has no methods that need AWS"),
      check: respond(({ request }: Call<wire.CheckRequest>) => this.#check(request)),
      diff: respond(({ request }: Call<wire.DiffRequest>) => this.#diff(request)),
      create: respond(({ request }: Call<wire.CreateRequest>) => this.#create(request)),
      read: respond(({ request }: Call<wire.ReadRequest>) => this.#read(request)),
      update: respond(({ request }: Call<wire.UpdateRequest>) => this.#update(request)),
      delete: respond(() => new Empty()),
      cancel: respond(() => new Empty()),
      attach: respond(() => new Empty()),
    };
  }

  #checkConfiguration(request: wire.CheckRequest): wire.CheckResponse {
    const response = new wire.CheckResponse().setInputs(request.getNews());
    try {
      accountOf(read(request.getNews()));
    } catch (error) {
      return response.addFailures(failure("", (error as Error).message)) && response;
    }
    return response;
  }

  #configure(request: wire.ConfigureRequest): wire.ConfigureResponse {
    this.#account = accountOf(read(request.getArgs()));
    // The engine unwraps secrets for a plug-in that does not take them, and marks the outputs of the same name.
    return new wire.ConfigureResponse().setSupportspreview(true).setAcceptsecrets(false);
  }

  #invoke(request: wire.InvokeRequest): wire.InvokeResponse {
    const answered = answer(
      this.#sdk,
      this.#configured(),
      request.getTok(),
      read(request.getArgs()),
    );
    return new wire.InvokeResponse().setReturn(struct(answered));
  }

  #check(request: wire.CheckRequest): wire.CheckResponse {
    const urn = request.getUrn();
    const shape = this.#shape(urn);
    const inputs = read(request.getNews());
    const response = new wire.CheckResponse();
    for (const { property, reason } of inputProblems(this.#sdk, shape.inputs, inputs)) {
      const text = `${typeOf(urn).split(":").at(-1)} '${nameOf(urn)}': '${property}' ${reason}.`;
      response.addFailures(failure(property, text));
    }
    return response.setInputs(struct(withName(urn, shape, read(request.getOlds()), inputs)));
  }

  #diff(request: wire.DiffRequest): wire.DiffResponse {
    const changed = differences(read(request.getOldInputs()), read(request.getNews()));
    const kept = changed.filter(
      ({ property }) => !request.getIgnorechangesList().includes(property),
    );
    const response = new wire.DiffResponse()
      .setChanges(
        kept.length > 0
          ? wire.DiffResponse.DiffChanges.DIFF_SOME
          : wire.DiffResponse.DiffChanges.DIFF_NONE,
      )
      .setDiffsList(kept.map(({ property }) => property))
      .setHasdetaileddiff(true);
    for (const { property, kind } of kept) {
      const detail = new wire.PropertyDiff()
        .setKind(wire.PropertyDiff.Kind[kind])
        .setInputdiff(true);
      response.getDetaileddiffMap().set(property, detail);
    }
    return response;
  }

  #create(request: wire.CreateRequest): wire.CreateResponse {
    const inputs = read(request.getProperties());
    const shape = this.#shape(request.getUrn());
    if (request.getPreview()) {
      return new wire.CreateResponse().setProperties(struct(plannedOutputs(shape, inputs)));
    }
    const resource = new Resource(request.getUrn(), inputs, this.#configured());
    const id = identityOf(resource);
    return new wire.CreateResponse()
      .setId(id)
      .setProperties(struct(madeOutputs(this.#sdk, shape, resource, id)));
  }

  /** A resource of the state is as the state has it; one that only the id is known of is made up from the id. */
  #read(request: wire.ReadRequest): wire.ReadResponse {
    const response = new wire.ReadResponse().setId(request.getId());
    const known = read(request.getProperties());
    if (request.getInputs() !== undefined) {
      return response.setProperties(struct(known)).setInputs(request.getInputs());
    }
    const shape = this.#shape(request.getUrn());
    const inputs = identified(shape, request.getId(), known);
    const resource = new Resource(request.getUrn(), inputs, this.#configured());
    const outputs = madeOutputs(this.#sdk, shape, resource, request.getId());
    return response.setProperties(struct({ ...outputs, ...known })).setInputs(struct(inputs));
  }

  #update(request: wire.UpdateRequest): wire.UpdateResponse {
    const inputs = read(request.getNews());
    const shape = this.#shape(request.getUrn());
    const old = read(request.getOlds());
    if (request.getPreview()) {
      // AWS keeps a made resource's identifiers; whether it would replace the resource is not known here.
      const planned = { ...plannedOutputs(shape, inputs), ...computedOf(shape, old), ...inputs };
      return new wire.UpdateResponse().setProperties(struct(planned));
    }
    const resource = new Resource(request.getUrn(), inputs, this.#configured());
    const made = madeOutputs(this.#sdk, shape, resource, request.getId());
    return new wire.UpdateResponse().setProperties(
      struct({ ...made, ...computedOf(shape, old), ...inputs }),
    );
  }

  #shape(urn: string): ResourceShape {
    const shape = this.#sdk.resource(typeOf(urn));
    if (shape === undefined) {
      throw new Refusal(
        `Resource type '${typeOf(urn)}' does not exist in @pulumi/aws ${this.#sdk.version}.`,
      );
    }
    return shape;
  }

  #configured(): Account {
    if (this.#account === undefined) {
      throw new Refusal("The provider has not been configured.");
    }
    return this.#account;
  }
}

/** The outputs that are never an input: identifiers, which an update keeps. */
function computedOf(shape: ResourceShape, outputs: Properties): Properties {
  return Object.fromEntries(
    Object.entries(outputs).filter(
      ([name]) => shape.outputs.has(name) && !shape.inputs.has(name) && name !== "tagsAll",
    ),
  );
}

/** What an id says of a resource that is not in the state: its name, where it is one. */
function identified(shape: ResourceShape, id: string, known: Properties): Properties {
  const named = ["bucket", "name"].find((name) => shape.inputs.get(name)?.optional);
  const inputs = Object.entries(known).filter(([name]) => shape.inputs.has(name));
  return {
    ...(named !== undefined && !id.startsWith("arn:") && { [named]: id }),
    ...Object.fromEntries(inputs),
  };
}

function failure(property: string, reason: string): wire.CheckFailure {
  return new wire.CheckFailure().setProperty(property).setReason(reason);
}

function read(properties: Struct | undefined): Properties {
  return properties?.toJavaScript() ?? {};
}

function struct(properties: Properties): Struct {
  // Absent and undefined are the same to a program, but not to the wire.
  const present = Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  );
  return Struct.fromJavaScript(present as Record<string, JavaScriptValue>);
}

type Call<Request> = grpc.ServerUnaryCall<Request, unknown>;

/** Turns what a handler throws into a status with one sentence: the engine prints it as the resource's error. */
function respond<Request, Response>(handle: (call: Call<Request>) => Response) {
  return (call: Call<Request>, callback: grpc.sendUnaryData<Response>): void => {
    try {
      callback(null, handle(call));
    } catch (error) {
      const { message } = error as Error;
      const text = error instanceof Refusal ? message : `The stand-in for AWS failed: ${message}`;
      callback({ code: FAILED_PRECONDITION, message: text, details: text });
    }
  };
}

function refuse(reason: string) {
  return (_: unknown, callback: grpc.sendUnaryData<never>): void => {
    callback({ code: UNIMPLEMENTED, message: reason, details: reason });
  };
}
