// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The messages of the engine's analyzer interface, built and read. */

import {
  AnalyzeRequest,
  type AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  PolicySeverity,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Shown } from "./program";

/** A report as it arrives at the engine. */
export interface Reported {
  readonly policy: string;
  readonly level: string;
  readonly severity: string;
  /** The resource's name; empty where the report is about the stack. */
  readonly resource: string;
  readonly message: string;
}

export interface Analysis {
  readonly reports: readonly Reported[];
  /** The policies that had nothing to judge, with the reason. */
  readonly notApplicable: readonly { readonly policy: string; readonly reason: string }[];
}

export function resourceRequest(resource: Shown): AnalyzeRequest {
  return new AnalyzeRequest()
    .setType(resource.type)
    .setUrn(resource.urn)
    .setName(resource.name)
    .setOptions(new AnalyzerResourceOptions())
    .setProvider(providerOf(resource))
    .setProperties(struct(resource.inputs));
}

export function stackRequest(resources: readonly Shown[]): AnalyzeStackRequest {
  return new AnalyzeStackRequest().setResourcesList(
    resources.map((resource) => {
      const message = new AnalyzerResource()
        .setType(resource.type)
        .setUrn(resource.urn)
        .setName(resource.name)
        .setOptions(new AnalyzerResourceOptions())
        .setProvider(providerOf(resource))
        .setProperties(struct(resource.outputs));
      for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        const dependencies = new AnalyzerPropertyDependencies().setUrnsList([...urns]);
        message.getPropertydependenciesMap().set(property, dependencies);
      }
      return message;
    }),
  );
}

function providerOf({ provider }: Shown): AnalyzerProviderResource | undefined {
  return (
    provider &&
    new AnalyzerProviderResource()
      .setType(provider.type)
      .setUrn(provider.urn)
      .setName(provider.name)
      .setProperties(struct(provider.inputs))
  );
}

/** The configuration of a pack, as the engine sends it: by rule, a level and the rule's own properties. */
export type PackConfiguration = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function configureRequest(configuration: PackConfiguration): ConfigureAnalyzerRequest {
  const request = new ConfigureAnalyzerRequest();
  for (const [rule, { enforcementLevel = "mandatory", ...properties }] of Object.entries(
    configuration,
  )) {
    const level = String(enforcementLevel).toUpperCase() as keyof typeof EnforcementLevel;
    const config = new PolicyConfig()
      .setEnforcementlevel(EnforcementLevel[level])
      .setProperties(struct(properties));
    request.getPolicyconfigMap().set(rule, config);
  }
  return request;
}

export function analysisOf(response: AnalyzeResponse): Analysis {
  return {
    reports: response.getDiagnosticsList().map((diagnostic) => ({
      policy: diagnostic.getPolicyname(),
      level: nameIn(EnforcementLevel, diagnostic.getEnforcementlevel()),
      severity: nameIn(PolicySeverity, diagnostic.getSeverity()).replace("policy_severity_", ""),
      resource: diagnostic.getUrn().split("::")[3] ?? "",
      message: diagnostic.getMessage(),
    })),
    notApplicable: response.getNotApplicableList().map((one) => ({
      policy: one.getPolicyName(),
      reason: one.getReason(),
    })),
  };
}

function nameIn(names: object, value: number): string {
  const [name = ""] = Object.entries(names).find(([, one]) => one === value) ?? [];
  return name.toLowerCase();
}

function struct(properties: object): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}
