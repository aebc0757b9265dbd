// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { checked, present, rejectFor } from "../../../components/arguments/problems";
import { settled } from "../../support/components/settled";

async function component(): Promise<pulumi.ComponentResource> {
  const { result } = await settled(
    "eu-central-1",
    () => new pulumi.ComponentResource("test:index:Anything", "one"),
  );
  return result;
}

describe("rejectFor", () => {
  it("does nothing without a problem", async () => {
    const reject = rejectFor(await component(), "Anything", "one");
    assert.doesNotThrow(() => reject([]));
  });

  it("throws all problems as one error of the component, without a stack trace", async () => {
    const resource = await component();
    const reject = rejectFor(resource, "Anything", "one");
    assert.throws(
      () => reject(["'a' is wrong.", "'b' is wrong."]),
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

describe("checked", () => {
  it("returns a value without problems, and rejects every other value", async () => {
    const reject = rejectFor(await component(), "Anything", "one");
    const short = checked(reject, (text: string) => [
      undefined,
      text.length < 3 ? undefined : "'text' is too long.",
    ]);
    assert.equal(short("ab"), "ab");
    assert.throws(() => short("abc"), { message: "Anything 'one': 'text' is too long." });
  });
});

describe("present", () => {
  it("leaves out what is no problem", () => {
    assert.deepEqual(present([undefined, "'a' is wrong.", undefined]), ["'a' is wrong."]);
  });
});
