// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { reporters } from "mocha";

/** Mocha's own spec report, closed by the one line that our continuous integration reads. */
class Reporter extends reporters.Spec {
  public override epilogue(): void {
    super.epilogue();
    console.log(`${this.stats.passes} passed, ${this.stats.failures} failed`);
  }
}

module.exports = Reporter;
