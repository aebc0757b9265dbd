// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Doubt } from "./doubts";

/** What is wrong, as the end of a sentence about a document or a question. */
export class Malformed extends RangeError {}

/** What was found wrong with, or is unknown of, a document or a question while it was read. */
export class Notes {
  /** Sentences about what AWS does not accept. */
  readonly problems: string[] = [];
  /** Whether a part is unknown until the update. */
  hasUnknown = false;
  private count = 0;

  /**
   * @param who begins the sentences: "The bucket policy"
   * @param id tells the doubts of one document from those of all others
   */
  constructor(
    private readonly who: string,
    private readonly id: string,
  ) {}

  /** AWS refuses this; what it says may be anything. */
  refuse(problem: string): Doubt {
    const sentence = `${this.who} ${problem}.`;
    if (!this.problems.includes(sentence)) {
      this.problems.push(sentence);
    }
    return { kind: "refused", name: sentence, key: this.key() };
  }

  /** A part whose value is not known before the update. */
  unknown(part: string): Doubt {
    this.hasUnknown = true;
    return { kind: "unknown", name: part, key: this.key() };
  }

  /** A part that is valid, and of which nobody knows what it says. */
  unclear(part: string): Doubt {
    return { kind: "undecidable", name: part, key: this.key() };
  }

  private key(): string {
    this.count += 1;
    return `${this.id} ${this.count}`;
  }
}
