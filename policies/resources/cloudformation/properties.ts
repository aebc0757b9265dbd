// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties of CloudFormation in the spelling of `aws-native`: keys in lower camel case, at every depth. */

import type { Evaluated } from "./intrinsics";
import { propertyNameOf } from "./names";

/** Maps whose keys are the program's own, and are left as they are written. */
const mapsOfTheProgram: ReadonlySet<string> = new Set([
  "dockerLabels",
  "environmentVariables",
  "eventPattern",
  "filterPolicy",
  "labels",
  "metadata",
  "options",
  "parameters",
  "requestModels",
  "requestParameters",
  "responseModels",
  "responseParameters",
  "responseTemplates",
  "stageVariables",
  "tags",
  "variables",
]);

/** Elements that only documents in other languages have: policies of IAM, statements, OpenAPI bodies. */
const documentElements = ["Statement", "Effect", "openapi", "swagger"] as const;

interface Properties {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
}

export function propertiesOf(written: readonly (readonly [string, Evaluated])[]): Properties {
  const named = written.map(([name, evaluated]) => [propertyNameOf(name), evaluated] as const);
  return {
    properties: Object.fromEntries(named.map(([name, { value }]) => [name, spelled(name, value)])),
    sources: new Map(named.map(([name, { sources }]) => [name, sources])),
  };
}

function spelled(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((element) => spelled("", element));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (mapsOfTheProgram.has(name) || documentElements.some((element) => element in value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const memberName = propertyNameOf(key);
      return [memberName, spelled(memberName, member)];
    }),
  );
}
