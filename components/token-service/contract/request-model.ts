// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** A model with which API Gateway validates a request body. */
export interface RequestModel {
  /** Name of the model. API Gateway allows only letters and digits. */
  readonly name: string;
  /** JSON Schema draft 4, the only language of API Gateway's models. */
  readonly schema: Draft4Schema;
}

/** The part of JSON Schema draft 4 that the models use: presence, type and size. */
export interface Draft4Schema {
  readonly $schema?: "http://json-schema.org/draft-04/schema#";
  readonly title?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Draft4Schema>>;
  readonly required?: readonly string[];
  readonly maxLength?: number;
}

/** A schema of the contract has a keyword, type or reference that a request model cannot express. */
export class UntranslatableSchemaError extends Error {
  public override readonly name = "UntranslatableSchemaError";
}

/** Schemas by name, as OpenAPI keeps them under `components.schemas`. */
type Schemas = Readonly<Record<string, unknown>>;
type Translate = (value: unknown, schemas: Schemas, where: string) => unknown;

const reference = /^#\/components\/schemas\/([A-Za-z0-9]+)$/;

/**
 * In JSON Schema 2020-12, 3600.0 is an integer; in draft 4 it is not. The gateway must not refuse what
 * the contract allows, so it checks only that the value is a number. The handler checks the rest.
 */
const types: Readonly<Record<string, string>> = {
  object: "object",
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

/**
 * The translation of each keyword. `undefined` leaves the keyword to the handler on purpose: its answer
 * names field and rule, and the gateway's does not. Any other keyword is refused, because its meaning in
 * draft 4 is not decided yet.
 */
const keywords: Readonly<Record<string, Translate | undefined>> = {
  type: typeOf,
  properties: (value, schemas, where) =>
    Object.fromEntries(
      Object.entries(value as Schemas).map(([name, schema]) => [
        name,
        translate(schema, schemas, `${where}.${name}`),
      ]),
    ),
  required: (value) => value,
  maxLength: (value) => value,
  additionalProperties: undefined,
  default: undefined,
  description: undefined,
  enum: undefined,
  format: undefined,
  maximum: undefined,
  minLength: undefined,
  minimum: undefined,
  pattern: undefined,
};

/** Translates the schema that an OpenAPI 3.1 reference points to into a request model of the same name. */
export function requestModelOf($ref: string, schemas: Schemas): RequestModel {
  const name = nameOf($ref, "request body");
  return {
    name,
    schema: {
      $schema: "http://json-schema.org/draft-04/schema#",
      title: name,
      ...translate({ $ref }, schemas, name),
    },
  };
}

function translate(schema: unknown, schemas: Schemas, where: string): Draft4Schema {
  const entries = Object.entries(resolved(schema as Schemas, schemas, where));
  const unknown = entries
    .map(([keyword]) => keyword)
    .find((keyword) => !Object.hasOwn(keywords, keyword));
  if (unknown !== undefined) {
    throw new UntranslatableSchemaError(
      `Contract '${where}': keyword '${unknown}' has no counterpart in an API Gateway request model. ` +
        `Use one of ${Object.keys(keywords).join(", ")}.`,
    );
  }
  return Object.fromEntries(
    entries.flatMap(([keyword, value]) => {
      const carry = keywords[keyword];
      return carry ? [[keyword, carry(value, schemas, where)]] : [];
    }),
  );
}

/** Follows references, because a model of API Gateway cannot refer to anything outside itself. */
function resolved(schema: Schemas, schemas: Schemas, where: string): Schemas {
  if (schema.$ref === undefined) {
    return schema;
  }
  const { $ref, ...siblings } = schema;
  const target = schemas[nameOf($ref, where)];
  if (target === undefined) {
    throw new UntranslatableSchemaError(
      `Contract '${where}': '$ref' must name a schema that exists, got ${JSON.stringify($ref)}.`,
    );
  }
  return { ...resolved(target as Schemas, schemas, where), ...siblings };
}

function nameOf($ref: unknown, where: string): string {
  const name = reference.exec(String($ref))?.[1];
  if (name === undefined) {
    throw new UntranslatableSchemaError(
      `Contract '${where}': '$ref' must point into #/components/schemas/, got ${JSON.stringify($ref)}.`,
    );
  }
  return name;
}

function typeOf(value: unknown, _schemas: Schemas, where: string): string {
  const type = types[String(value)];
  if (typeof value !== "string" || type === undefined) {
    throw new UntranslatableSchemaError(
      `Contract '${where}': 'type' must be one of ${Object.keys(types).join(", ")}, got ${JSON.stringify(value)}.`,
    );
  }
  return type;
}
