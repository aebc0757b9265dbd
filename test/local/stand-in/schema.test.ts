// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { join } from "node:path";
import { schemaOf } from "../../../local/stand-in/schema";
import { Sdk } from "../../../local/stand-in/sdk";
import { ROOT } from "../../support/structure/sources";

interface Schema {
  readonly version: string;
  readonly provider: { readonly inputProperties: Record<string, unknown> };
  readonly resources: Record<
    string,
    { readonly inputProperties: Record<string, unknown>; readonly requiredInputs: string[] }
  >;
  readonly functions: Record<string, { readonly outputs: { readonly properties: object } }>;
}

describe("local/stand-in/schema", function () {
  this.timeout(120_000);
  const sdk = new Sdk(join(ROOT, "node_modules", "@pulumi", "aws"));
  let schema: Schema;
  before(() => {
    schema = schemaOf(sdk) as Schema;
  });

  it("has every resource type and data source of the SDK", () => {
    const { resources, dataSources } = sdk.tokens();
    assert.ok(resources.length > 1_000, String(resources.length));
    assert.deepEqual(Object.keys(schema.resources).sort(), resources.sort());
    assert.ok(dataSources.length > 400, String(dataSources.length));
    assert.ok(schema.functions["aws:index/getRegion:getRegion"]);
  });

  it("tells names and simple types of inputs, and which are required", () => {
    const { inputProperties, requiredInputs } =
      schema.resources["aws:lambda/function:Function"] ?? {};
    assert.deepEqual(inputProperties?.memorySize, { type: "number" });
    assert.deepEqual(inputProperties?.code, { $ref: "pulumi.json#/Archive" });
    assert.deepEqual(inputProperties?.environment, { $ref: "pulumi.json#/Any" });
    assert.deepEqual(inputProperties?.layers, {
      type: "array",
      items: { $ref: "pulumi.json#/Any" },
    });
    assert.deepEqual(requiredInputs, ["role"]);
  });

  it("tells what a provider is configured with", () => {
    assert.ok("region" in schema.provider.inputProperties);
    assert.equal(schema.version, sdk.version);
  });
});
