// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { fixKeyRotation as fix } from "../../../policies/fixes/fix-key-rotation";
import { from } from "../../../policies/framework/rule";
import { requireKeyRotation } from "../../../policies/rules/keys/require-key-rotation";
import { fixed } from "../../support/pack/fixed";
import type { Program } from "../../support/pack/program";
import { assertCompliant } from "../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const key = (properties: Properties, type: string): Program => ({ key: { type, properties } });

describe("fix-key-rotation", () => {
  for (const type of ["aws:kms/key:Key", "aws-native:kms:Key"]) {
    it(`makes a ${type} rotate, which its rule then accepts`, async () => {
      for (const properties of [{}, { enableKeyRotation: false }]) {
        const changed = await fixed(fix, key({ description: "d", ...properties }, type));
        assert.deepEqual(changed, { key: { description: "d", enableKeyRotation: true } });
        await assertCompliant(requireKeyRotation, key(changed.key ?? {}, type));
      }
    });

    it(`leaves a ${type} that rotates, cannot, or may`, async () => {
      const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
      for (const properties of [
        { enableKeyRotation: true },
        { keyUsage: "SIGN_VERIFY" },
        { [type.startsWith("aws:") ? "isEnabled" : "enabled"]: false },
        { enableKeyRotation: from("elsewhere.rotates") },
      ]) {
        assert.deepEqual(await fixed(fix, { elsewhere, ...key(properties, type) }), {});
      }
    });
  }
});
