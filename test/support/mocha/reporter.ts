// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { type MochaOptions, type Runner, reporters } from "mocha";

/** Mocha's own spec report, closed by the one line that our continuous integration reads. */
class Reporter extends reporters.Spec {
  public constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    // An error between two tests arrives from a parallel process without what Mocha prints it by.
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
