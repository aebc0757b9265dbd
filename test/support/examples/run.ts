// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Runs a program in this process the way a first preview does, and notes what the engine would be
 * asked for: inputs as they go over the wire, unknown values, and the siblings they come from.
 */

import { Script } from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as ts from "typescript";
import { policyDocument } from "../../../local/stand-in/data-sources/policy-document";
import { computedOf } from "../pack/computed";
import { type Shown, UNKNOWN } from "../pack/program";

/** What a request for a resource tells; the SDK has no public type for it. */
interface Request {
  getType(): string;
  getName(): string;
  getParent(): string;
  getCustom(): boolean;
  /** The URN and the id of an explicit provider. */
  getProvider(): string;
  getObject(): Struct | undefined;
  getPropertydependenciesMap(): {
    forEach(visit: (value: { getUrnsList(): string[] }, key: string) => void): void;
  };
}

type Register = (
  request: Request,
  callback: (error: unknown, response?: { getUrn(): string }) => void,
) => void;

const provider = {
  type: "pulumi:providers:aws",
  name: "default",
  urn: "urn:pulumi:test::program::pulumi:providers:aws::default",
  inputs: { region: "eu-central-1" },
};

const facts: Readonly<Record<string, object>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "111122223333" },
  "aws:index/getPartition:getPartition": { partition: "aws", dnsSuffix: "amazonaws.com" },
  "aws:index/getRegion:getRegion": { name: "eu-central-1", region: "eu-central-1" },
};

/** The resources of a program. What it does wrong by itself ends it early, as it would in a preview. */
export async function resourcesOf(code: string): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ inputs }) => ({ id: "", state: inputs }),
      call: ({ token, inputs }) =>
        token === "aws:iam/getPolicyDocument:getPolicyDocument"
          ? policyDocument(undefined as never, inputs)
          : { ...facts[token] },
    },
    "program",
    "test",
    true,
  );
  const monitor = pulumi.runtime.getMonitor() as unknown as { registerResource: Register };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) =>
    register(request, (error, response) => {
      if (response !== undefined && request.getCustom()) {
        shown.push(shownOf(request, response.getUrn(), shown));
      }
      callback(error, response);
    });
  await pulumi.runtime.runInPulumiStack(async () => {
    await evaluate(code);
    return {};
  });
  await settled();
  return shown;
}

function shownOf(request: Request, urn: string, before: readonly Shown[]): Shown {
  const explicit = before.find((one) => request.getProvider().startsWith(`${one.urn}::`));
  const type = request.getType();
  const inputs = asText(request.getObject()?.toJavaScript() ?? {}) as Shown["inputs"];
  const computed = Object.keys({ id: "", arn: "", ...computedOf(type) });
  const propertyDependencies: Record<string, readonly string[]> = {};
  request.getPropertydependenciesMap().forEach((dependencies, property) => {
    propertyDependencies[property] = dependencies.getUrnsList();
  });
  return {
    type,
    name: request.getName(),
    urn,
    inputs,
    outputs: { ...Object.fromEntries(computed.map((key) => [key, UNKNOWN])), ...inputs },
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).filter(([, urns]) => urns.length > 0),
    ),
    ...(type.startsWith("aws:") && { provider: explicit ?? provider }),
  };
}

/** A resource that is passed as a whole reaches a pack as its id. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(asText);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.values(value).includes(RESOURCE)
    ? UNKNOWN
    : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

/** The mark of a resource on the wire. */
const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";

async function evaluate(code: string): Promise<void> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  // Names that an example does not declare are resources that it takes for given.
  const wrapped = new Script(
    "(function (given) { with (given) { return function (require, exports, module) { " +
      `"use strict"; ${outputText}\n} } })`,
  );
  const module: { exports: unknown } = { exports: {} };
  wrapped.runInThisContext()(given)(requireFor, module.exports, module);
  if (typeof module.exports === "function") {
    await module.exports();
  }
}

/** A resource that is declared elsewhere: nothing about it is known. */
const elsewhere = new Proxy(
  {},
  {
    get: (_, property) =>
      property === "then" || typeof property === "symbol" ? undefined : UNKNOWN,
  },
);

const given = new Proxy(
  {},
  {
    has: (_, name) => typeof name === "string" && !(name in globalThis),
    get: (_, name) => (typeof name === "string" ? elsewhere : undefined),
  },
);

/** The SDKs are the real ones; files and other packages are not there, and count as some text. */
function requireFor(name: string): unknown {
  if (/^@pulumi\/(aws|pulumi)(\/|$)/.test(name)) {
    return require(name);
  }
  return name === "@pulumi/std" ? functions : anything();
}

const functions = new Proxy(
  {},
  {
    get: (_, name) => () =>
      String(name).endsWith("Output")
        ? pulumi.output({ result: "text" })
        : Promise.resolve({ result: "text" }),
  },
);

function anything(): unknown {
  const answer = () => anything();
  return new Proxy(answer, {
    get: (_, property) => {
      if (property === Symbol.toPrimitive || property === "toString" || property === "toJSON") {
        return () => "text";
      }
      return property === "then" || property === "__pulumiOutput" ? undefined : anything();
    },
    construct: () => anything() as object,
  });
}

/** Requests follow from outputs, which follow from answers: quiet for two rounds is the end. */
async function settled(): Promise<void> {
  for (let round = 0; round < 20; round++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
