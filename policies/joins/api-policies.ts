// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The resource policies of a REST API: in the API, in a resource of their own, or in an OpenAPI body. */

import { documentsIn, type ResourceDocument } from "../resources/documents";
import { below, contentOf, type Reading, read } from "../resources/reading";
import { isWritten, type Stack, type StackResource, written } from "../resources/stack";
import { namedApi } from "./rest-apis";

export interface ApiPolicy {
  /** The resource that holds the policy and has to change with it. */
  readonly holder: StackResource;
  readonly document: ResourceDocument;
}

const policyType = "aws:apigateway/restApiPolicy:RestApiPolicy";
const importType = "aws:apigateway/restApiPut:RestApiPut";

/** Every policy that the program writes. Beside a policy resource, the plug-in reads that policy back in the API. */
export function policiesOf(stack: Stack, api: StackResource): readonly ApiPolicy[] {
  const split = stack.derive(splitPolicies).get(api.urn) ?? [];
  const inline = documentsIn(api, "resource")
    .filter(({ content }) => split.length === 0 || isWritten(api, content.path))
    .map((document) => ({ holder: api, document }));
  const written = [...inline, ...policyInBody(api), ...split];
  return written.filter(({ document }) => document.content.state !== "absent");
}

function splitPolicies(stack: Stack): ReadonlyMap<string, readonly ApiPolicy[]> {
  const byApi = new Map<string, ApiPolicy[]>();
  for (const holder of stack.ofTypes([policyType, importType])) {
    const { api } = namedApi(stack, read(holder.props, "restApiId"), holder);
    const policies = [
      ...documentsIn(holder, "resource").map((document) => ({ holder, document })),
      ...policyInBody(holder),
    ];
    if (api !== undefined) {
      byApi.set(api.urn, [...(byApi.get(api.urn) ?? []), ...policies]);
    }
  }
  return byApi;
}

/** An unknown body may hold a policy or none, so it counts as an unknown policy. */
function policyInBody(holder: StackResource): readonly ApiPolicy[] {
  return written(holder, "body").map((body) => {
    const content: Reading = below(objectOf(contentOf(body)), "x-amazon-apigateway-policy");
    return { holder, document: { kind: "resource", content } };
  });
}

/** A body in YAML is not parsed: it counts as unknown. */
function objectOf(content: Reading): Reading {
  return content.state === "known" && typeof content.value === "string"
    ? { state: "unknown", path: content.path }
    : content;
}
