// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHmac } from "node:crypto";
import type { CallIds } from "./call";
import type { Certificate } from "./certificate";

/**
 * Keyed hashes of ids, for the log. An app may break the rule and derive its ids from addresses or numbers,
 * and anybody could guess those back from hashes without a key. The key derives from the certificate: every
 * instance of the function has it, readers of logs do not, and no second secret is needed. The same id has
 * the same hash until the certificate is rotated.
 */
export function pseudonymsOf(ids: CallIds, certificate: Certificate): Record<string, string> {
  const key = keyOf(certificate);
  return {
    ...(ids.roomUuid && { room_hash: hashOf(key, `room:${ids.roomUuid}`) }),
    ...(ids.userUuid && { user_hash: hashOf(key, `user:${ids.userUuid}`) }),
  };
}

const keys = new WeakMap<Certificate, Buffer>();

function keyOf(certificate: Certificate): Buffer {
  const known = keys.get(certificate);
  const key = known ?? createHmac("sha256", certificate.value).update("ids in logs").digest();
  keys.set(certificate, key);
  return key;
}

function hashOf(key: Buffer, text: string): string {
  return createHmac("sha256", key).update(text).digest("hex").slice(0, 16);
}
