// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Which REST API of the stack a property means: `restApi: tokens.id`, or an API's id as text. */

import { type Reading, read, textOf } from "../resources/reading";
import { type Stack, type StackResource, sourcesOf, topLevel } from "../resources/stack";

export const restApiTypes = [
  "aws:apigateway/restApi:RestApi",
  "aws-native:apigateway:RestApi",
] as const;

export interface NamedApi {
  /** None where the API lives outside of the stack. */
  readonly api: StackResource | undefined;
  /** False where the id is not known and made from more than one API. */
  readonly certain: boolean;
}

/** An id that is known decides; one that is not known yet means the API that it is made from. */
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
