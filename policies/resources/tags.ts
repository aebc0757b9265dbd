// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The tags that a resource ends up with, however they are written. */

import { tagPropertyOf } from "../provider-tables/taggable-types";
import { below, elements, type Reading, read, textOf } from "./reading";
import type { Resource } from "./stack";

/** A tag's value at its path; a state of unknown where even the tag's name is. */
export interface Tag {
  readonly key: string | undefined;
  readonly value: Reading;
}

/** Tags that the resource itself is given: a map, or a list of keys and values. */
export function tagsOf({ type, props }: Resource): readonly Tag[] {
  return tagsIn(read(props, tagPropertyOf(type)));
}

/** Tags that a provider puts on everything; in its inputs they are JSON. */
export function defaultTagsOf({ props }: Pick<Resource, "props">): readonly Tag[] {
  const reading = read(props, "defaultTags");
  if (reading.state === "unknown") {
    return [{ key: undefined, value: reading }];
  }
  const value = reading.state === "known" ? parsed(reading.value) : {};
  return tagsIn(read({ defaultTags: value }, "defaultTags", "tags"));
}

function tagsIn(reading: Reading): readonly Tag[] {
  if (reading.state === "absent") {
    return [];
  }
  if (reading.state === "unknown") {
    return [{ key: undefined, value: reading }];
  }
  if (Array.isArray(reading.value)) {
    return elements(reading).map((element) => ({
      key: textOf(below(element, "key")),
      value: below(element, "value"),
    }));
  }
  return Object.keys(reading.value as object).map((key) => ({ key, value: below(reading, key) }));
}

/** Written by a machine; what is no JSON holds no tags. */
function parsed(value: unknown): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : value;
  } catch {
    return {};
  }
}
