// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Members } from "./declarations";
import type { Sdk } from "./sdk";

/** A type in Pulumi's schema format, as far as declarations of an SDK tell it. */
type SchemaType =
  | { readonly type: "string" | "number" | "boolean" }
  | { readonly type: "array"; readonly items: SchemaType }
  | { readonly $ref: string };

const anything: SchemaType = { $ref: "pulumi.json#/Any" };

/**
 * The schema that a YAML program is checked with: every type and data source of the SDK with the names of its
 * properties. Blocks and maps are of any form here; the stand-in's Check compares those with the SDK.
 */
export function schemaOf(sdk: Sdk): object {
  const { resources, dataSources } = sdk.tokens();
  return {
    name: "aws",
    version: sdk.version,
    provider: { inputProperties: properties(sdk.configuration) },
    config: { variables: properties(sdk.configuration) },
    resources: Object.fromEntries(
      resources.flatMap((token) => {
        const shape = sdk.resource(token);
        return shape === undefined
          ? []
          : [
              [
                token,
                {
                  inputProperties: properties(shape.inputs),
                  requiredInputs: required(shape.inputs),
                  properties: properties(shape.outputs),
                  required: required(shape.outputs),
                },
              ],
            ];
      }),
    ),
    functions: Object.fromEntries(
      dataSources.flatMap((token) => {
        const shape = sdk.dataSource(token);
        return shape === undefined
          ? []
          : [
              [
                token,
                {
                  inputs: { properties: properties(shape.args), required: required(shape.args) },
                  outputs: {
                    properties: properties(shape.result),
                    required: required(shape.result),
                  },
                },
              ],
            ];
      }),
    ),
  };
}

/** Pulumi's schemas have `id` and `urn` of their own. */
function own(members: Members): [string, { readonly optional: boolean; readonly type: string }][] {
  return [...members].filter(([name]) => name !== "urn" && name !== "id");
}

function properties(members: Members): Record<string, SchemaType> {
  return Object.fromEntries(own(members).map(([name, { type }]) => [name, typeOf(type)]));
}

function required(members: Members): string[] {
  return own(members).flatMap(([name, { optional }]) => (optional ? [] : [name]));
}

function typeOf(declared: string): SchemaType {
  if (declared === "string" || declared === "number" || declared === "boolean") {
    return { type: declared };
  }
  if (declared === "pulumi.asset.Archive") {
    return { $ref: "pulumi.json#/Archive" };
  }
  if (declared.startsWith("pulumi.asset.")) {
    return { $ref: "pulumi.json#/Asset" };
  }
  return declared.endsWith("[]") && !declared.includes("|")
    ? { type: "array", items: anything }
    : anything;
}
