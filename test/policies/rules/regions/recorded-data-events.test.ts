// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import { recordsDataEvents } from "../../../../policies/rules/regions/recorded-data-events";
import { UNKNOWN } from "../../../support/pack/program";

const basic = (...selectors: object[]) => ({ eventSelectors: selectors });
const advanced = (...categories: unknown[]) => ({
  advancedEventSelectors: [
    { fieldSelectors: [{ field: "eventCategory", equals: categories }] },
    { fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
  ],
});
const objects = { type: "AWS::S3::Object", values: ["arn:aws:s3"] };

const recorders: [string, object, boolean][] = [
  ["no selector", {}, false],
  ["management events alone", basic({ includeManagementEvents: true }), false],
  ["an empty list of resources", basic({ dataResources: [] }), false],
  ["the objects of buckets", basic({ dataResources: [objects] }), true],
  ["objects in one selector of two", basic({}, { dataResources: [objects] }), true],
  ["resources that are not known", basic({ dataResources: UNKNOWN }), true],
  ["the category of management events", advanced("Management"), false],
  ["the category of data events", advanced("Data"), true],
  ["a category that is not known", advanced(UNKNOWN), true],
  ["data events beside a category that is not known", advanced("Data", UNKNOWN), true],
];

describe("recorded-data-events", () => {
  for (const [what, props, records] of recorders) {
    it(`${records ? "records" : "does not record"} data events: ${what}`, () =>
      assert.equal(recordsDataEvents(unknownCheckingProxy(props)), records));
  }
});
