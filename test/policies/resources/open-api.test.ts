// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { operationsOf } from "../../../policies/resources/open-api";

const securitySchemes = {
  signed: { type: "apiKey", "x-amazon-apigateway-authtype": "awsSigv4" },
  lambda: {
    type: "apiKey",
    "x-amazon-apigateway-authtype": "custom",
    "x-amazon-apigateway-authorizer": { type: "token" },
  },
  pool: { type: "apiKey", "x-amazon-apigateway-authtype": "cognito_user_pools" },
  bearer: { type: "oauth2", "x-amazon-apigateway-authorizer": { type: "jwt" } },
  key: { type: "apiKey", name: "x-api-key", in: "header" },
};

/** What it takes to call an operation. */
function authorizations(operation: object, root: object = { components: { securitySchemes } }) {
  return operationsOf({ ...root, paths: { "/sign": { post: operation } } })?.[0]?.authorizations;
}

describe("open-api", () => {
  it("names the operations of every path, and nothing else of it", () => {
    const paths = {
      "/sign": { post: {}, options: {}, parameters: [], summary: "Signs" },
      "/{proxy+}": { "x-amazon-apigateway-any-method": {} },
    };
    assert.deepEqual(
      operationsOf({ paths })?.map(({ name }) => name),
      ["POST /sign", "OPTIONS /sign", "ANY /{proxy+}"],
    );
  });

  for (const [scheme, expected] of [
    ["signed", ["AWS_IAM"]],
    ["lambda", ["CUSTOM"]],
    ["pool", ["COGNITO_USER_POOLS"]],
    ["bearer", ["JWT"]],
    ["key", []],
    ["undefined", []],
  ] as const) {
    it(`reads the security scheme ${scheme} in both versions of OpenAPI`, () => {
      const security = [{ [scheme]: [] }];
      assert.deepEqual(authorizations({ security }), expected);
      assert.deepEqual(authorizations({ security }, { securityDefinitions: securitySchemes }), [
        ...expected,
      ]);
    });
  }

  it("reads the extension of an operation, in any letter case", () => {
    assert.deepEqual(authorizations({ "x-amazon-apigateway-auth": { type: "aws_iam" } }), [
      "AWS_IAM",
    ]);
    assert.deepEqual(authorizations({ "x-amazon-apigateway-auth": { type: "none" } }), []);
  });

  it("does not count requirements at the root, which API Gateway ignores", () => {
    const root = { components: { securitySchemes }, security: [{ signed: [] }] };
    assert.deepEqual(authorizations({}, root), []);
  });

  it("takes an empty requirement among others for none at all", () => {
    assert.deepEqual(authorizations({ security: [{ signed: [] }, {}] }), []);
  });

  it("reads methods in any letter case", () => {
    assert.deepEqual(operationsOf({ paths: { "/sign": { POST: {} } } }), [
      { name: "POST /sign", authorizations: [] },
    ]);
  });

  it("follows a path that is elsewhere in the body", () => {
    const paths = { "/sign": { $ref: "#/components/pathItems/sign" } };
    assert.deepEqual(operationsOf({ paths, components: { pathItems: { sign: { post: {} } } } }), [
      { name: "POST /sign", authorizations: [] },
    ]);
    assert.equal(operationsOf({ paths }), undefined);
    assert.equal(
      operationsOf({ paths: { "/": { $ref: "https://example.com/api.json" } } }),
      undefined,
    );
  });

  it("has nothing to say about a body of which one path is not in it, whatever others it has", () =>
    assert.equal(operationsOf({ paths: { "/a": { get: {} }, "/b": { $ref: "#/b" } } }), undefined));

  it("counts no scheme that the body does not define", () => {
    assert.deepEqual(authorizations({ security: [{ signed: [] }] }, {}), []);
    assert.deepEqual(authorizations({ security: [{ signed: [] }] }, { components: {} }), []);
  });

  it("has nothing to say about what is no object", () => {
    assert.equal(operationsOf("openapi: 3.0.1"), undefined);
    assert.equal(operationsOf([]), undefined);
    assert.deepEqual(operationsOf({ paths: { "/": null, "/sign": { post: null } } }), [
      { name: "POST /sign", authorizations: [] },
    ]);
  });
});
