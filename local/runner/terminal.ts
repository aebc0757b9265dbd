// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Where a terminal is not there to overwrite a line, progress is shown at most this often. */
const lineIntervalMilliseconds = 15_000;

/** Messages beside a command's result; they go to standard error. */
export interface Terminal {
  /** Prints one sentence. */
  say(sentence: string): void;
  /** Shows the progress of a long task; the next call replaces it. */
  progress(line: string): void;
}

/** Writes to a stream; progress is shown on a terminal only. */
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
      } else if (now() - shownAt >= lineIntervalMilliseconds) {
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
