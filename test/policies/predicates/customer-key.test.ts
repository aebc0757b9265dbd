// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { judgeCustomerKey } from "../../../policies/predicates/customer-key";
import { read } from "../../../policies/resources/reading";
import { stackOf } from "../../support/pack/judge";
import { from } from "../../support/pack/program";

/** What is found about the key of a secret: outcome, and for a violation the words. */
async function found(kmsKeyId?: string): Promise<string[]> {
  const { resource } = await stackOf({
    key: { type: "aws:kms/key:Key" },
    native: { type: "aws-native:kms:Key" },
    command: { type: "command:local:Command" },
    it: { type: "aws:secretsmanager/secret:Secret", properties: { ...(kmsKeyId && { kmsKeyId }) } },
  });
  const it = resource("it");
  const wording = { must: "it must be ours", missing: "is missing" };
  return judgeCustomerKey(it, read(it.props, "kmsKeyId"), wording).map((finding) =>
    finding.outcome === "violation" ? finding.found : finding.outcome,
  );
}

describe("customer-key", () => {
  it("believes a key by its id, and follows one that is not known yet to its resource", async () => {
    for (const key of [
      "1234abcd-12ab-34cd-56ef-1234567890ab",
      "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      "alias/classroom",
      from("key.arn"),
      from("native.arn"),
    ]) {
      assert.deepEqual(await found(key), [], key);
    }
  });

  it("rejects no key, and keys that AWS manages in all spellings", async () => {
    const managed = ["is alias/aws/secretsmanager, a key that AWS manages"];
    assert.deepEqual(await found(), ["is missing"]);
    assert.deepEqual(await found("alias/aws/secretsmanager"), managed);
    assert.deepEqual(
      await found("arn:aws:kms:eu-central-1:111122223333:alias/aws/secretsmanager"),
      managed,
    );
    assert.deepEqual(await found("aws/secretsmanager"), [
      "is aws/secretsmanager, a key that AWS manages",
    ]);
  });

  it("cannot decide a key that comes from anything else", async () => {
    assert.deepEqual(await found(from("command.stdout")), ["undecided"]);
    assert.deepEqual(await found(`${from("key.arn")}${from("command.stdout")}`), ["undecided"]);
  });
});
