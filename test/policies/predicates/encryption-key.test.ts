// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { comesFromCustomerKey, managedAliasIn } from "../../../policies/predicates/encryption-key";
import { stackOf } from "../../support/pack/judge";
import { from, type Program } from "../../support/pack/program";

async function isCustomers(reference: string, others: Program): Promise<boolean> {
  const properties = {
    rules: [{ block: { kmsMasterKeyId: reference } }],
    bucket: from("files.id"),
  };
  const files = { type: "aws:s3/bucket:Bucket" };
  const { resource } = await stackOf({ ...others, files, user: { type: "a:b:C", properties } });
  return comesFromCustomerKey(resource("user"), "rules[0].block.kmsMasterKeyId");
}

const key = { type: "aws:kms/key:Key" };
const parameter = { type: "aws:ssm/parameter:Parameter" };

describe("encryption-key", () => {
  for (const type of [
    "aws:kms/key:Key",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
    "aws:kms/alias:Alias",
  ]) {
    it(`knows that a sibling of type ${type} is the customer's`, async () => {
      assert.equal(await isCustomers(from("key.arn"), { key: { type } }), true);
    });
  }

  it("takes a key and its alias for one", async () => {
    const others = { key, alias: { type: "aws:kms/alias:Alias" } };
    assert.equal(await isCustomers(from("key.arn") + from("alias.name"), others), true);
  });

  it("does not know a key outside the program", async () => {
    assert.equal(await isCustomers(from("key.arn"), { key: { ...key, external: true } }), false);
  });

  it("does not know what a parameter holds, alone or beside a key", async () => {
    assert.equal(await isCustomers(from("parameter.value"), { parameter }), false);
    const either = from("key.arn") + from("parameter.value");
    assert.equal(await isCustomers(either, { key, parameter }), false);
  });

  for (const [id, alias] of [
    ["alias/aws/s3", "alias/aws/s3"],
    ["aws/s3", "aws/s3"],
    ["arn:aws-cn:kms:cn-north-1:111122223333:alias/aws/rds", "alias/aws/rds"],
    ["alias/awesome", undefined],
    ["alias/my/aws/s3", undefined],
    ["arn:aws:kms:eu-central-1:111122223333:key/aws", undefined],
  ] as const) {
    it(`finds ${alias === undefined ? "no key that AWS manages" : alias} in ${id}`, () => {
      assert.equal(managedAliasIn(id), alias);
    });
  }
});
