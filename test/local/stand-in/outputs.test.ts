// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accountOf } from "../../../local/stand-in/account";
import { alternativesOf, type Member, unwrap } from "../../../local/stand-in/declarations";
import { identityOf, madeOutputs, plannedOutputs } from "../../../local/stand-in/outputs";
import { isPlainObject, unknownValue } from "../../../local/stand-in/properties";
import { Resource } from "../../../local/stand-in/resource";
import { type ResourceShape, Sdk } from "../../../local/stand-in/sdk";
import { SDK_FOLDER, urnOf } from "../../support/stand-in/aws-plugin";
import { sdkTokens } from "../../support/stand-in/aws-sdk";

const sdk = new Sdk(SDK_FOLDER);
const account = accountOf({ region: "cn-north-1" }, sdk.regions, {});

interface Made {
  readonly token: string;
  readonly shape: ResourceShape;
  readonly outputs: Record<string, unknown>;
  readonly id: string;
}

describe("local/stand-in/outputs", () => {
  let made: Made[];

  before(() => {
    made = sdkTokens().resources.map((token) => {
      const shape = sdk.resource(token);
      assert.ok(shape, token);
      const resource = new Resource(urnOf(token, "mine"), {}, account);
      const id = identityOf(resource);
      return { token, shape, id, outputs: madeOutputs(sdk, shape, resource, id) };
    });
  });

  it("gives every resource of the SDK an identifier", () => {
    assert.deepEqual(
      made.filter(({ id }) => !/^[\x21-\x7e]+$/.test(id)).map(({ token }) => token),
      [],
    );
  });

  it("gives every output that AWS sets a value of its declared type", () => {
    const wrong = made.flatMap(({ token, shape, outputs }) =>
      [...shape.outputs]
        .filter(([name, member]) => !member.optional && !isUnsetBlock(shape, name, member))
        .filter(([name, { type }]) => !isOfType(type, outputs[name]))
        .map(
          ([name, { type }]) => `${token}.${name}: ${type}, got ${JSON.stringify(outputs[name])}`,
        ),
    );
    assert.deepEqual(wrong, []);
  });

  it("plans exactly the outputs that it will make, all of them unknown", () => {
    const wrong = made.filter(({ shape }) => {
      const planned = plannedOutputs(shape, {});
      const always = [...shape.outputs].filter(([, { optional }]) => !optional);
      return (
        Object.values(planned).some((value) => value !== unknownValue) ||
        Object.keys(planned).length !== new Set([...always.map(([name]) => name), "id"]).size
      );
    });
    assert.deepEqual(
      wrong.map(({ token }) => token),
      [],
    );
  });

  it("puts every ARN, host and URL into the resource's own partition", () => {
    const text = JSON.stringify(made.map(({ token, outputs, id }) => ({ token, outputs, id })));
    assert.deepEqual(text.match(/arn:aws:[^"]*/g) ?? [], []);
    assert.deepEqual(text.match(/[^"]*\.amazonaws\.com(?!\.cn)[^"]*/g) ?? [], []);
  });

  it("invents no key, role or other ARN for an input that the program has left out", () => {
    const invented = made.flatMap(({ token, shape, outputs }) =>
      [...shape.inputs.keys()]
        .filter((name) => /arn$|kms/i.test(name) && typeof outputs[name] === "string")
        .filter((name) => outputs[name] !== "")
        .map((name) => `${token}.${name}`),
    );
    assert.deepEqual(invented, []);
  });
});

/** A single block that the program may give and did not: the real plug-in leaves it out as well. */
function isUnsetBlock({ inputs }: ResourceShape, name: string, { type }: Member): boolean {
  return inputs.has(name) && !type.endsWith("[]") && !/^(string|number|boolean)$/.test(type);
}

function isOfType(declared: string, value: unknown): boolean {
  return alternativesOf(declared).some((alternative) =>
    isOfAlternative(unwrap(alternative), value),
  );
}

function isOfAlternative(type: string, value: unknown): boolean {
  if (type.endsWith("[]")) {
    return Array.isArray(value) && value.every((item) => isOfType(type.slice(0, -2), item));
  }
  const free = /^\{\s*\[key: string\]: ([\s\S]*);\s*\}$/.exec(type)?.[1];
  const members = sdk.nested(type);
  if (free === undefined && members === undefined) {
    return typeof value === (type.startsWith("enums.") ? "string" : type);
  }
  return (
    isPlainObject(value) &&
    Object.entries(value).every(([name, item]) =>
      isOfType(free ?? members?.get(name)?.type ?? "never", item),
    ) &&
    [...(members ?? [])].every(([name, { optional }]) => optional || name in value)
  );
}
