// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { accepting, rejectProblems } from "../../components/argument-error";
import { settled } from "../support/components/settled";

const instance = { component: "Anything", name: "one" };

function component(): Promise<pulumi.ComponentResource> {
  return settled(
    "eu-central-1",
    () => new pulumi.ComponentResource("test:index:Anything", "one"),
  ).then(({ result }) => result);
}

describe("rejectProblems", () => {
  it("says nothing when there is no problem", async () => {
    const resource = await component();
    assert.doesNotThrow(() => rejectProblems(resource, instance, []));
  });

  it("throws all problems as one error of the component, without a stack trace", async () => {
    const resource = await component();
    assert.throws(
      () => rejectProblems(resource, instance, ["'a' is wrong.", "'b' is wrong."]),
      (error) => {
        assert.ok(pulumi.ResourceError.isInstance(error));
        assert.equal(error.message, "Anything 'one': 'a' is wrong.\nAnything 'one': 'b' is wrong.");
        assert.equal(error.resource, resource);
        assert.equal(error.hideStack, true);
        return true;
      },
    );
  });
});

describe("accepting", () => {
  it("passes on what has no problem and refuses what has one", async () => {
    const resource = await component();
    const short = accepting(resource, instance, (text) =>
      text.length < 3 ? undefined : "'text' is too long.",
    );
    assert.equal(short("ab"), "ab");
    assert.throws(() => short("abc"), { message: "Anything 'one': 'text' is too long." });
  });
});
