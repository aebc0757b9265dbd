// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { withName } from "../../../local/stand-in/naming";
import type { Properties } from "../../../local/stand-in/properties";
import { Sdk } from "../../../local/stand-in/sdk";
import { SDK_FOLDER, urnOf } from "../../support/stand-in/aws-plugin";
import { sdkTokens } from "../../support/stand-in/aws-sdk";

const sdk = new Sdk(SDK_FOLDER);

function named(type: string, name: string, inputs: Properties = {}, old: Properties = {}) {
  const shape = sdk.resource(type) ?? assert.fail(type);
  return withName(urnOf(type, name), shape, old, inputs);
}

describe("local/stand-in/naming", () => {
  const forms: [string, string, RegExp][] = [
    ["aws:apigateway/restApi:RestApi", "name", /^Mine-[0-9a-f]{7}$/],
    ["aws:athena/database:Database", "name", /^Mine_[0-9a-f]{7}$/],
    ["aws:cloudwatch/eventTarget:EventTarget", "targetId", /^Mine-[0-9a-f]{7}$/],
    ["aws:ec2/keyPair:KeyPair", "keyName", /^Mine-[0-9a-f]{7}$/],
    ["aws:elasticache/cluster:Cluster", "clusterId", /^mine-[0-9a-f]{7}$/],
    ["aws:glue/catalogDatabase:CatalogDatabase", "name", /^mine_[a-z]{8}$/],
    ["aws:kms/alias:Alias", "name", /^alias\/Mine-[0-9a-f]{7}$/],
    ["aws:lambda/permission:Permission", "statementId", /^Mine-[0-9a-f]{7}$/],
    ["aws:lex/bot:Bot", "name", /^Mine_[a-z]{8}$/],
    ["aws:rds/instance:Instance", "identifier", /^Mine[0-9a-f]{7}$/],
    ["aws:s3/bucket:Bucket", "bucket", /^mine-[0-9a-f]{7}$/],
    ["aws:s3/bucketObject:BucketObject", "key", /^Mine$/],
    ["aws:s3/bucketV2:BucketV2", "bucket", /^mine-[0-9a-f]{7}$/],
  ];
  for (const [type, property, pattern] of forms) {
    it(`makes up '${property}' of ${type}`, () => {
      const inputs = named(type, "Mine");
      assert.match(String(inputs[property]), pattern);
      assert.deepEqual(inputs, { [property]: inputs[property], __defaults: [property] });
    });
  }

  it("ends the name of a FIFO queue and topic as AWS wants it", () => {
    const queue = named("aws:sqs/queue:Queue", "Mine", { fifoQueue: true });
    assert.match(String(queue.name), /^Mine-[0-9a-f]{7}\.fifo$/);
    const topic = named("aws:sns/topic:Topic", "Mine", { fifoTopic: true });
    assert.match(String(topic.name), /^Mine-[0-9a-f]{7}\.fifo$/);
  });

  it("names nothing that the program names, or gives a prefix of a name", () => {
    const type = "aws:s3/bucket:Bucket";
    assert.deepEqual(named(type, "Mine", { bucket: "b" }), { bucket: "b" });
    assert.deepEqual(named(type, "Mine", { bucketPrefix: "b" }), { bucketPrefix: "b" });
  });

  it("names no bucket of somebody else's, and no record of a zone", () => {
    assert.deepEqual(named("aws:s3/bucketPolicy:BucketPolicy", "Mine"), {});
    assert.deepEqual(named("aws:route53/record:Record", "Mine"), {});
  });

  it("makes up another name for another resource, and the same for the same one", () => {
    const name = (resource: string) => named("aws:iam/role:Role", resource).name;
    assert.equal(name("one"), name("one"));
    assert.notEqual(String(name("one")).slice(-7), String(name("two")).slice(-7));
  });

  it("makes up a new name when the old one was the program's", () => {
    const { bucket } = named("aws:s3/bucket:Bucket", "Mine", {}, { bucket: "programs" });
    assert.notEqual(bucket, "programs");
  });

  it("refuses a name that gets longer than AWS allows", () => {
    const name = "r".repeat(60);
    const made = `${name}-${String(named("aws:sqs/queue:Queue", name).name).slice(-7)}`;
    assert.throws(
      () => named("aws:iam/role:Role", name),
      ({ message }: Error) => {
        const [before, after] = message.split(/"r{60}-[0-9a-f]{7}"/);
        assert.equal(
          before,
          `Role '${name}': 'name' must be at most 64 characters, got ${made.length} in the made-up `,
        );
        assert.equal(after, ". Shorten the resource's name or give it one.");
        return true;
      },
    );
  });

  it("names whatever has an optional name in the SDK", () => {
    const unnamed = sdkTokens().resources.filter((type) => {
      const name = sdk.resource(type)?.inputs.get("name");
      return name?.optional && name.type === "string" && named(type, "m").__defaults === undefined;
    });
    assert.deepEqual(unnamed, []);
  });
});
