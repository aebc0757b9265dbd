// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Whether declared switches keep a bucket closed, whatever a list or a policy turns out to say. */

import { accessBlocks } from "../../joins/judged-bucket-settings";
import { accessSwitches } from "../../predicates/access-switches";
import { below, textOf } from "../../resources/reading";
import type { Stack, StackResource } from "../../resources/stack";

export function isClosedBySwitches(stack: Stack, bucket: StackResource): boolean {
  const blocks = accessBlocks.statedOf(stack, bucket);
  return (
    blocks.length > 0 &&
    blocks.every(({ reading }) =>
      accessSwitches.every((name) => textOf(below(reading, name)) === "true"),
    )
  );
}
