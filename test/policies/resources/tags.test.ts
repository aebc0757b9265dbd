// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { textOf } from "../../../policies/resources/reading";
import { defaultTagsOf, type Tag, tagsOf } from "../../../policies/resources/tags";
import { stackOf } from "../../support/pack/judge";
import { from, type Program } from "../../support/pack/program";

const shown = (tags: readonly Tag[]) =>
  tags.map(({ key, value }) => [key, value.state === "unknown" ? "unknown" : textOf(value)]);

const program: Program = {
  other: { type: "aws:sqs/queue:Queue" },
  provider: {
    type: "pulumi:providers:aws",
    properties: { defaultTags: { tags: { owner: "platform" } } },
  },
  text: { type: "pulumi:providers:aws", properties: { defaultTags: '{"tags":{"owner":"text"}}' } },
  empty: { type: "pulumi:providers:aws", properties: { defaultTags: "" } },
  broken: { type: "pulumi:providers:aws", properties: { defaultTags: "{" } },
  later: { type: "pulumi:providers:aws", properties: { defaultTags: from("other.arn") } },
  map: {
    type: "aws:s3/bucket:Bucket",
    properties: { tags: { owner: "platform", queue: from("other.arn"), empty: "" } },
    options: { provider: from("provider") },
  },
  list: {
    type: "aws:autoscaling/group:Group",
    properties: { tags: [{ key: "owner", value: "platform", propagateAtLaunch: true }] },
  },
  unknown: { type: "aws:s3/bucket:Bucket", properties: { tags: from("other.arn") } },
  none: { type: "aws:s3/bucket:Bucket" },
};

describe("tags", () => {
  const own: Record<string, (string | undefined)[][]> = {
    map: [
      ["empty", undefined],
      ["owner", "platform"],
      ["queue", "unknown"],
    ],
    list: [["owner", "platform"]],
    unknown: [[undefined, "unknown"]],
    none: [],
  };
  for (const [name, expected] of Object.entries(own)) {
    it(`of the resource '${name}'`, async () => {
      const { resource } = await stackOf(program);
      assert.deepEqual(shown(tagsOf(resource(name))), expected);
    });
  }

  const ofProviders: Record<string, (string | undefined)[][]> = {
    provider: [["owner", "platform"]],
    text: [["owner", "text"]],
    broken: [],
    empty: [],
    later: [[undefined, "unknown"]],
    none: [],
  };
  for (const [name, expected] of Object.entries(ofProviders)) {
    it(`by default of '${name}'`, async () => {
      const { resource } = await stackOf(program);
      assert.deepEqual(shown(defaultTagsOf(resource(name))), expected);
    });
  }

  it("by default of a provider reach its resources as JSON", async () => {
    const { resource } = await stackOf(program);
    const { provider } = resource("map");
    assert.ok(provider);
    assert.deepEqual(shown(defaultTagsOf(provider)), [["owner", "platform"]]);
  });
});
