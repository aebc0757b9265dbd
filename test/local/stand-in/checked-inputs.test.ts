// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { accountOf } from "../../../local/stand-in/account";
import { checkedInputs } from "../../../local/stand-in/checked-inputs";
import { type Properties, unknownValue } from "../../../local/stand-in/properties";
import { Sdk } from "../../../local/stand-in/sdk";
import { SDK_FOLDER, urnOf } from "../../support/stand-in/aws-plugin";

const sdk = new Sdk(SDK_FOLDER);
const account = accountOf(
  {
    region: "eu-central-1",
    defaultTags: JSON.stringify({ tags: { team: "classroom", stage: "dev", owner: "aws" } }),
    ignoreTags: JSON.stringify({ keys: ["owner"] }),
  },
  sdk.regions,
  {},
);

function checked(type: string, inputs: Properties): Properties {
  const shape = sdk.resource(type) ?? assert.fail(type);
  return checkedInputs({ urn: urnOf(type, "mine"), shape, account, old: {} }, inputs);
}

const KEY = "aws:kms/key:Key";
const POLICY = "aws:iam/policy:Policy";

describe("local/stand-in/checked-inputs", () => {
  it("gives a regional resource the region of its provider", () => {
    assert.equal(checked(KEY, {}).region, "eu-central-1");
  });

  it("leaves a resource in the region of its own", () => {
    assert.equal(checked(KEY, { region: "eu-west-1" }).region, "eu-west-1");
  });

  it("gives no region to a global resource, nor where the SDK calls it deprecated or means something else", () => {
    for (const type of [
      POLICY,
      "aws:cloudformation/stackSetInstance:StackSetInstance",
      "aws:ssmincidents/replicationSet:ReplicationSet",
    ]) {
      assert.equal(checked(type, { name: "n" }).region, undefined, type);
    }
  });

  it("merges the provider's tags into the resource's, which win, without the ignored ones", () => {
    const { tags, tagsAll } = checked(KEY, { tags: { stage: "prod", of: "me" } });
    assert.deepEqual(tags, { stage: "prod", of: "me" });
    assert.deepEqual(tagsAll, { team: "classroom", stage: "prod", of: "me" });
  });

  it("knows no tag while one of them is not known yet", () => {
    assert.equal(checked(KEY, { tags: { of: unknownValue } }).tagsAll, unknownValue);
  });

  it("adds no tags to what cannot have any", () => {
    assert.equal("tagsAll" in checked("aws:kms/alias:Alias", {}), false);
  });

  it("writes a policy document that is an object as text", () => {
    const policy = { Version: "2012-10-17", Statement: [] };
    assert.equal(checked(POLICY, { policy }).policy, JSON.stringify(policy));
  });

  it("leaves a policy document that is text as it is written", () => {
    assert.equal(
      checked(POLICY, { policy: '{ "Statement" : [] }' }).policy,
      '{ "Statement" : [] }',
    );
  });

  it("knows nothing of a policy document of which a part is not known yet", () => {
    const policy = { Statement: [{ Resource: unknownValue }] };
    assert.equal(checked(POLICY, { policy }).policy, unknownValue);
  });

  it("leaves blocks that are no documents as they are", () => {
    const versioning = { enabled: true };
    const { versioning: found } = checked("aws:s3/bucket:Bucket", { versioning });
    assert.deepEqual(found, versioning);
  });
});
