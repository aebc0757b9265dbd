// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  coversFamily,
  ONE,
  parseAddress,
  parseBlock,
  parseDate,
  parseNumber,
  pointsOf,
  printOrdered,
  type Range,
  relation,
} from "../../../policies/access/points";

const blocks = (...texts: string[]) => texts.map((text) => parseBlock(text) as Range);

describe("points", () => {
  it("reads decimal numbers exactly, and nothing else for one", () => {
    assert.deepEqual(["1", "-1.5", "+0.000000001", "10.50"].map(parseNumber), [
      ONE,
      -(ONE * 3n) / 2n,
      1n,
      (ONE * 21n) / 2n,
    ]);
    for (const text of ["", "1e3", "0x1", ".5", "1.", "1.0000000001", "1 ", "NaN"]) {
      assert.equal(parseNumber(text), undefined, text);
    }
  });

  it("reads dates with and without a time, and seconds of the Unix epoch", () => {
    const noon = BigInt(Date.UTC(2026, 2, 1, 12));
    for (const text of [
      "2026-03-01T12:00:00Z",
      "2026-03-01T12:00Z",
      "2026-03-01T13:00:00+01:00",
      "2026-03-01T12:00:00.000Z",
      `${noon / 1000n}`,
    ]) {
      assert.equal(parseDate(text), noon, text);
    }
    assert.equal(parseDate("2024-02-29"), BigInt(Date.UTC(2024, 1, 29)));
    for (const text of [
      "",
      "2026-02-29",
      "2026-13-01",
      "2026-03-01T12:00:00",
      "yesterday",
      "01.03.2026",
    ]) {
      assert.equal(parseDate(text), undefined, text);
    }
  });

  it("reads addresses of both families, and no others", () => {
    assert.equal(parseAddress("10.0.0.1"), 10n * 2n ** 24n + 1n);
    const same = ["2001:db8::1", "2001:DB8:0:0:0:0:0:1", "2001:0db8::0001"].map(parseAddress);
    assert.equal(new Set(same).size, 1);
    for (const text of [
      "",
      "10.0.0",
      "10.0.0.256",
      "10.0.0.0.1",
      "0x10.0.0.1",
      "10.0.0.1e1",
      "10.0.0. 1",
      "10.0.0.1 ",
      "10.0.0.0001",
      "1::2::3",
      ":::",
      "12345::",
      "g::",
      "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9",
      "1:2:3:4::5:6:7:8",
      "1:2:3:4::5:6:7:8:9",
      "::1.2.3.4",
    ]) {
      assert.equal(parseAddress(text), undefined, text);
    }
  });

  it("reads blocks, whatever the bits beyond their prefix", () => {
    assert.equal(parseBlock("10.1.2.3/8")?.key, parseBlock("10.0.0.0/8")?.key);
    assert.equal(parseBlock("10.1.2.3/32")?.key, parseBlock("10.1.2.3")?.key);
    for (const text of [
      "10.0.0.0/33",
      "2001:db8::/129",
      "10.0.0.0/",
      "10.0.0.0/8/8",
      "10.0.0.0/8x",
      "10.0.0.0/0008",
      "10.0.0.0/-1",
      "x/8",
    ]) {
      assert.equal(parseBlock(text), undefined, text);
    }
  });

  it("prints what it reads", () => {
    for (const text of [
      "0.0.0.0",
      "255.255.255.255",
      "10.1.2.3",
      "::",
      "2001:db8::1",
      "1:2:3:4:5:6:7:8",
      "1::",
      "::8",
      "fe80::1:0:0:1",
    ]) {
      const address = parseAddress(text);
      assert.equal(parseAddress(printOrdered("address", address ?? 0n)), address, text);
    }
    for (const text of ["2001:db8::1", "::", "::8", "1::", "1:2:3:4:5:6:7:8", "10.1.2.3"]) {
      assert.equal(printOrdered("address", parseAddress(text) ?? 0n), text);
    }
    assert.equal(printOrdered("number", 0n), "0");
    assert.equal(printOrdered("number", parseNumber("-1.50") ?? 0n), "-1.5");
    assert.equal(printOrdered("number", ONE * 7n), "7");
    assert.equal(printOrdered("date", BigInt(Date.UTC(2026, 0, 1))), "2026-01-01T00:00:00Z");
    assert.equal(printOrdered("date", 1n), "1970-01-01T00:00:00.001Z");
  });

  it("has a point on either side of each bound, and in each family", () => {
    const ranges = [relation("<", ONE * 10n), relation("=", ONE * 10n), relation(">=", ONE * 5n)];
    const signatures = pointsOf("number", ranges, ONE).map((point) =>
      ranges.map(({ holds }) => Number(holds(point))).join(""),
    );
    assert.deepEqual(signatures.sort(), ["001", "011", "100", "101"]);
    const everywhere = blocks("0.0.0.0/0");
    assert.deepEqual(
      pointsOf("address", everywhere, 0n).map((point) => everywhere[0]?.holds(point)),
      [true, false],
    );
  });

  it("has no point that is no address, where blocks hold all of them", () => {
    const both = blocks("0.0.0.0/0", "::/0");
    const shown = pointsOf("address", both, 0n).map((point) => printOrdered("address", point));
    assert.deepEqual(shown, ["0.0.0.0", "2001:db8::1"]);
  });

  it("prefers numbers that are not negative, and the first of them", () => {
    const points = (...ranges: Range[]) => pointsOf("number", ranges, ONE * 5n);
    assert.deepEqual(points(relation("<=", 0n)), [ONE * 5n, 0n]);
    assert.deepEqual(points(relation("<", ONE), relation(">=", ONE * -5n)), [
      ONE * 5n,
      0n,
      ONE * -6n,
    ]);
  });

  it("takes a key's values to be as fine as the finest bound", () => {
    const coarse = [relation("<", ONE * 7n), relation("<", parseNumber("1.25") ?? 0n)];
    const shown = pointsOf("number", coarse, ONE * 9n).map((point) =>
      printOrdered("number", point),
    );
    assert.deepEqual(shown, ["9", "6.99", "1.24"]);

    const ranges = [
      relation("<", parseNumber("1.25") ?? 0n),
      relation("<", parseNumber("1.26") ?? 0n),
    ];
    const points = pointsOf("number", ranges, ONE * 2n).map((point) =>
      printOrdered("number", point),
    );
    assert.deepEqual(points, ["2", "1.24", "1.25"]);
  });

  it("knows when blocks leave out nobody of a family", () => {
    assert.ok(coversFamily(blocks("0.0.0.0/0")));
    assert.ok(coversFamily(blocks("::/0", "10.0.0.0/8")));
    assert.ok(coversFamily(blocks("128.0.0.0/1", "0.0.0.0/1")));
    assert.ok(coversFamily(blocks("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/1")));
    assert.ok(!coversFamily(blocks("0.0.0.0/1")));
    assert.ok(!coversFamily(blocks("0.0.0.0/1", "128.0.0.0/2")));
    assert.ok(!coversFamily(blocks("0.0.0.0/1", "8000::/1")));
    assert.ok(!coversFamily([]));
  });
});
