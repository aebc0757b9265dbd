// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type MochaOptions, type Runner, reporters } from "mocha";

/** Mocha's spec report, followed by the line that continuous integration reads. */
class Reporter extends reporters.Spec {
  public constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    // A parallel process reports an error between two tests without the title path that Mocha prints.
    runner.on("fail", (failed) => {
      failed.titlePath ??= () => [failed.title];
    });
  }

  public override epilogue(): void {
    super.epilogue();
    console.log(`${this.stats.passes} passed, ${this.stats.failures} failed`);
  }
}

module.exports = Reporter;
