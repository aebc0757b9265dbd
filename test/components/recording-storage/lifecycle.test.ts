// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  lifecycleOf,
  lifecycleWithCourseware,
} from "../../../components/recording-storage/lifecycle";

/** After how many days an object of a folder expires: of the rules that apply, S3 takes the earliest. */
function endOf(rules: ReturnType<typeof lifecycleOf>, key: string): number {
  const days = (rules as { filter: { prefix: string }; expiration: { days?: number } }[])
    .filter(({ filter }) => key.startsWith(filter.prefix))
    .flatMap(({ expiration }) => expiration.days ?? []);
  return Math.min(...days);
}

describe("lifecycle", () => {
  it("deletes every object in the end, and cleans up versions, markers and aborted uploads", () => {
    assert.deepEqual(lifecycleOf(90), [
      {
        id: "retention",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: 90 },
        noncurrentVersionExpiration: { noncurrentDays: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
      {
        id: "delete-markers",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { expiredObjectDeleteMarker: true },
      },
    ]);
  });

  for (const [recordings, files] of [
    [30, 365],
    [365, 30],
    [90, 90],
  ] as const) {
    it(`keeps recordings for ${recordings} days while class files have ${files} days`, () => {
      const rules = lifecycleWithCourseware(recordings, files);
      assert.equal(endOf(rules, "recordings/class.m3u8"), recordings);
      assert.equal(endOf(rules, "courseware/slides.pdf"), files);
      assert.equal(endOf(rules, "left-over"), Math.max(recordings, files));
    });
  }
});
