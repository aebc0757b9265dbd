// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The REST API of the stack that a property refers to: `restApi: tokens.id`, or an API's id as a string. */

import { type Reading, read, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../resources/stack";

export const restApiTypes = [
  "aws:apigateway/restApi:RestApi",
  "aws-native:apigateway:RestApi",
] as const;

export interface NamedApi {
  /** Undefined where the API is not in the stack. */
  readonly api: StackResource | undefined;
  /** False where the id is unknown and made from more than one API. */
  readonly certain: boolean;
}

/** A known id decides; an unknown id is that of the API it is made from. */
export function namedApi(stack: Stack, reference: Reading, resource: StackResource): NamedApi {
  const id = textOf(reference);
  if (id !== undefined) {
    return { api: stack.derive(apisById).get(id), certain: true };
  }
  const apis = sourcesOf(resource, topLevel(reference.path)).filter(isRestApi);
  return { api: apis[0], certain: apis.length === 1 };
}

function apisById(stack: Stack): ReadonlyMap<string, StackResource> {
  return new Map(
    stack.ofTypes(restApiTypes).flatMap((api) =>
      ["id", "restApiId"].flatMap((property) => {
        const id = textOf(read(api.props, property));
        return id === undefined ? [] : [[id, api] as const];
      }),
    ),
  );
}

function isRestApi({ type }: StackResource): boolean {
  return (restApiTypes as readonly string[]).includes(type);
}
