// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { type AwsPlugin, serveStandIn, UNKNOWN } from "../../support/stand-in/aws-plugin";

const BUCKET = "aws:s3/bucket:Bucket";
const KEY = "aws:kms/key:Key";
const SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const secret = (value: unknown) => ({ [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value });

describe("local/stand-in/provider", () => {
  let plugin: AwsPlugin;
  let stop: () => void;

  beforeEach(async () => {
    ({ plugin, stop } = await serveStandIn());
    await plugin.configure({ region: "eu-central-1" });
  });

  afterEach(() => stop());

  it("says that it is the version of the installed SDK", async () => {
    assert.equal(await plugin.version(), require("@pulumi/aws/package.json").version);
  });

  it("answers with a schema of every type", async () => {
    const schema = JSON.parse((await plugin.schema()).getSchema());
    assert.ok(schema.resources["aws:s3/bucket:Bucket"].inputProperties.acl);
  });

  it("answers a call to cancel and goes on serving", async () => {
    await plugin.cancel();
    assert.equal((await plugin.create(KEY, "key", {}, true)).outputs.arn, UNKNOWN);
  });

  it("takes previews and a user's naming, and leaves secrets to the engine", async () => {
    const response = await plugin.configure({ region: "eu-central-1" });
    assert.equal(response.getSupportspreview(), true);
    assert.equal(response.getSupportsAutonamingConfiguration(), true);
    assert.equal(response.getAcceptsecrets(), false);
  });

  describe("unconfigured", () => {
    it("makes nothing", async () => {
      const other = await serveStandIn();
      await assert.rejects(other.plugin.create(KEY, "key", {}), {
        details: "Provider aws: it must be configured before it is used.",
      });
      other.stop();
    });
  });

  describe("check", () => {
    it("refuses a type that the SDK does not have", async () => {
      const version = await plugin.version();
      await assert.rejects(plugin.check("aws:s3/pail:Pail", "mine", {}), {
        details:
          `Resource 'mine': its type 'aws:s3/pail:Pail' does not exist in @pulumi/aws ${version}. ` +
          "Look for its name in the documentation of that version.",
      });
    });

    it("refuses inputs by name without repeating their values", async () => {
      const { failures } = await plugin.check(SECRET_VERSION, "mine", { secretStrin: "hush" });
      assert.deepEqual(failures, [
        "SecretVersion 'mine': 'secretStrin' is not an input of the installed @pulumi/aws. Did " +
          "you mean 'secretString'?",
        "SecretVersion 'mine': 'secretId' is required and missing.",
      ]);
    });

    it("keeps the name that it made up", async () => {
      const first = await plugin.check(BUCKET, "mine", {});
      const old = { ...first.inputs, bucket: "mine-of-before" };
      const second = await plugin.check(BUCKET, "mine", {}, { old });
      assert.equal(second.inputs.bucket, "mine-of-before");
      assert.equal(await plugin.diff(BUCKET, "mine", old, second.inputs), undefined);
    });

    it("follows the naming that the user has configured", async () => {
      const check = (mode: "propose" | "enforce" | "disable") =>
        plugin.check(BUCKET, "mine", {}, { naming: { mode, name: "Acme-mine" } });
      assert.equal((await check("propose")).inputs.bucket, "acme-mine");
      assert.equal((await check("enforce")).inputs.bucket, "Acme-mine");
      assert.equal((await check("disable")).inputs.bucket, undefined);
    });
  });

  describe("create in a preview", () => {
    it("knows of a bucket what the program wrote, and nothing of what AWS sets", async () => {
      const inputs = { bucket: "recordings", forceDestroy: false, region: "eu-central-1" };
      const { id, outputs } = await plugin.create(BUCKET, "mine", inputs, true);
      assert.equal(id, "");
      assert.deepEqual(
        { bucket: outputs.bucket, forceDestroy: outputs.forceDestroy, region: outputs.region },
        inputs,
      );
      const unknown = Object.keys(outputs).filter((name) => outputs[name] === UNKNOWN);
      for (const name of [
        "acl",
        "arn",
        "bucketRegionalDomainName",
        "grants",
        "id",
        "policy",
        "serverSideEncryptionConfiguration",
        "versioning",
      ]) {
        assert.ok(unknown.includes(name), name);
      }
      assert.equal(outputs.tags, undefined);
    });

    it("passes on what is not known yet", async () => {
      const { outputs } = await plugin.create(BUCKET, "mine", { tags: { of: UNKNOWN } }, true);
      assert.deepEqual(outputs.tags, { of: UNKNOWN });
    });
  });

  describe("create", () => {
    it("reads back the encryption and versioning that S3 gives every bucket", async () => {
      const { id, outputs } = await plugin.create(BUCKET, "mine", { bucket: "recordings" });
      assert.equal(id, "recordings");
      assert.deepEqual(outputs.versioning, { enabled: false, mfaDelete: false });
      assert.deepEqual(outputs.serverSideEncryptionConfiguration, {
        rule: {
          applyServerSideEncryptionByDefault: { kmsMasterKeyId: "", sseAlgorithm: "AES256" },
          bucketKeyEnabled: false,
        },
      });
    });

    it("invents no block that the program has left out and AWS leaves empty", async () => {
      const { outputs } = await plugin.create(BUCKET, "mine", { bucket: "recordings" });
      for (const name of ["logging", "website", "replicationConfiguration"]) {
        assert.equal(outputs[name], undefined, name);
      }
    });

    it("gives the same resource the same values, and another one others", async () => {
      const create = (name: string) => plugin.create(KEY, name, {});
      const [first, again, other] = [await create("a"), await create("a"), await create("b")];
      assert.deepEqual(first, again);
      assert.notEqual(first.id, other.id);
    });

    it("marks what the SDK calls secret", async () => {
      const { outputs } = await plugin.create("aws:iam/accessKey:AccessKey", "key", {
        user: "bob",
      });
      const marked = Object.keys(outputs).filter((name) =>
        Object.hasOwn(Object(outputs[name]), SIGNATURE),
      );
      assert.deepEqual(marked.sort(), ["secret", "sesSmtpPasswordV4"]);
    });

    it("marks a secret that is not known yet", async () => {
      const { outputs } = await plugin.create(
        "aws:iam/accessKey:AccessKey",
        "key",
        { user: "bob" },
        true,
      );
      assert.deepEqual(outputs.secret, secret(UNKNOWN));
    });
  });

  describe("a nested resource of an API", () => {
    const RESOURCE = "aws:apigateway/resource:Resource";
    const path = async (parentId: string) =>
      (await plugin.create(RESOURCE, "child", { parentId, pathPart: "{id}" })).outputs.path;

    it("continues the path of a parent that this run has made", async () => {
      const parent = await plugin.create(RESOURCE, "parent", { parentId: "r", pathPart: "users" });
      assert.equal(parent.outputs.path, "/users");
      assert.equal(await path(parent.id), "/users/{id}");
    });

    it("continues the path of a parent that an earlier run has made", async () => {
      await plugin.diff(RESOURCE, "parent", {}, {}, { id: "p", outputs: { path: "/v1" } });
      assert.equal(await path("p"), "/v1/{id}");
    });
  });

  describe("diff", () => {
    it("shows a changed, an added and a removed argument as an update in place", async () => {
      const old = { bucket: "b", tags: { of: "me" }, acl: "private", forceDestroy: true };
      const current = { bucket: "b", tags: { of: "you" }, forceDestroy: true, policy: "{}" };
      assert.deepEqual(await plugin.diff(BUCKET, "mine", old, current), {
        tags: "UPDATE",
        acl: "DELETE",
        policy: "ADD",
      });
    });

    it("sees no change in the same arguments in another order", async () => {
      const old = { tags: { a: "1", b: "2" }, bucket: "b" };
      const current = { bucket: "b", tags: { b: "2", a: "1" } };
      assert.equal(await plugin.diff(BUCKET, "mine", old, current), undefined);
    });

    it("takes a value that is not known yet for a change, whatever it was before", async () => {
      for (const old of ["me", UNKNOWN]) {
        const [before, now] = [{ tags: { of: old } }, { tags: { of: UNKNOWN } }];
        assert.deepEqual(await plugin.diff(BUCKET, "mine", before, now), { tags: "UPDATE" });
      }
    });

    it("shows nothing of what the program ignores", async () => {
      const [old, current] = [{ tagsAll: { of: "me" } }, { tagsAll: { of: "you" } }];
      assert.equal(
        await plugin.diff(BUCKET, "mine", old, current, { ignored: ["tagsAll"] }),
        undefined,
      );
    });
  });

  describe("update", () => {
    const inputs = { description: "before" };

    it("keeps what AWS has set and replaces what the program sets", async () => {
      const made = await plugin.create(KEY, "key", inputs);
      // As if it had been made in another account and left alone since.
      const outputs = { ...made.outputs, arn: "arn:aws:kms:eu-central-1:1:key/2", policy: "{}" };
      const updated = await plugin.update(
        KEY,
        "key",
        made.id,
        { inputs, outputs },
        {
          description: "after",
        },
      );
      assert.deepEqual(updated, { ...outputs, description: "after" });
    });

    it("knows in a preview what it will keep", async () => {
      const made = await plugin.create(KEY, "key", inputs);
      const old = { inputs, outputs: made.outputs };
      const planned = await plugin.update(KEY, "key", made.id, old, { description: "after" }, true);
      assert.deepEqual(planned, { ...made.outputs, description: "after" });
    });

    it("goes back to AWS's own value for an argument that the program no longer gives", async () => {
      const made = await plugin.create(KEY, "key", { policy: "mine" });
      const old = { inputs: { policy: "mine" }, outputs: made.outputs };
      const planned = await plugin.update(KEY, "key", made.id, old, {}, true);
      assert.equal(planned.policy, UNKNOWN);
      const updated = await plugin.update(KEY, "key", made.id, old, {});
      assert.equal(JSON.parse(String(updated.policy)).Id, "key-default-1");
    });
  });

  describe("read", () => {
    it("leaves a resource of the state as it is", async () => {
      const state = { inputs: { bucket: "b" }, outputs: { bucket: "b", arn: "arn:of:before" } };
      assert.deepEqual(await plugin.read(BUCKET, "mine", "b", state), { id: "b", ...state });
    });

    it("makes up a resource that only the id is known of", async () => {
      const { inputs, outputs } = await plugin.read("aws:iam/role:Role", "mine", "backend");
      assert.deepEqual(inputs, { name: "backend", tagsAll: {} });
      assert.equal(outputs.arn, "arn:aws:iam::123456789012:role/backend");
    });

    it("knows of an imported resource what its id and its provider say", async () => {
      const { inputs } = await plugin.read(BUCKET, "mine", "b");
      const same = await plugin.check(BUCKET, "mine", { bucket: "b" });
      assert.equal(await plugin.diff(BUCKET, "mine", inputs, same.inputs), undefined);
      const more = await plugin.check(BUCKET, "mine", { bucket: "b", forceDestroy: true });
      assert.deepEqual(await plugin.diff(BUCKET, "mine", inputs, more.inputs), {
        forceDestroy: "ADD",
      });
    });
  });

  it("deletes", async () => {
    const deleted = await plugin.delete(BUCKET, "mine", "b");
    assert.deepEqual(deleted.toObject(), {});
  });
});
