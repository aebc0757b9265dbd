// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** The tags of a resource and of its provider, in every form. */

import { tagPropertyOf } from "../provider-tables/taggable-types";
import { below, elements, type Reading, read, textOf } from "./reading";
import type { Resource } from "./stack";

/** A tag. Where even its key is unknown, so is its value. */
export interface Tag {
  readonly key: string | undefined;
  readonly value: Reading;
}

/** Tags in the resource's own inputs: a map, or a list of keys and values. */
export function tagsOf({ type, props }: Resource): readonly Tag[] {
  return tagsIn(read(props, tagPropertyOf(type)));
}

/** The provider's default tags, which are JSON in its inputs. */
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

/** The provider writes JSON; any other string holds no tags. */
function parsed(value: unknown): unknown {
  try {
    return typeof value === "string" ? JSON.parse(value) : value;
  } catch {
    return {};
  }
}
