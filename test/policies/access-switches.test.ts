// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accessSwitches, judgeSwitches, switchedOn } from "../../policies/access-switches";
import { violation } from "../../policies/finding";
import { allSwitchesOn } from "../support/closed-bucket";
import { providerTypes } from "../support/pack/provider";

const block = (props: object) => ({ state: "known", path: "", value: props }) as const;
const resource = { type: "a:b:C", name: "it", urn: "urn", props: {} };

describe("access-switches", () => {
  it("are all that the installed provider has", () => {
    const installed = providerTypes(/^s3$/)
      .filter(({ token }) => /PublicAccessBlock$/.test(token))
      .flatMap(({ declaration }) =>
        [...declaration.matchAll(/\n {4}readonly (\w+): pulumi\.Output<boolean/g)].map(
          ([, name]) => name,
        ),
      )
      .filter((name) => name !== "skipDestroy");
    assert.deepEqual([...new Set(installed)].sort(), [...accessSwitches].sort());
  });

  it("must all be on, and one that is not set is what it is part of makes of it", () => {
    assert.deepEqual(judgeSwitches(resource, block(allSwitchesOn), "off"), []);
    const { blockPublicAcls: _, ...three } = allSwitchesOn;
    assert.deepEqual(judgeSwitches(resource, block(three), "on"), []);
    assert.deepEqual(judgeSwitches(resource, block(three), "off"), [
      violation(resource, "blockPublicAcls", "is missing, which means off", switchedOn, {
        of: undefined,
      }),
    ]);
  });
});
