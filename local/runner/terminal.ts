// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Messages beside a command's result; they go to standard error. */
export interface Terminal {
  /** Prints one sentence. */
  say(sentence: string): void;
  /** Shows the progress of a long task; the next call replaces it. */
  progress(line: string): void;
  /** Prints a sentence that only a person at a terminal may see; returns whether there is one. */
  confide(sentence: string): boolean;
}

/** Writes to a stream. Progress is shown on a terminal only: a log would keep every line of it. */
export function terminalOn(stream: NodeJS.WriteStream, now: () => number = Date.now): Terminal {
  let shown = 0;
  const started = now();
  return {
    say(sentence) {
      erase();
      stream.write(`${sentence}\n`);
    },
    progress(line) {
      if (stream.isTTY) {
        erase();
        const seconds = Math.round((now() - started) / 1000);
        const text = `${line} (${seconds} s)`.slice(0, (stream.columns ?? 80) - 1);
        stream.write(text);
        shown = text.length;
      }
    },
    confide(sentence) {
      if (stream.isTTY) {
        erase();
        stream.write(`${sentence}\n`);
      }
      return stream.isTTY === true;
    },
  };

  function erase(): void {
    if (shown > 0) {
      stream.write(`\r${" ".repeat(shown)}\r`);
      shown = 0;
    }
  }
}

/** Keeps quiet, except for what only a person at the terminal may see. */
export function quiet(terminal: Terminal): Terminal {
  return { ...terminal, say: () => {}, progress: () => {} };
}
