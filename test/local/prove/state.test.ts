// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { nameOf, propertyOf, readState, State, textOf } from "../../../local/prove/state";
import { temporaryFolder } from "../../support/files/temporary";

const PROVIDER = "urn:pulumi:live::shop::pulumi:providers:aws::europe";
const ROLE = { urn: "urn:pulumi:live::shop::aws:iam/role:Role::reader", type: "aws:iam/role:Role" };
const SECRET = "4dabf18193072939515e22adb298388d";

describe("local/prove/state", () => {
  const folder = temporaryFolder();
  const path = join(folder, "state.json");

  function reading(content: unknown): () => State {
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return () => readState(path, "live");
  }

  it("reads an export", () => {
    const state = reading({ version: 3, deployment: { resources: [ROLE] } })();
    assert.deepEqual(state.ofType("aws:iam/role:Role").map(nameOf), ["reader"]);
  });

  const stateOfDev = { ...ROLE, urn: ROLE.urn.replace("live", "dev") };
  const noState = `${path} is not the state of a deployed stack. Write it with 'pulumi stack export --file'.`;
  const refused: readonly [string, unknown, string][] = [
    ["what is not JSON", "{", `${path} is not JSON. Write it with 'pulumi stack export --file'.`],
    ["JSON of something else", [], noState],
    ["no JSON object", "null", noState],
    ["a stack without resources", { deployment: { manifest: {} } }, noState],
    ["resources that are none", { deployment: { resources: [ROLE, null] } }, noState],
    [
      "the state of another stack",
      { deployment: { resources: [stateOfDev] } },
      `${path} is the state of stack 'dev', and '--stack' is 'live'. Name the same stack.`,
    ],
    [
      "an update that was interrupted",
      { deployment: { resources: [ROLE], pending_operations: [{}] } },
      `${path} was exported in the middle of an update. Let 'pulumi up' end, and export again.`,
    ],
    [
      "a resource that is still to be deleted",
      { deployment: { resources: [ROLE, { ...ROLE, delete: true }] } },
      `${path} was exported in the middle of an update. Let 'pulumi up' end, and export again.`,
    ],
  ];
  for (const [title, content, message] of refused) {
    it(`refuses ${title} in one sentence`, () => {
      assert.throws(reading(content), { name: "Failure", message });
    });
  }

  it("refuses a file that does not exist", () => {
    const missing = join(folder, "missing.json");
    assert.throws(() => readState(missing, "live"), {
      name: "Failure",
      message: `${missing} does not exist. Write it with 'pulumi stack export --file'.`,
    });
  });

  it("looks for a resource in its own region, or else in that of its provider", () => {
    const bucket = { urn: "b", type: "aws:s3/bucket:Bucket", provider: `${PROVIDER}::1` };
    const state = new State([
      { urn: PROVIDER, type: "pulumi:providers:aws", inputs: { region: "eu-west-1" } },
      { ...ROLE, provider: `${PROVIDER}::1` },
      { ...bucket, inputs: { region: "us-east-1" } },
    ]);
    assert.equal(state.in("eu-west-1").ofType("aws:iam/role:Role").length, 1);
    assert.equal(state.in("eu-west-1").ofType("aws:s3/bucket:Bucket").length, 0);
    assert.equal(state.in("us-east-1").ofType("aws:s3/bucket:Bucket").length, 1);
  });

  it("takes what AWS said last before what it was told", () => {
    const drifted = { ...ROLE, inputs: { policy: "told" }, outputs: { policy: "said" } };
    assert.equal(textOf(drifted, "policy"), "said");
    assert.equal(textOf({ ...ROLE, inputs: { policy: "told" } }, "policy"), "told");
    assert.equal(textOf(ROLE, "policy"), "");
  });

  it("reads a secret that was exported as plain text, and asks for it otherwise", () => {
    const secret = (value: object) => ({
      ...ROLE,
      outputs: { policy: { [SECRET]: "", ...value } },
    });
    assert.equal(propertyOf(secret({ plaintext: '"text"' }), "policy"), "text");
    assert.throws(() => propertyOf(secret({ ciphertext: "v1:abc" }), "policy"), {
      name: "Failure",
      message:
        "The state has encrypted what the proofs must read. Export it with 'pulumi stack export " +
        "--show-secrets', and delete the file afterwards.",
    });
  });
});
