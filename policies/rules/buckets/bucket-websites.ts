// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether a bucket is set up as a public website. */

import { type Finding, undecided, violation } from "../../framework/finding";
import type { StatedSetting } from "../../joins/bucket-settings";

export const noWebsite = "a bucket must not be a website";

export function judgeWebsite({ resource, reading, of }: StatedSetting): readonly Finding[] {
  switch (reading.state) {
    case "absent":
      return [];
    case "unknown":
      return [undecided(resource, reading.path, noWebsite, { of })];
    case "known": {
      const fix = "Serve the files through something that authenticates its callers.";
      const property = reading.path === "" ? "bucket" : reading.path;
      return [violation(resource, property, "makes a public website", noWebsite, { of, fix })];
    }
  }
}
