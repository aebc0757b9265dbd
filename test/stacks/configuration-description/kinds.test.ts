// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { aws } from "../../../stacks/configuration-description/aws";
import type { Key, Keys, Kind } from "../../../stacks/configuration-description/kinds";
import { stack } from "../../../stacks/configuration-description/stack";

/** Every key of a description, those inside maps and lists included, by path. */
function allKeys(keys: Keys, path = ""): [path: string, key: Key][] {
  return Object.entries(keys).flatMap(([name, key]) => [
    [`${path}${name}`, key] as [string, Key],
    ...allKeys(keysInside(key), `${path}${name}.`),
  ]);
}

function keysInside(kind: Kind): Keys {
  if (kind.type === "list") {
    return keysInside(kind.items);
  }
  return kind.type === "record" ? kind.keys : {};
}

describe("description of the stack configuration", () => {
  const keys = [...allKeys(stack), ...allKeys(aws)];

  it("documents every key in full sentences", () => {
    assert.ok(keys.length > 50);
    const offenders = keys.filter(([, { doc }]) => !/^[A-Z].*\.$/.test(doc));
    assert.deepEqual(
      offenders.map(([path]) => path),
      [],
    );
  });

  it("says of every key that it is required, or what holds without it", () => {
    const offenders = keys.filter(
      ([, key]) =>
        [["required"], ["default"], ["whenAbsent"]].filter(([way = ""]) => way in key).length !== 1,
    );
    assert.deepEqual(
      offenders.map(([path]) => path),
      [],
    );
  });
});
