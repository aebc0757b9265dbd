// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireKeyRotation as rule } from "../../../../policies/rules/keys/require-key-rotation";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Properties = Readonly<Record<string, unknown>>;

const classic = "aws:kms/key:Key";
const native = "aws-native:kms:Key";
const key = (properties: Properties, type = classic): Program => ({ key: { type, properties } });

const isMissing = "Key 'key': 'enableKeyRotation' is missing, which means false";

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "a symmetric key must rotate",
});
const atFirst = ruleSpec(rule, { phase: "first preview" });

describe("require-key-rotation", () => {
  for (const type of [
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws-native:kms:ReplicaKey",
  ]) {
    notApplicable({ [`${type}, which AWS does not rotate by itself`]: { key: { type } } });
  }

  for (const type of [classic, native]) {
    complies({ [`a ${type} that rotates`]: key({ enableKeyRotation: true }, type) });

    violates({
      [`a ${type} without rotation, or with rotation off`]: [
        [key({}, type), isMissing],
        [key({ enableKeyRotation: false }, type), "Key 'key': 'enableKeyRotation' is false"],
      ],
    });
  }

  for (const [what, properties, type] of [
    ["signs", { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" }, classic],
    ["authenticates", { customerMasterKeySpec: "HMAC_256" }, classic],
    ["is in a store of the customer's", { customKeyStoreId: "cks-1234567890abcdef0" }, classic],
    ["is in a store outside AWS", { xksKeyId: "bb8562717f809024" }, classic],
    ["signs, in aws-native", { keySpec: "ECC_NIST_P256" }, native],
    ["is imported, in aws-native", { origin: "EXTERNAL" }, native],
    ["is disabled", { isEnabled: false }, classic],
    ["is disabled, in aws-native", { enabled: false, enableKeyRotation: false }, native],
  ] as const) {
    complies({ [`a key that ${what} and cannot rotate`]: key(properties, type) });
  }

  violates({
    "a key that is explicitly symmetric": [
      key({ customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" }),
      isMissing,
    ],
    "a key that is explicitly enabled": [key({ isEnabled: true }), isMissing],
    "a key that is explicitly enabled, in aws-native": [key({ enabled: true }, native), isMissing],
  });

  undecided({
    "rotation that comes from outside the program": [
      key({ enableKeyRotation: from("elsewhere.rotates") }),
      "Key 'key': 'enableKeyRotation' is",
    ],
    "a key without rotation, enabled by a value from outside the program": [
      key({ isEnabled: from("elsewhere.on") }),
      "Key 'key': 'isEnabled' is",
    ],
    "a key without rotation, whose kind comes from outside the program": [
      key({ customerMasterKeySpec: from("elsewhere.spec") }),
      "Key 'key': 'customerMasterKeySpec' is",
    ],
  });

  atFirst.complies({
    "a key that rotates, whatever kind it is": key({
      customerMasterKeySpec: from("elsewhere.spec"),
      enableKeyRotation: true,
    }),
  });

  exempted({
    "a key until a day": [
      key({ enableKeyRotation: false }),
      "*::key",
      "old backups",
      "Key 'key': 'enableKeyRotation' is false",
    ],
  });
});
