// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import {
  attributePath,
  propertiesByType,
  rowsByType,
  type Table,
} from "../../../policies/provider-tables/reader";
import { serviceOf } from "../../support/pack/service-of";
import { none, ROOT } from "../../support/structure/sources";

const folder = join(ROOT, "policies", "provider-tables");
const jsonIn = (path: string) => JSON.parse(readFileSync(join(folder, path), "utf8"));

const tables = readdirSync(join(folder, "data")).map((file) => file.replace(/\.json$/, ""));
const schemas = readdirSync(join(folder, "schemas")).map((file) => jsonIn(join("schemas", file)));

const byService = (table: string): [string, object][] =>
  Object.entries(jsonIn(join("data", `${table}.json`)).services ?? {});

/** aws before aws-native, each in the order of the alphabet. */
const rank = (type: string) => `${type.startsWith("aws:") ? 0 : 1}${type}`;
const inOrder = (one: string, other: string) => (one < other ? -1 : 1);

describe("reader", () => {
  const ajv = new Ajv({ schemas, strict: true, strictTypes: false, allowUnionTypes: true });

  it("has a schema for every table, and no schema without a table", () =>
    assert.deepEqual(
      schemas.map(({ $id }) => $id).sort(),
      [...tables, "definitions"].map((table) => `${table}.schema.json`).sort(),
    ));

  for (const table of tables) {
    it(`finds ${table}.json to be as its schema says`, () => {
      ajv.validate(`${table}.schema.json`, jsonIn(join("data", `${table}.json`)));
      assert.deepEqual(ajv.errors ?? [], []);
    });

    it(`finds every type of ${table}.json under its service, in order`, () => {
      const services = byService(table);
      assert.deepEqual(
        services.map(([service]) => service),
        services.map(([service]) => service).sort(inOrder),
      );
      const types = services.flatMap(([service, byType]) =>
        Object.keys(byType).map((type) => ({ service, type })),
      );
      none(
        types
          .filter(({ service, type }) => serviceOf(type) !== service)
          .map(({ service, type }) => `${type} is of ${serviceOf(type)}, not of ${service}`),
        "wrong service",
      );
      for (const [, byType] of services) {
        const found = Object.keys(byType).map(rank);
        assert.deepEqual(found, [...found].sort(inOrder));
      }
    });

    it(`is imported for ${table}.json by one file`, () => {
      const importers = readdirSync(folder)
        .filter((file) => file.endsWith(".ts"))
        .filter((file) =>
          readFileSync(join(folder, file), "utf8").includes(`"./data/${table}.json"`),
        );
      assert.equal(importers.length, 1);
    });
  }

  const broken: [string, unknown][] = [
    ["bucket-properties", { "aws:s3/bucket:Bucket": { logging: "to-nowhere" } }],
    ["bucket-properties", { "aws:s3:Bucket": { logging: "to-bucket" } }],
    ["bucket-properties", { "aws:s3/bucket:Bucket": {} }],
    ["deletion-switches", { "aws:s3/bucket:Bucket": { forceDestroy: { must: "false" } } }],
    ["stores", { "aws:sns/topic:Topic": { key: "kmsMasterKeyId", withoutKey: "none" } }],
  ];
  for (const [table, types] of broken) {
    it(`finds a mistake in ${table}: ${JSON.stringify(types)}!`, () => {
      const content = { $schema: `../schemas/${table}.schema.json`, services: { s3: types } };
      assert.equal(ajv.validate(`${table}.schema.json`, content), false);
    });
  }

  it("reads a path in dots, the names of a step, and the resource itself", () => {
    assert.deepEqual(attributePath("rules.destination.bucket"), ["rules", "destination", "bucket"]);
    assert.deepEqual(attributePath("a.logging|loggings"), ["a", ["logging", "loggings"]]);
    assert.deepEqual(attributePath("."), []);
  });

  it("reads the rest of a path in a block, and what a property is with it", () => {
    const entry = { must: "false" };
    const table: Table = {
      services: {
        s3: { "aws:s3/bucket:Bucket": { "one.two": { "three.four": "here", five: entry } } },
        sqs: { "aws:sqs/queue:Queue": "all of it" },
      },
    };
    assert.deepEqual(
      [...propertiesByType<unknown>(table, "must")],
      [
        [
          "aws:s3/bucket:Bucket",
          [
            { path: ["one", "two", "three", "four"], entry: "here" },
            { path: ["one", "two", "five"], entry },
          ],
        ],
        ["aws:sqs/queue:Queue", []],
      ],
    );
    assert.equal(rowsByType<unknown>(table).get("aws:sqs/queue:Queue"), "all of it");
  });
});
