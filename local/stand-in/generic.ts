// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { differences } from "./diff";
import { unknownValue } from "./properties";
import { strictProvidersVariable } from "./strict-providers";
import { nameOf } from "./urn";
import { lack, read, refuse, respond, struct } from "./wire";

/** Plays a provider about which nothing is known: inputs come back as outputs, other outputs stay unknown. */
export class GenericStandIn {
  public constructor(
    private readonly name: string,
    private readonly version: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  public handlers(): Partial<IResourceProviderServer> {
    return {
      getPluginInfo: respond(() => new PluginInfo().setVersion(this.version)),
      getSchema: lack(
        `There is no plug-in for '${this.name}' here, and only it knows its schema, which a YAML program needs. ` +
          "Preview with the plug-in and an account.",
      ),
      checkConfig: respond((request: wire.CheckRequest) => this.checkConfiguration(request)),
      diffConfig: respond(() => new wire.DiffResponse()),
      configure: respond(() =>
        new wire.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true),
      ),
      invoke: respondWith((request: wire.InvokeRequest) =>
        refuse(
          `Data source '${request.getTok()}' cannot be answered offline: there is no plug-in for '${this.name}' ` +
            "here. Pass the value as configuration, or preview with an account.",
        ),
      ),
      call: lack(`There is no plug-in for '${this.name}' here, so its methods cannot be called.`),
      check: respond((request: wire.CheckRequest) =>
        new wire.CheckResponse().setInputs(request.getNews()),
      ),
      diff: respond(diff),
      create: respond(create),
      read: respond((request: wire.ReadRequest) =>
        new wire.ReadResponse()
          .setId(request.getId())
          .setProperties(request.getProperties())
          .setInputs(request.getInputs()),
      ),
      update: respond((request: wire.UpdateRequest) =>
        new wire.UpdateResponse().setProperties(request.getNews()),
      ),
      delete: respond(() => new Empty()),
      cancel: respond(() => new Empty()),
      attach: respond(() => new Empty()),
    };
  }

  private checkConfiguration(request: wire.CheckRequest): wire.CheckResponse {
    const response = new wire.CheckResponse().setInputs(request.getNews());
    if (this.environment[strictProvidersVariable]) {
      response.addFailures(
        new wire.CheckFailure().setReason(
          `Provider ${this.name}: there is no plug-in for it here, and --strict-providers allows no ` +
            "stand-in. Leave the flag out to preview without a check of this provider's inputs.",
        ),
      );
    }
    return response;
  }
}

/** A handler whose refusal depends on the request. */
function respondWith<Request>(
  refusalOf: (request: Request) => ReturnType<typeof refuse>,
): ReturnType<typeof respond<Request, wire.InvokeResponse>> {
  return (call, callback) => refusalOf(call.request)(call, callback);
}

function diff(request: wire.DiffRequest): wire.DiffResponse {
  const ignored = request.getIgnorechangesList();
  const changed = differences(read(request.getOldInputs()), read(request.getNews()))
    .map(({ property }) => property)
    .filter((property) => !ignored.includes(property));
  const { DIFF_NONE, DIFF_SOME } = wire.DiffResponse.DiffChanges;
  return new wire.DiffResponse()
    .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList(changed);
}

/** The same resource always gets the same identifier, so that rehearsals can be compared. */
function create(request: wire.CreateRequest): wire.CreateResponse {
  const urn = request.getUrn();
  if (request.getPreview()) {
    const inputs = read(request.getProperties());
    return new wire.CreateResponse().setProperties(struct({ ...inputs, id: unknownValue }));
  }
  const digits = createHash("sha256").update(urn).digest("hex").slice(0, 8);
  return new wire.CreateResponse()
    .setId(`${nameOf(urn)}-${digits}`)
    .setProperties(request.getProperties());
}
