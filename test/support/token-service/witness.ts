// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";

/** What a token service wrote to logs and answered. */
export interface Heard {
  readonly lines: readonly string[];
  readonly responses: readonly string[];
  /** Certificates that a fake AWS or a test handed out. */
  readonly certificates: ReadonlySet<string>;
}

/** Every token service that a test starts writes down here what it logs and answers. */
export const witness = {
  lines: [] as string[],
  responses: [] as string[],
  certificates: new Set<string>(),
};

/** Mocha calls this after the last test of the run, or of each file where files are shared out to processes. */
export const mochaHooks = {
  afterAll: function nothingLeakedFromTheTokenService(): void {
    assertNothingLeaked(witness);
    witness.lines = [];
    witness.responses = [];
  },
};

/** Fails if a certificate, a token or an id stands in a log, or a certificate in an answer. */
export function assertNothingLeaked({ lines, responses, certificates }: Heard): void {
  const logged = lines.join("\n");
  const answered = responses.join("\n");
  for (const certificate of certificates) {
    assert.ok(!logged.includes(certificate), "a certificate was logged");
    assert.ok(!answered.includes(certificate), "a certificate was answered");
  }
  assert.doesNotMatch(logged, /007eJx/, "a token was logged");
  // Ids, App ID, certificates and keys are 32 hexadecimal characters or more; nothing else here is.
  assert.doesNotMatch(logged, /[0-9a-fA-F]{32}/, "an id was logged");
  assert.doesNotMatch(logged, /@example\.org/, "what a caller sent for an id was logged");
  for (const response of responses.filter((text) => text.includes("007eJx"))) {
    const { token, ...others } = JSON.parse(response);
    assert.match(token, /^007eJx[A-Za-z0-9+/=]+$/, "a token was answered among other text");
    assert.doesNotMatch(JSON.stringify(others), /007eJx/, "a token was answered twice");
  }
}
