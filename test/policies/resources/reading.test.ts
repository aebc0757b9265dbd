// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import {
  below,
  elements,
  type Reading,
  read,
  select,
  textOf,
} from "../../../policies/resources/reading";
import { UNKNOWN } from "../../support/pack/program";

/** Each kind of unknown value has a text of its own. */
const sentinels = {
  boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  string: UNKNOWN,
  list: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  asset: "030794c1-ac77-496b-92df-f27374a8bd58",
  archive: "e48ece36-62e2-4504-bad9-02848725956a",
  object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
};

const props = (value: object): unknown => unknownCheckingProxy(value);

/** A reading in one line: its path, and its value if it has one. */
const line = (reading: Reading) =>
  reading.state === "known"
    ? `${reading.path}=${JSON.stringify(reading.value)}`
    : `${reading.path} ${reading.state}`;

describe("reading", () => {
  it("tells absent, null and known values apart from each other", () => {
    const resource = props({ set: "x", none: null, zero: 0, no: false, empty: "" });
    assert.equal(line(read(resource, "set")), 'set="x"');
    assert.equal(line(read(resource, "missing")), "missing absent");
    assert.equal(line(read(resource, "none")), "none absent");
    assert.equal(line(read(resource, "zero")), "zero=0");
    assert.equal(line(read(resource, "no")), "no=false");
    assert.equal(line(read(resource, "empty")), 'empty=""');
  });

  for (const [kind, sentinel] of Object.entries(sentinels)) {
    it(`knows an unknown ${kind}, at the top and inside`, () => {
      const resource = props({ top: sentinel, block: { inner: sentinel, list: ["a", sentinel] } });
      assert.equal(line(read(resource, "top")), "top unknown");
      assert.equal(line(read(resource, "block", "inner")), "block.inner unknown");
      assert.deepEqual(select(resource, "block", "list").map(line), [
        'block.list[0]="a"',
        "block.list[1] unknown",
      ]);
    });
  }

  it("keeps the path of what is missing, however deep one asks below it", () => {
    const resource = props({ unknown: UNKNOWN });
    assert.equal(line(read(resource, "unknown", "a", "b")), "unknown unknown");
    assert.equal(line(read(resource, "absent", "a", "b")), "absent absent");
  });

  it("reads below a text as below nothing", () => {
    assert.equal(line(read(props({ text: "x" }), "text", "part")), "text.part absent");
  });

  it("lets an error that is none of the SDK's through", () => {
    const broken = new Proxy({}, { get: () => assert.fail("broken") });
    assert.throws(() => read(broken, "property"), /^AssertionError \[ERR_ASSERTION\]: broken$/);
  });

  it("selects through lists and single blocks alike", () => {
    const block = { rules: [{ on: true }, { on: false }] };
    const expected = ["[0].rules[0].on=true", "[0].rules[1].on=false"];
    assert.deepEqual(
      select(props({ blocks: [block] }), "blocks", "rules", "on").map(line),
      expected.map((path) => `blocks${path}`),
    );
    assert.deepEqual(select(props({ blocks: block }), "blocks", "rules", "on").map(line), [
      "blocks.rules[0].on=true",
      "blocks.rules[1].on=false",
    ]);
  });

  it("takes an empty list for an absent block", () => {
    assert.deepEqual(select(props({ blocks: [] }), "blocks", "on").map(line), ["blocks absent"]);
  });

  it("reads a property under whichever of its names is there", () => {
    const names = ["block", "blocks"];
    assert.deepEqual(select(props({ block: { on: 1 } }), names, "on").map(line), ["block.on=1"]);
    assert.deepEqual(select(props({ blocks: [{ on: 1 }] }), names, "on").map(line), [
      "blocks[0].on=1",
    ]);
    assert.deepEqual(select(props({}), names, "on").map(line), ["block absent"]);
    assert.deepEqual(select(props({ blocks: UNKNOWN }), names, "on").map(line), ["blocks unknown"]);
  });

  it("gives each element of a list, in order, and anything else as its own", () => {
    assert.deepEqual(elements(read(props({ list: ["a", "b"] }), "list")).map(line), [
      'list[0]="a"',
      'list[1]="b"',
    ]);
    assert.deepEqual(elements(read(props({ one: "a" }), "one")).map(line), ['one="a"']);
  });

  it("reads an element that is not there as absent", () => {
    assert.equal(line(below(read(props({ list: ["a"] }), "list"), 1)), "list[1] absent");
  });

  it("has a text for what is known and not empty", () => {
    const resource = props({ text: "x", empty: "", number: 7, unknown: UNKNOWN });
    const texts = ["text", "empty", "number", "unknown", "absent"].map((name) =>
      textOf(read(resource, name)),
    );
    assert.deepEqual(texts, ["x", undefined, "7", undefined, undefined]);
  });
});
