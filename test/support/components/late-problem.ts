// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";

/**
 * Accepts an error whose message ends with a sentence. Before a problem of an Output, Pulumi writes which
 * property of which child it could not resolve.
 */
export function endingWith(sentence: string): (error: Error) => true {
  return ({ message }) => {
    assert.equal(message.slice(-sentence.length), sentence);
    return true;
  };
}
