// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** What is made once and kept by a key: the first so many, for documents can make up any number of keys. */
export class Kept<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  of(key: string, make: (key: string) => Value): Value {
    const known = this.values.get(key);
    if (known !== undefined) {
      return known;
    }
    const value = make(key);
    if (this.values.size < this.most) {
      this.values.set(key, value);
    }
    return value;
  }
}
