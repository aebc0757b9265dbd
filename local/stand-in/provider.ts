// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as wire from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type Account, accountOf } from "./account";
import { configurationProblems, inputProblems } from "./check";
import { checkedInputs, inheritedInputs } from "./checked-inputs";
import { answer } from "./data-sources";
import { differences } from "./diff";
import type { NamingWish } from "./naming";
import {
  identifiedInputs,
  identityOf,
  madeOutputs,
  plannedOutputs,
  updatedOutputs,
} from "./outputs";
import { type Properties, secret } from "./properties";
import { Refusal } from "./refusal";
import { Resource } from "./resource";
import { schemaOf } from "./schema";
import type { ResourceShape, Sdk } from "./sdk";
import { Siblings } from "./siblings";
import { nameOf, typeOf } from "./urn";
import { lack, read, respond, struct } from "./wire";

/** The calls of Pulumi's provider protocol that the engine makes of an AWS plug-in, one instance a provider. */
export class StandIn {
  private readonly sdk: Sdk;
  private readonly environment: NodeJS.ProcessEnv;
  private readonly siblings = new Siblings();
  private account: Account | undefined;
  private keepsSecrets = false;

  public constructor(sdk: Sdk, environment: NodeJS.ProcessEnv) {
    this.sdk = sdk;
    this.environment = environment;
  }

  /** The handlers to serve; what the stand-in does not do is refused by name. */
  public handlers(): Partial<IResourceProviderServer> {
    return {
      getPluginInfo: respond(() => new PluginInfo().setVersion(this.sdk.version)),
      getSchema: respond(() =>
        new wire.GetSchemaResponse().setSchema(JSON.stringify(schemaOf(this.sdk))),
      ),
      checkConfig: respond((request: wire.CheckRequest) => this.checkConfiguration(request)),
      diffConfig: respond(() => new wire.DiffResponse()),
      configure: respond((request: wire.ConfigureRequest) => this.configure(request)),
      invoke: respond((request: wire.InvokeRequest) => this.invoke(request)),
      call: lack(
        "The stand-in for AWS has no methods; only AWS's own plug-in knows its Terraform configuration.",
      ),
      check: respond((request: wire.CheckRequest) => this.check(request)),
      diff: respond((request: wire.DiffRequest) => this.diff(request)),
      create: respond((request: wire.CreateRequest) => this.create(request)),
      read: respond((request: wire.ReadRequest) => this.read(request)),
      update: respond((request: wire.UpdateRequest) => this.update(request)),
      delete: respond(() => new Empty()),
      // Nothing runs in the background here, so there is nothing to cancel. The engine ends the process.
      cancel: respond(() => new Empty()),
      attach: respond(() => new Empty()),
    };
  }

  private checkConfiguration(request: wire.CheckRequest): wire.CheckResponse {
    const response = new wire.CheckResponse().setInputs(request.getNews());
    for (const problem of configurationProblems(
      this.sdk,
      read(request.getNews()),
      this.environment,
    )) {
      response.addFailures(failure(problem));
    }
    return response;
  }

  private configure(request: wire.ConfigureRequest): wire.ConfigureResponse {
    this.account = accountOf(read(request.getArgs()), this.sdk.regions, this.environment);
    this.keepsSecrets = request.getAcceptsecrets();
    // Like the real plug-in, it takes secrets unwrapped. The engine marks the outputs of the same names.
    return new wire.ConfigureResponse()
      .setSupportspreview(true)
      .setSupportsAutonamingConfiguration(true);
  }

  private invoke(request: wire.InvokeRequest): wire.InvokeResponse {
    const args = read(request.getArgs());
    const answered = answer(this.sdk, this.configured(), request.getTok(), args);
    return new wire.InvokeResponse().setReturn(struct(answered));
  }

  private check(request: wire.CheckRequest): wire.CheckResponse {
    const urn = request.getUrn();
    const shape = this.shape(urn);
    const inputs = read(request.getNews());
    const response = new wire.CheckResponse();
    for (const { property, reason } of inputProblems(this.sdk, shape.inputs, inputs)) {
      response.addFailures(
        failure(`${typeOf(urn).split(":").at(-1)} '${nameOf(urn)}': '${property}' ${reason}`),
      );
    }
    const subject = {
      urn,
      shape,
      account: this.configured(),
      old: read(request.getOlds()),
      wish: namingWish(request.getAutonaming()),
    };
    return response.setInputs(struct(checkedInputs(subject, inputs)));
  }

  private diff(request: wire.DiffRequest): wire.DiffResponse {
    this.siblings.remember(typeOf(request.getUrn()), request.getId(), read(request.getOlds()));
    // The engine handles ignored inputs itself, but not those that only Check adds, such as 'tagsAll'.
    const ignored = request.getIgnorechangesList();
    const changed = differences(read(request.getOldInputs()), read(request.getNews())).filter(
      ({ property }) => !ignored.includes(property),
    );
    const { DIFF_NONE, DIFF_SOME } = wire.DiffResponse.DiffChanges;
    const response = new wire.DiffResponse()
      .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
      .setDiffsList(changed.map(({ property }) => property))
      .setHasdetaileddiff(true);
    for (const { property, kind } of changed) {
      const detail = new wire.PropertyDiff()
        .setKind(wire.PropertyDiff.Kind[kind])
        .setInputdiff(true);
      response.getDetaileddiffMap().set(property, detail);
    }
    return response;
  }

  private create(request: wire.CreateRequest): wire.CreateResponse {
    const inputs = read(request.getProperties());
    const shape = this.shape(request.getUrn());
    if (request.getPreview()) {
      return new wire.CreateResponse().setProperties(
        this.outputs(shape, plannedOutputs(shape, inputs)),
      );
    }
    const resource = this.resource(request.getUrn(), inputs);
    const id = identityOf(resource);
    const outputs = madeOutputs(this.sdk, shape, resource, id);
    this.siblings.remember(resource.type, id, outputs);
    return new wire.CreateResponse().setId(id).setProperties(this.outputs(shape, outputs));
  }

  /**
   * Returns a resource of the state unchanged. For an import only the id is known, and only AWS knows the
   * configuration, so the preview shows the program's values as an update.
   */
  private read(request: wire.ReadRequest): wire.ReadResponse {
    const shape = this.shape(request.getUrn());
    const response = new wire.ReadResponse().setId(request.getId());
    const known = read(request.getProperties());
    const knownInputs = read(request.getInputs());
    if (Object.keys(knownInputs).length > 0) {
      return response.setProperties(this.outputs(shape, known)).setInputs(struct(knownInputs));
    }
    const identified = identifiedInputs(typeOf(request.getUrn()), shape, request.getId(), known);
    const inputs = { ...identified, ...inheritedInputs(shape, this.configured(), identified) };
    const resource = this.resource(request.getUrn(), inputs);
    const outputs = { ...madeOutputs(this.sdk, shape, resource, request.getId()), ...known };
    this.siblings.remember(resource.type, request.getId(), outputs);
    return response.setProperties(this.outputs(shape, outputs)).setInputs(struct(inputs));
  }

  private update(request: wire.UpdateRequest): wire.UpdateResponse {
    const inputs = read(request.getNews());
    const shape = this.shape(request.getUrn());
    const old = { inputs: read(request.getOldInputs()), outputs: read(request.getOlds()) };
    const resource = this.resource(request.getUrn(), inputs);
    const fresh = request.getPreview()
      ? plannedOutputs(shape, inputs)
      : madeOutputs(this.sdk, shape, resource, request.getId());
    return new wire.UpdateResponse().setProperties(
      this.outputs(shape, updatedOutputs(fresh, old, inputs)),
    );
  }

  /** Outputs as the engine takes them, with those marked that the SDK calls secret. */
  private outputs({ secrets }: ResourceShape, outputs: Properties) {
    const marked = Object.entries(outputs).map(([name, value]) => [
      name,
      this.keepsSecrets && secrets.has(name) ? secret(value) : value,
    ]);
    return struct(Object.fromEntries(marked));
  }

  private resource(urn: string, inputs: Properties): Resource {
    return new Resource(urn, inputs, this.configured(), this.siblings);
  }

  private shape(urn: string): ResourceShape {
    const shape = this.sdk.resource(typeOf(urn));
    if (shape === undefined) {
      throw new Refusal(
        `Resource '${nameOf(urn)}': its type '${typeOf(urn)}' does not exist in @pulumi/aws ` +
          `${this.sdk.version}. Look for its name in the documentation of that version.`,
      );
    }
    return shape;
  }

  private configured(): Account {
    if (this.account === undefined) {
      throw new Refusal("Provider aws: it must be configured before it is used.");
    }
    return this.account;
  }
}

/**
 * The sentence names the property; if the message did too, the engine would print the property's
 * value, which may be secret.
 */
function failure(reason: string): wire.CheckFailure {
  return new wire.CheckFailure().setReason(reason);
}

function namingWish(options?: wire.CheckRequest.AutonamingOptions): NamingWish | undefined {
  const modes = ["propose", "enforce", "disable"] as const;
  const mode = options && modes[options.getMode()];
  return mode && { mode, proposedName: options.getProposedName() };
}
