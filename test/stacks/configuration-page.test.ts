// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { configurationPage } from "../../stacks/configuration-page";

describe("configurationPage", () => {
  const page = configurationPage();

  it("lists each key in the section of its map", () => {
    for (const [section, keys] of [
      ["### `regions[].network.endpoints`", ["executeApi", "secretsManager", "dynamodb", "s3"]],
      ["### `transfers[]`", ["from", "to", "purpose", "approvedBy", "expires"]],
      ["### `attestations.noCertificateDisabled`", ["by", "on"]],
    ] as const) {
      const [, text = ""] = page.split(`${section}\n`);
      const [list = ""] = text.split("\n#");
      const found = [...list.matchAll(/^\* `(\w+)` \(/gm)].map(([, key]) => key);
      assert.deepEqual(found, keys, section);
    }
  });

  it("says what a value must be, what holds without it, and what it means", () => {
    for (const item of [
      "* `dataCenter` (`CN`, `AP`, `EU`, `NA`; required): Agora's data centre.",
      "* `maxAgeDays` (whole number, at least 1; default: `365`): Days for which",
      "* `alarmTopicArn` (ARN of an SNS topic; default: one is made for each data centre): SNS topic",
      "* `certificate` (Pulumi secret; default: the secret is empty at first, and",
      "* `sharedConfigFiles` (list of at least 1: text; default: `~/.aws/config`): Paths of",
      "* `network` ([map](#regionsnetwork); default: a small private one is made): Existing network.",
    ]) {
      assert.ok(page.includes(item), item);
    }
  });

  it("links only to sections that it has", () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
      title.toLowerCase().replaceAll(/[^a-z0-9 ]/g, ""),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    assert.ok(links.length >= 8);
    assert.deepEqual(
      links.filter((link) => !anchors.includes(link ?? "")),
      [],
    );
  });

  it("has no line of more than 120 characters", () => {
    assert.deepEqual(
      page.split("\n").filter((line) => line.length > 120),
      [],
    );
  });
});
