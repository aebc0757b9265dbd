// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { manageable, on, onlyThisAccount } from "../../../policies/access";
import { policyOf } from "../documents";
import type { Place } from "../place";
import { textOf } from "../state";
import { type Claim, claim } from "./claim";

const NONE = "the data centre has no key";

export function keyClaims({ deployed }: Place): Claim[] {
  const keys = deployed.ofType("aws:kms/key:Key").map((key) => {
    const keyArn = textOf(key, "arn");
    return {
      documents: [policyOf(deployed, key)],
      accountId: keyArn.split(":")[4] ?? "",
      keyArn,
      among: on("key", keyArn),
    };
  });
  return [
    claim("no key is open to another account", keys, (key) => [onlyThisAccount(key)], NONE),
    claim("every key can be managed by its account", keys, (key) => [manageable(key)], NONE),
  ];
}
