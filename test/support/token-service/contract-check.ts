// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import Ajv2020 from "ajv/dist/2020";
import openapi from "../../../components/token-service/contract/openapi.json";

interface Reference {
  readonly $ref: string;
}
interface Header {
  readonly required?: boolean;
}
interface ResponseObject {
  readonly headers?: Readonly<Record<string, Header | Reference>>;
  readonly content: Readonly<Record<string, { readonly schema: Reference }>>;
}
interface OperationObject {
  readonly requestBody?: ResponseObject;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ ...openapi, $id: "token-api" });
const paths = openapi.paths as unknown as Paths;

/** Fails unless an answer is one that the contract describes for this path. */
export function assertKeepsContract(
  path: string,
  reply: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  },
): void {
  const operation = operationAt(path);
  const response = operation
    ? resolved<ResponseObject>(operation.responses[reply.status], `${path}: ${reply.status}`)
    : resolved<ResponseObject>({ $ref: "#/components/responses/NotFound" }, path);
  for (const [name, header] of Object.entries(response.headers ?? {})) {
    if (resolved<Header>(header, name).required) {
      assert.ok(name.toLowerCase() in reply.headers, `${path}: no header ${name}`);
    }
  }
  const contentType = reply.headers["content-type"] ?? "";
  const media = response.content[contentType];
  assert.ok(media, `${path}: ${reply.status} with content type ${contentType}`);
  const flaws = flawsOf(media.schema, reply.body);
  assert.equal(flaws, undefined, `${path}: ${JSON.stringify(reply.body)}: ${flaws}`);
}

/** What the contract has against a request body; nothing when it is valid. */
export function requestFlaws(path: string, body: unknown): string | undefined {
  const schema = operationAt(path)?.requestBody?.content["application/json"]?.schema;
  assert.ok(schema, `${path} has no body`);
  return flawsOf(schema, body);
}

/** The operation whose path template fits, if the path exists; every path has one method. */
function operationAt(path: string): OperationObject | undefined {
  const found = Object.entries(paths).find(([template]) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  return found && Object.values(found[1])[0];
}

function flawsOf({ $ref }: Reference, value: unknown): string | undefined {
  const validate = ajv.getSchema(`token-api${$ref}`);
  assert.ok(validate, `no schema ${$ref}`);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

function resolved<T>(target: T | Reference | undefined, what: string): T {
  assert.ok(target, `the contract does not have ${what}`);
  const { $ref } = target as Partial<Reference>;
  if ($ref === undefined) {
    return target as T;
  }
  const steps = $ref.replace("#/", "").split("/");
  const found = steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown>)[step],
    openapi,
  );
  return found as T;
}
