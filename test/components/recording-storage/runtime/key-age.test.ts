// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { keyAgeRecord } from "../../../../components/recording-storage/runtime/key-age";

const now = Date.parse("2026-06-01T12:00:00Z");
const day = 86_400_000;

function key(
  ageDays: number,
  isActive = true,
): { id: string; isActive: boolean; createdAt: number } {
  return { id: `AKIAEXAMPLE${ageDays}ABCD`, isActive, createdAt: now - ageDays * day };
}

function ageOf(...keys: ReturnType<typeof key>[]): unknown {
  return (keyAgeRecord("writer", keys, now) as { AccessKeyAgeDays: unknown }).AccessKeyAgeDays;
}

describe("keyAgeRecord", () => {
  it("is a metric in CloudWatch's embedded format, without whole key ids", () => {
    assert.deepEqual(keyAgeRecord("writer", [key(3)], now), {
      _aws: {
        Timestamp: now,
        CloudWatchMetrics: [
          {
            Namespace: "AgoraClassroom/RecordingStorage",
            Dimensions: [["UserName"]],
            Metrics: [{ Name: "AccessKeyAgeDays", Unit: "None" }],
          },
        ],
      },
      UserName: "writer",
      AccessKeyAgeDays: 3,
      keys: [{ ending: "ABCD", active: true, created: "2026-05-29T12:00:00.000Z" }],
    });
  });

  for (const [title, age, keys] of [
    ["the oldest of two keys", 91, [key(2), key(91)]],
    ["none when there is no key yet", 0, []],
    ["none when all keys are retired", 0, [key(400, false)]],
    ["the new key's once the old one is retired", 1, [key(1), key(91, false)]],
    ["whole days that are over", 89, [key(89.999)]],
    ["none for a key that a faster clock made", 0, [key(-0.01)]],
  ] as const) {
    it(`says the age of ${title}`, () => assert.equal(ageOf(...keys), age));
  }
});
