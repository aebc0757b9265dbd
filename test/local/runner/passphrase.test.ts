// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { passphraseOf } from "../../../local/runner/passphrase";

describe("local/runner/passphrase", () => {
  it("makes another random passphrase for each run", () => {
    const [one, other] = [passphraseOf({}), passphraseOf({})];
    assert.match(one.generated ?? "", /^[\w-]{32}$/);
    assert.notEqual(one.generated, other.generated);
    assert.deepEqual(one.variables, { PULUMI_CONFIG_PASSPHRASE: one.generated });
  });

  for (const variables of [
    { PULUMI_CONFIG_PASSPHRASE: "mine" },
    { PULUMI_CONFIG_PASSPHRASE: "" },
    { PULUMI_CONFIG_PASSPHRASE_FILE: "file" },
  ]) {
    it(`takes the user's own from ${JSON.stringify(variables)}`, () => {
      assert.deepEqual(passphraseOf({ ...variables, PATH: "" }), { variables });
    });
  }
});
