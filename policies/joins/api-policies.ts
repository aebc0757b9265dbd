// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The resource policies of a REST API: inside it, in a resource of their own, or in an OpenAPI body. */

import { type CarriedDocument, documentsIn } from "../resources/documents";
import { below, contentOf, type Reading, read } from "../resources/reading";
import { isWritten, type Stack, type StackResource, written } from "../resources/stack";
import { namedApi } from "./rest-apis";

export interface ApiPolicy {
  /** The resource that has to change where the policy does. */
  readonly carrier: StackResource;
  readonly document: CarriedDocument;
}

const policyType = "aws:apigateway/restApiPolicy:RestApiPolicy";
const importType = "aws:apigateway/restApiPut:RestApiPut";

/** All that the program says; what the plug-in reads back beside a policy of its own is that policy. */
export function policiesOf(stack: Stack, api: StackResource): readonly ApiPolicy[] {
  const split = stack.derive(splitPolicies).get(api.urn) ?? [];
  const inline = documentsIn(api, "resource")
    .filter(({ content }) => split.length === 0 || isWritten(api, content.path))
    .map((document) => ({ carrier: api, document }));
  const written = [...inline, ...policyInBody(api), ...split];
  return written.filter(({ document }) => document.content.state !== "absent");
}

function splitPolicies(stack: Stack): ReadonlyMap<string, readonly ApiPolicy[]> {
  const byApi = new Map<string, ApiPolicy[]>();
  for (const carrier of stack.ofTypes([policyType, importType])) {
    const { api } = namedApi(stack, read(carrier.props, "restApiId"), carrier);
    const policies = [
      ...documentsIn(carrier, "resource").map((document) => ({ carrier, document })),
      ...policyInBody(carrier),
    ];
    if (api !== undefined) {
      byApi.set(api.urn, [...(byApi.get(api.urn) ?? []), ...policies]);
    }
  }
  return byApi;
}

/** An unknown body may have a policy or none, so it is an unknown policy. */
function policyInBody(carrier: StackResource): readonly ApiPolicy[] {
  return written(carrier, "body").map((body) => {
    const content: Reading = below(objectOf(contentOf(body)), "x-amazon-apigateway-policy");
    return { carrier, document: { kind: "resource", content } };
  });
}

/** A body in YAML is not read. */
function objectOf(content: Reading): Reading {
  return content.state === "known" && typeof content.value === "string"
    ? { state: "unknown", path: content.path }
    : content;
}
