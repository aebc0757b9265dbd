// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Numbers that look random and are the same for the same seed (mulberry32), so that a failure can be had again. */
export class RandomNumbers {
  constructor(private state: number) {}

  /** From 0 to 1, which it never is. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** One to `most` of them, none twice. */
  some<Item>(items: readonly Item[], most: number): Item[] {
    const count = 1 + this.below(Math.min(most, items.length));
    return this.shuffled(items).slice(0, count);
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    const shuffled: Item[] = [];
    while (left.length > 0) {
      shuffled.push(...left.splice(this.below(left.length), 1));
    }
    return shuffled;
  }
}
