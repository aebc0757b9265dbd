// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { validateRecordingStorageArgs } from "../../../components/recording-storage/validation";

describe("validateRecordingStorageArgs", () => {
  it("accepts a region that Agora records to, and a retention that is not known yet", () => {
    assert.deepEqual(
      validateRecordingStorageArgs({
        awsRegion: "eu-central-1",
        retentionDays: pulumi.output(0.5),
      }),
      [],
    );
  });

  it("refuses all that is wrong, at once", () => {
    assert.deepEqual(validateRecordingStorageArgs({ awsRegion: "ca-west-1", retentionDays: 0 }), [
      "'awsRegion' must be a region that Agora's recorder has a storage number for, got \"ca-west-1\". Take another region, or no recording.",
      "'retentionDays' must be a whole number of at least 1, got 0.",
    ]);
  });
});
