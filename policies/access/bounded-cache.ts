// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

const longestKey = 512;

/** A cache of the first so many values with short keys, because documents can make up any number of keys. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly capacity: number) {}

  of(key: string, make: (key: string) => Value): Value {
    const known = this.values.get(key);
    if (known !== undefined) {
      return known;
    }
    const value = make(key);
    if (this.values.size < this.capacity && key.length <= longestKey) {
      this.values.set(key, value);
    }
    return value;
  }
}
