// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import Ajv from "ajv";
import fc from "fast-check";
import { requestModelOf } from "../../../../components/token-service/contract/request-model";
import { routesOf } from "../../../../components/token-service/contract/routes";
import { requestFlaws } from "../../../support/token-service/contract-check";

const draft4 = "http://json-schema.org/draft-04/schema#";

/** Translates one schema, under the name Body. */
function modelOf(schema: object, others: object = {}) {
  return requestModelOf("#/components/schemas/Body", { Body: schema, ...others }).schema;
}

describe("request-model", () => {
  it("checks presence, type and size, and leaves the rest to the handler", () => {
    const Name = { type: "string", minLength: 1, maxLength: 9, pattern: "^a", description: "who" };
    const body = {
      type: "object",
      properties: {
        name: { $ref: "#/components/schemas/Name" },
        seconds: { type: "integer", minimum: 1, maximum: 9, default: 5 },
        role: { type: "string", enum: ["a", "b"], maxLength: 3 },
      },
      required: ["name"],
      additionalProperties: false,
    };
    assert.deepEqual(modelOf(body, { Name }), {
      $schema: draft4,
      title: "Body",
      type: "object",
      properties: {
        name: { type: "string", maxLength: 9 },
        seconds: { type: "number" },
        role: { type: "string", maxLength: 3 },
      },
      required: ["name"],
    });
  });

  for (const keyword of [
    "const",
    "oneOf",
    "anyOf",
    "allOf",
    "exclusiveMinimum",
    "nullable",
    "readOnly",
    "unevaluatedProperties",
    "prefixItems",
    "$defs",
    "toString",
  ]) {
    it(`refuses the keyword ${keyword}, wherever it stands`, () => {
      const schema = { type: "object", properties: { a: { type: "string", [keyword]: 1 } } };
      assert.throws(() => modelOf(schema), {
        name: "UntranslatableSchemaError",
        message:
          `Contract 'Body.a': keyword '${keyword}' has no counterpart in an API Gateway request model. ` +
          "Use one of type, properties, required, maxLength, additionalProperties, default, " +
          "description, enum, format, maximum, minLength, minimum, pattern.",
      });
    });
  }

  for (const [title, schema, message] of [
    [
      "a list of types",
      { type: ["string", "null"] },
      `'type' must be one of object, string, integer, number, boolean, got ["string","null"].`,
    ],
    [
      "an array, which nothing in the API is",
      { type: "array" },
      `'type' must be one of object, string, integer, number, boolean, got "array".`,
    ],
    [
      "a reference to another file",
      { $ref: "other.json#/Name" },
      `'$ref' must point into #/components/schemas/, got "other.json#/Name".`,
    ],
    [
      "a reference to nothing",
      { $ref: "#/components/schemas/Nothing" },
      `'$ref' must name a schema that exists, got "#/components/schemas/Nothing".`,
    ],
  ] as const) {
    it(`refuses ${title}`, () => {
      assert.throws(() => modelOf(schema), {
        name: "UntranslatableSchemaError",
        message: `Contract 'Body': ${message}`,
      });
    });
  }

  it("refuses no body that the contract allows", () => {
    const id = fc.stringMatching(/^[0-9a-f]{32,63}$/);
    const time = fc.constantFrom("2026-09-01T12:00:00Z", "2026-09-01T12:00:00.123Z");
    const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      roomUuid: id,
      userUuid: id,
      role: fc.constantFrom("teacher", "recorder"),
      lifetimeSeconds: fc.integer({ min: 60, max: 86_400 }),
      startsAt: time,
      endsAt: time,
    };
    for (const { path, requestModel } of routesOf("issued")) {
      if (requestModel === undefined) {
        continue;
      }
      // Our part of draft 4 means the same in later drafts; only the name of the draft is unknown to ajv.
      const { $schema, ...schema } = requestModel.schema;
      assert.equal($schema, draft4);
      const accepts = new Ajv().compile(schema);
      const names = Object.keys(schema.properties ?? {});
      const body = fc.record(
        Object.fromEntries(names.map((name) => [name, values[name] ?? fc.constant(undefined)])),
        { requiredKeys: [...(schema.required ?? [])] },
      );
      fc.assert(
        fc.property(body, (sent) => {
          assert.equal(requestFlaws(path, sent), undefined);
          assert.ok(accepts(sent), `${path}: ${JSON.stringify(sent)}`);
        }),
      );
    }
  });
});
