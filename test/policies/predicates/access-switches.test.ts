// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { undecided, violation } from "../../../policies/framework/finding";
import {
  accessSwitches,
  judgeSwitches,
  switchedOn,
} from "../../../policies/predicates/access-switches";
import { allSwitchesOn } from "../../support/components/closed-bucket";
import { UNKNOWN } from "../../support/pack/program";
import { providerTypes } from "../../support/pack/provider";

const block = (props: object) => ({ state: "known", path: "", value: props }) as const;
const resource = { type: "a:b:C", name: "it", urn: "urn", props: {} };
const bucket = { ...resource, name: "files" };

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

  it("are undecided while one is not known, whatever one would be that is not set", () => {
    const open = unknownCheckingProxy({ ...allSwitchesOn, ignorePublicAcls: UNKNOWN });
    for (const unset of ["on", "off"] as const) {
      assert.deepEqual(judgeSwitches(resource, block(open), unset, bucket), [
        undecided(resource, "ignorePublicAcls", switchedOn, { of: bucket }),
      ]);
    }
  });

  it("must not be off, whatever one would be that is not set", () => {
    const open = { ...allSwitchesOn, restrictPublicBuckets: false };
    for (const unset of ["on", "off"] as const) {
      assert.deepEqual(judgeSwitches(resource, block(open), unset, bucket), [
        violation(resource, "restrictPublicBuckets", "is off", switchedOn, { of: bucket }),
      ]);
    }
  });
});
