// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  isWritten,
  type Stack,
  sourcesOf,
  topLevel,
  written,
} from "../../../policies/resources/stack";
import { stackOf } from "../../support/pack/judge";
import { from, type Program } from "../../support/pack/program";

const bucket = "aws:s3/bucket:Bucket";
const program: Program = {
  settings: { type: "acme:index:Settings" },
  elsewhere: { type: "acme:index:Settings", external: true },
  silent: { type: bucket },
  literal: { type: bucket, properties: { serverSideEncryptionConfiguration: { rule: {} } } },
  made: { type: bucket, properties: { serverSideEncryptionConfiguration: from("settings.sse") } },
  fetched: {
    type: bucket,
    properties: { serverSideEncryptionConfiguration: from("elsewhere.sse") },
  },
};

describe("stack", () => {
  it("finds resources by type, in the order of the types", async () => {
    const { stack } = await stackOf(program);
    assert.deepEqual(
      stack.ofTypes(["acme:index:Settings", bucket, "a:b:C"]).map(({ name }) => name),
      ["settings", "silent", "literal", "made", "fetched"],
    );
  });

  it("computes a join once, and each join by itself", async () => {
    const { stack } = await stackOf(program);
    let count = 0;
    const first = (of: Stack) => {
      count += 1;
      return of.ofTypes([bucket]).length;
    };
    const second = () => undefined;
    assert.deepEqual([stack.derive(first), stack.derive(first)], [4, 4]);
    assert.equal(stack.derive(second), undefined);
    assert.equal(count, 1);
  });

  it("tells what the program wrote from what the plug-in fills in", async () => {
    const { resource } = await stackOf(program);
    const states = ["silent", "literal", "made", "fetched"].map((name) =>
      written(resource(name), "serverSideEncryptionConfiguration").map(({ state }) => state),
    );
    assert.deepEqual(states, [["absent"], ["known"], ["unknown"], ["unknown"]]);
  });

  it("takes what is read back from a deployed resource for what it is", async () => {
    const { resource } = await stackOf(program, "deployed");
    const [reading] = written(resource("silent"), "serverSideEncryptionConfiguration");
    assert.equal(reading?.state, "known");
  });

  it("names the siblings that a property was made from", async () => {
    const { resource } = await stackOf(program);
    const property = "serverSideEncryptionConfiguration";
    const names = ["literal", "made", "fetched"].map((name) =>
      sourcesOf(resource(name), property).map((source) => source.name),
    );
    assert.deepEqual(names, [[], ["settings"], []]);
    assert.equal(isWritten(resource("fetched"), `${property}.rule`), true);
    assert.equal(isWritten(resource("silent"), property), false);
  });

  it("knows the top-level property of a path", () => {
    assert.deepEqual(["rules[0].block", "block.rule", "rules"].map(topLevel), [
      "rules",
      "block",
      "rules",
    ]);
  });
});
