// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * The operations of an OpenAPI body that API Gateway imports, and how each authorizes its callers.
 * Source: API Gateway Developer Guide, "x-amazon-apigateway-auth", "x-amazon-apigateway-authtype",
 * "x-amazon-apigateway-authorizer", "x-amazon-apigateway-any-method"; API Gateway reads the
 * security requirements of an operation only, not those of the whole document.
 */

export interface Operation {
  /** "POST /sign". */
  readonly name: string;
  /** How callers are authorized, in API Gateway's names; empty where they are not. */
  readonly authorizations: readonly string[];
}

const methods = new Set(
  "get put post delete options head patch trace x-amazon-apigateway-any-method".split(" "),
);

/** API Gateway's authorization types, by their names in the OpenAPI extensions. */
const authorizationTypes: Readonly<Record<string, string>> = {
  awssigv4: "AWS_IAM",
  custom: "CUSTOM",
  token: "CUSTOM",
  request: "CUSTOM",
  jwt: "JWT",
  cognito_user_pools: "COGNITO_USER_POOLS",
};

/** The operations of a body; undefined where it is not an object or a reference in it leads nowhere. */
export function operationsOf(body: unknown): readonly Operation[] | undefined {
  const definition = objectOf(body);
  const paths = Object.entries(objectOf(definition?.paths) ?? {}).map(
    ([path, item]) => [path, followed(item, definition ?? {})] as const,
  );
  return definition === undefined || paths.some(([, item]) => item === undefined)
    ? undefined
    : paths.flatMap(([path, item]) => operationsOfPath(path, item ?? {}, definition));
}

function operationsOfPath(path: string, item: Members, definition: Members): readonly Operation[] {
  return Object.entries(item)
    .filter(([method]) => methods.has(method.toLowerCase()))
    .map(([method, operation]) => ({
      name: `${method === "x-amazon-apigateway-any-method" ? "ANY" : method.toUpperCase()} ${path}`,
      authorizations: authorizationsOf(objectOf(operation) ?? {}, definition),
    }));
}

/** A path item, or the one that its `$ref` refers to; undefined where that does not exist. */
function followed(item: unknown, definition: Members): Members | undefined {
  const reference = objectOf(item)?.$ref;
  return reference === undefined
    ? (objectOf(item) ?? {})
    : String(reference)
        .split("/")
        .slice(1)
        .reduce<Members | undefined>((at, step) => objectOf(at?.[step]), definition);
}

type Members = Readonly<Record<string, unknown>>;

/** An empty requirement makes all requirements optional. */
function authorizationsOf(operation: Members, definition: Members): readonly string[] {
  const type = objectOf(operation["x-amazon-apigateway-auth"])?.type;
  const own = type === undefined ? [] : [String(type).toUpperCase()];
  const requirements = (Array.isArray(operation.security) ? operation.security : []).map(
    (requirement) => Object.keys(objectOf(requirement) ?? {}),
  );
  const isOptional = requirements.some((schemes) => schemes.length === 0);
  const schemes = isOptional ? [] : requirements.flat();
  return [...own, ...schemes.flatMap((scheme) => authorizationOf(scheme, definition))].filter(
    (authorization) => authorization !== "NONE",
  );
}

/** A scheme without an authorizer is an API key, which is not an authorization. */
function authorizationOf(scheme: string, definition: Members): readonly string[] {
  const schemes =
    objectOf(objectOf(definition.components)?.securitySchemes) ??
    objectOf(definition.securityDefinitions);
  const { "x-amazon-apigateway-authtype": type, "x-amazon-apigateway-authorizer": authorizer } =
    objectOf(schemes?.[scheme]) ?? {};
  const name = String(objectOf(authorizer)?.type ?? type ?? "").toLowerCase();
  return Object.hasOwn(authorizationTypes, name) ? [authorizationTypes[name] ?? ""] : [];
}

function objectOf(value: unknown): Members | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;
}
