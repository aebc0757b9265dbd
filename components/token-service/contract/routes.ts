// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { IdentityMode } from "../runtime/identity-modes";
import openapi from "./openapi.json";
import { type RequestModel, requestModelOf } from "./request-model";

/** One call of the token API, for API Gateway. */
export interface Route {
  /** Unique name of the call in the contract. It has only letters, so it can be part of a resource's name. */
  readonly operationId: string;
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path with a leading slash; a segment in braces is a path parameter. */
  readonly path: string;
  /** Model of the JSON body. @default - the call has no body */
  readonly requestModel?: RequestModel;
}

interface Operation {
  readonly operationId: string;
  readonly "x-identity-mode"?: string;
  readonly requestBody?: {
    readonly content: {
      readonly "application/json": { readonly schema: { readonly $ref: string } };
    };
  };
}

/** The calls that the token API has in an identity mode, in the order of the contract. */
export function routesOf(identityMode: IdentityMode): Route[] {
  return Object.entries<Record<string, Operation>>(openapi.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => isOffered(operation, identityMode))
      .map(([method, operation]) => routeOf(path, method.toUpperCase(), operation)),
  );
}

/** An operation without `x-identity-mode` exists in both modes. */
function isOffered(operation: Operation, identityMode: IdentityMode): boolean {
  return (operation["x-identity-mode"] ?? identityMode) === identityMode;
}

function routeOf(path: string, method: string, operation: Operation): Route {
  const { operationId, requestBody } = operation;
  const reference = requestBody?.content["application/json"].schema.$ref;
  return {
    operationId,
    method,
    path,
    ...(reference && { requestModel: requestModelOf(reference, openapi.components.schemas) }),
  };
}
