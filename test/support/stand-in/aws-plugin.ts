// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { dirname } from "node:path";
import * as grpc from "@grpc/grpc-js";
import {
  ResourceProviderClient,
  ResourceProviderService,
} from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Properties } from "../../../local/stand-in/properties";
import { StandIn } from "../../../local/stand-in/provider";
import { Sdk } from "../../../local/stand-in/sdk";

/** The folder of the AWS SDK that this project uses. */
export const SDK_FOLDER = dirname(require.resolve("@pulumi/aws/package.json"));

/** What the engine sends for a value that is not known yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const MESSAGE_BYTES = 400 * 1024 * 1024;
const AUTONAMING = { propose: 0, enforce: 1, disable: 2 } as const;

export interface Naming {
  readonly mode: keyof typeof AUTONAMING;
  readonly name: string;
}

export interface DiffOptions {
  /** The paths that the program's `ignoreChanges` name. */
  readonly ignored?: string[];
  readonly id?: string;
  readonly outputs?: Properties;
}

/** The engine's side of an AWS plug-in: plain values in and out, gRPC in between. */
export class AwsPlugin {
  readonly #client: ResourceProviderClient;

  public constructor(port: number) {
    this.#client = new ResourceProviderClient(
      `127.0.0.1:${port}`,
      grpc.credentials.createInsecure(),
      { "grpc.max_receive_message_length": MESSAGE_BYTES },
    );
  }

  public close(): void {
    this.#client.close();
  }

  public async version(): Promise<string> {
    return (
      await answer<{ getVersion(): string }>((done) =>
        this.#client.getPluginInfo(new Empty(), done),
      )
    ).getVersion();
  }

  public schema(): Promise<wire.GetSchemaResponse> {
    return answer((done) => this.#client.getSchema(new wire.GetSchemaRequest(), done));
  }

  public cancel(): Promise<Empty> {
    return answer((done) => this.#client.cancel(new Empty(), done));
  }

  public async configurationFailures(configuration: Properties): Promise<string[]> {
    const request = new wire.CheckRequest().setNews(struct(configuration));
    const response = await answer<wire.CheckResponse>((done) =>
      this.#client.checkConfig(request, done),
    );
    return response.getFailuresList().map((failure) => failure.getReason());
  }

  public configure(configuration: Properties): Promise<wire.ConfigureResponse> {
    const request = new wire.ConfigureRequest()
      .setArgs(struct(configuration))
      .setAcceptsecrets(true);
    return answer((done) => this.#client.configure(request, done));
  }

  public async check(
    type: string,
    name: string,
    inputs: Properties,
    { old = {}, naming }: { old?: Properties; naming?: Naming } = {},
  ): Promise<{ inputs: Properties; failures: string[] }> {
    const request = new wire.CheckRequest()
      .setUrn(urnOf(type, name))
      .setNews(struct(inputs))
      .setOlds(struct(old));
    if (naming) {
      request.setAutonaming(
        new wire.CheckRequest.AutonamingOptions()
          .setMode(AUTONAMING[naming.mode])
          .setProposedName(naming.name),
      );
    }
    const response = await answer<wire.CheckResponse>((done) => this.#client.check(request, done));
    return {
      inputs: plain(response.getInputs()),
      failures: response.getFailuresList().map((failure) => failure.getReason()),
    };
  }

  public async create(
    type: string,
    name: string,
    inputs: Properties,
    preview = false,
  ): Promise<{ id: string; outputs: Properties }> {
    const request = new wire.CreateRequest()
      .setUrn(urnOf(type, name))
      .setProperties(struct(inputs))
      .setPreview(preview);
    const response = await answer<wire.CreateResponse>((done) =>
      this.#client.create(request, done),
    );
    return { id: response.getId(), outputs: plain(response.getProperties()) };
  }

  /** The properties that changed, with the engine's word for how; undefined when there is no change. */
  public async diff(
    type: string,
    name: string,
    old: Properties,
    inputs: Properties,
    { ignored = [], id = "", outputs = {} }: DiffOptions = {},
  ): Promise<Record<string, string> | undefined> {
    const request = new wire.DiffRequest()
      .setUrn(urnOf(type, name))
      .setId(id)
      .setOlds(struct(outputs))
      .setOldInputs(struct(old))
      .setNews(struct(inputs))
      .setIgnorechangesList(ignored);
    const response = await answer<wire.DiffResponse>((done) => this.#client.diff(request, done));
    const kinds = Object.keys(wire.PropertyDiff.Kind);
    const changes: Record<string, string> = {};
    response.getDetaileddiffMap().forEach((detail, property) => {
      changes[property] = kinds[detail.getKind()] ?? "";
    });
    const { DIFF_SOME } = wire.DiffResponse.DiffChanges;
    return response.getChanges() === DIFF_SOME ? changes : undefined;
  }

  public async update(
    type: string,
    name: string,
    id: string,
    old: { inputs: Properties; outputs: Properties },
    inputs: Properties,
    preview = false,
  ): Promise<Properties> {
    const request = new wire.UpdateRequest()
      .setId(id)
      .setUrn(urnOf(type, name))
      .setOlds(struct(old.outputs))
      .setOldInputs(struct(old.inputs))
      .setNews(struct(inputs))
      .setPreview(preview);
    const response = await answer<wire.UpdateResponse>((done) =>
      this.#client.update(request, done),
    );
    return plain(response.getProperties());
  }

  public async read(
    type: string,
    name: string,
    id: string,
    state: { inputs?: Properties; outputs?: Properties } = {},
  ): Promise<{ id: string; inputs: Properties; outputs: Properties }> {
    const request = new wire.ReadRequest()
      .setId(id)
      .setUrn(urnOf(type, name))
      .setProperties(struct(state.outputs ?? {}))
      .setInputs(struct(state.inputs ?? {}));
    const response = await answer<wire.ReadResponse>((done) => this.#client.read(request, done));
    return {
      id: response.getId(),
      inputs: plain(response.getInputs()),
      outputs: plain(response.getProperties()),
    };
  }

  public delete(type: string, name: string, id: string): Promise<Empty> {
    const request = new wire.DeleteRequest().setId(id).setUrn(urnOf(type, name));
    return answer((done) => this.#client.delete(request, done));
  }

  public async invoke(token: string, args: Properties = {}): Promise<Properties> {
    const request = new wire.InvokeRequest().setTok(token).setArgs(struct(args));
    const response = await answer<wire.InvokeResponse>((done) =>
      this.#client.invoke(request, done),
    );
    return plain(response.getReturn());
  }
}

/** Serves the stand-in from this very process, from its sources, and connects to it as the engine does. */
export async function serveStandIn(
  environment: NodeJS.ProcessEnv = {},
): Promise<{ plugin: AwsPlugin; stop: () => void }> {
  const server = new grpc.Server();
  const handlers = new StandIn(new Sdk(SDK_FOLDER), environment).handlers();
  server.addService(ResourceProviderService, handlers as grpc.UntypedServiceImplementation);
  const port = await answer<number>((done) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), done),
  );
  const plugin = new AwsPlugin(port);
  return {
    plugin,
    stop: () => {
      plugin.close();
      server.forceShutdown();
    },
  };
}

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::classroom::${type}::${name}`;
}

function answer<Response>(
  call: (done: (error: Error | null, response: Response) => void) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}

function struct(properties: Properties): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

function plain(properties: Struct | undefined): Properties {
  return properties?.toJavaScript() ?? {};
}
