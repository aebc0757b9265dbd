// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Where a terminal is not there to overwrite a line, progress is shown at most this often. */
const LINE_INTERVAL_MILLISECONDS = 15_000;

/** What a command tells the person beside its result: on standard error, so that standard output stays clean. */
export interface Terminal {
  /** Tells one thing, once. */
  say(sentence: string): void;
  /** Shows how far a long work is; the next call replaces it. */
  progress(line: string): void;
}

/** Speaks to a stream, overwriting progress only where it is a terminal. */
export function terminalOn(stream: NodeJS.WriteStream, now: () => number = Date.now): Terminal {
  let shown = 0;
  let shownAt = Number.NEGATIVE_INFINITY;
  const started = now();
  return {
    say(sentence) {
      erase();
      stream.write(`${sentence}\n`);
    },
    progress(line) {
      if (stream.isTTY) {
        erase();
        const text = `${line} (${seconds()} s)`.slice(0, (stream.columns ?? 80) - 1);
        stream.write(text);
        shown = text.length;
      } else if (now() - shownAt >= LINE_INTERVAL_MILLISECONDS) {
        stream.write(`${line} (${seconds()} s)\n`);
        shownAt = now();
      }
    },
  };

  function erase(): void {
    if (shown > 0) {
      stream.write(`\r${" ".repeat(shown)}\r`);
      shown = 0;
    }
  }

  function seconds(): number {
    return Math.round((now() - started) / 1000);
  }
}
