// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireKeyRotation as rule } from "../../../../policies/rules/keys/require-key-rotation";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const mustRotate = "a symmetric key must rotate";
const violated = (what: string) => violationOf(rule, `Key 'key': ${what}; ${mustRotate}`);
const classic = "aws:kms/key:Key";
const native = "aws-native:kms:Key";
const key = (properties: Properties, type = classic): Program => ({ key: { type, properties } });

describe("require-key-rotation", () => {
  for (const type of [
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws-native:kms:ReplicaKey",
  ]) {
    it(`not applicable: ${type}, which AWS does not rotate by itself`, () =>
      assertNotApplicable(rule, { key: { type } }));
  }

  for (const type of [classic, native]) {
    it(`compliant: a ${type} that rotates`, () =>
      assertCompliant(rule, key({ enableKeyRotation: true }, type)));

    it(`violation: a ${type} that says nothing, or no`, async () => {
      await assertAlwaysSays(rule, key({}, type), [
        violated("'enableKeyRotation' is missing, which means false"),
      ]);
      await assertAlwaysSays(rule, key({ enableKeyRotation: false }, type), [
        violated("'enableKeyRotation' is false"),
      ]);
    });
  }

  it("violation: the key says in so many words that it is symmetric", () =>
    assertAlwaysSays(
      rule,
      key({ customerMasterKeySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" }),
      [violated("'enableKeyRotation' is missing, which means false")],
    ));

  const others: [string, Properties, string][] = [
    ["signs", { customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" }, classic],
    ["authenticates", { customerMasterKeySpec: "HMAC_256" }, classic],
    ["is in a store of the customer's", { customKeyStoreId: "cks-1234567890abcdef0" }, classic],
    ["is in a store outside AWS", { xksKeyId: "bb8562717f809024" }, classic],
    ["signs, in aws-native", { keySpec: "ECC_NIST_P256" }, native],
    ["is imported, in aws-native", { origin: "EXTERNAL" }, native],
    ["is disabled", { isEnabled: false }, classic],
    ["is disabled, in aws-native", { enabled: false, enableKeyRotation: false }, native],
  ];
  for (const [what, properties, type] of others) {
    it(`compliant: a key that ${what} and cannot rotate`, () =>
      assertCompliant(rule, key(properties, type)));
  }

  for (const [type, property] of [
    [classic, "isEnabled"],
    [native, "enabled"],
  ] as const) {
    it(`violation: a ${type} that says in so many words that it is enabled`, () =>
      assertAlwaysSays(rule, key({ [property]: true }, type), [
        violated("'enableKeyRotation' is missing, which means false"),
      ]));
  }

  const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };

  it("undecidable: rotation comes from outside the program", () =>
    assertSays(rule, { elsewhere, ...key({ enableKeyRotation: from("elsewhere.rotates") }) }, [
      undecidedOf("Key 'key': 'enableKeyRotation' is", mustRotate),
    ]));

  it("undecidable: whether a key that does not rotate is enabled comes from outside the program", () =>
    assertSays(rule, { elsewhere, ...key({ isEnabled: from("elsewhere.on") }) }, [
      undecidedOf("Key 'key': 'isEnabled' is", mustRotate),
    ]));

  it("undecidable: the kind of a key that does not rotate comes from outside the program", () =>
    assertSays(rule, { elsewhere, ...key({ customerMasterKeySpec: from("elsewhere.spec") }) }, [
      undecidedOf("Key 'key': 'customerMasterKeySpec' is", mustRotate),
    ]));

  it("compliant: whatever kind it is, the key rotates", () =>
    assertSays(
      rule,
      {
        elsewhere,
        ...key({ customerMasterKeySpec: from("elsewhere.spec"), enableKeyRotation: true }),
      },
      [],
    ));

  it("exempts a key until a day", () => {
    const exemption = { urn: "*::key", reason: "old backups", expires: "2026-12-31" };
    const message =
      "Exempted: Key 'key': 'enableKeyRotation' is false; allowed until 2026-12-31 because: old backups";
    return assertAlwaysSays(rule, key({ enableKeyRotation: false }), [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
