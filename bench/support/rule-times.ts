// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * How long the rules themselves take over resources, called by the policy SDK as the engine makes it
 * do: reading a request and writing an answer is the SDK's own time, and not counted.
 */

import type {
  Policy,
  ResourceValidation,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import {
  AnalyzeRequest,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { policyOf } from "../../policies/framework/policy";
import { withEmbedded } from "../../policies/resources/embedded-resources";
import { rules } from "../../policies/rules";
import type { Mixed } from "./mixed-resources";

type Rpc = (call: { readonly request: unknown }, done: (error: unknown) => void) => void;
type MakeRpc = (pack: string, version: string, level: string, policies: readonly Policy[]) => Rpc;

/** The SDK keeps its declarations to itself. */
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = server as unknown as Record<
  "makeAnalyzeRpcFun" | "makeAnalyzeStackRpcFun",
  MakeRpc
>;

/** Milliseconds that all rules take together. */
export async function ruleTimes(
  resources: readonly Mixed[],
): Promise<{ readonly resources: number; readonly stack: number }> {
  const spent = { resources: 0, stack: 0 };
  const policies = rules.map((rule) => timed(policyOf(rule, { expand: withEmbedded }), spent));
  const analyze = makeAnalyzeRpcFun("timed", "1.0.0", "advisory", policies);
  const analyzeStack = makeAnalyzeStackRpcFun("timed", "1.0.0", "advisory", policies);
  for (const resource of resources) {
    await answered(analyze, fill(new AnalyzeRequest(), resource));
  }
  await answered(
    analyzeStack,
    new AnalyzeStackRequest().setResourcesList(
      resources.map((resource) => fill(new AnalyzerResource(), resource)),
    ),
  );
  return spent;
}

function timed(
  policy: Policy,
  spent: { resources: number; stack: number },
): ResourceValidationPolicy | StackValidationPolicy {
  const { validateResource, validateStack, ...rest } = policy as ResourceValidationPolicy &
    StackValidationPolicy;
  return {
    ...rest,
    ...(validateResource && {
      validateResource: watched(validateResource as ResourceValidation, (milliseconds) => {
        spent.resources += milliseconds;
      }),
    }),
    ...(validateStack && {
      validateStack: watched(validateStack, (milliseconds) => {
        spent.stack += milliseconds;
      }),
    }),
  } as ResourceValidationPolicy | StackValidationPolicy;
}

function watched<A extends readonly unknown[], R>(
  validate: (...args: A) => R,
  add: (milliseconds: number) => void,
): (...args: A) => R {
  return (...args) => {
    const started = performance.now();
    try {
      return validate(...args);
    } finally {
      add(performance.now() - started);
    }
  };
}

function fill<R extends AnalyzeRequest | AnalyzerResource>(request: R, resource: Mixed): R {
  const { type, name, urn, properties } = resource;
  request.setType(type);
  request.setUrn(urn);
  request.setName(name);
  request.setOptions(new AnalyzerResourceOptions());
  request.setProperties(Struct.fromJavaScript(properties as Record<string, JavaScriptValue>));
  return request;
}

function answered(rpc: Rpc, request: unknown): Promise<void> {
  return new Promise((resolve, reject) =>
    rpc({ request }, (error) => (error ? reject(error) : resolve())),
  );
}
