// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { fixKeyRotation as fix } from "../../../policies/fixes/fix-key-rotation";
import { requireKeyRotation } from "../../../policies/rules/keys/require-key-rotation";
import { fixSpec } from "../../support/pack/fix-spec";
import { from, one } from "../../support/pack/program";

const { changes, leaves } = fixSpec(fix, { acceptedBy: requireKeyRotation });

describe("fix-key-rotation", () => {
  for (const [type, enabled] of [
    ["aws:kms/key:Key", "isEnabled"],
    ["aws-native:kms:Key", "enabled"],
  ] as const) {
    const rotating = { description: "d", enableKeyRotation: true };

    changes({
      [`a ${type} without rotation`]: [one(type, { description: "d" }), rotating],
      [`a ${type} with rotation off`]: [
        one(type, { description: "d", enableKeyRotation: false }),
        rotating,
      ],
    });

    leaves({
      [`a ${type} that rotates`]: one(type, { enableKeyRotation: true }),
      [`a ${type} that cannot rotate`]: one(type, { keyUsage: "SIGN_VERIFY" }),
      [`a ${type} that is disabled`]: one(type, { [enabled]: false }),
      [`a ${type} whose rotation is not known`]: one(type, {
        enableKeyRotation: from("elsewhere.rotates"),
      }),
    });
  }
});
