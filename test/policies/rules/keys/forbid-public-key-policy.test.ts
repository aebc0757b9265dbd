// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPublicKeyPolicy as rule } from "../../../../policies/rules/keys/forbid-public-key-policy";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  unjudgeableOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Statement = Readonly<Record<string, unknown>>;

const mustBeClosed = "no key policy may let everyone in";
const account = { AWS: "arn:aws:iam::111122223333:root" };
const allow = (statement: Statement) => ({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: account, Action: "kms:*", Resource: "*" },
    { Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...statement },
  ],
});
const everyone = allow({ Principal: "*" });
const types: [string, string][] = [
  ["aws:kms/key:Key", "policy"],
  ["aws:kms/keyPolicy:KeyPolicy", "policy"],
  ["aws:kms/externalKey:ExternalKey", "policy"],
  ["aws:kms/replicaKey:ReplicaKey", "policy"],
  ["aws:kms/replicaExternalKey:ReplicaExternalKey", "policy"],
  ["aws-native:kms:Key", "keyPolicy"],
  ["aws-native:kms:ReplicaKey", "keyPolicy"],
];
const program = (policy: unknown, [type, property] = types[0] ?? ["", ""]): Program => ({
  it: { type, properties: { [property]: policy } },
});
const open =
  "is open to everyone: an anonymous caller does kms:Decrypt on arn:aws:kms:example:example:example: allowed by statement 2 of the key policy, denied by none";

describe("forbid-public-key-policy", () => {
  it("not applicable: the stack has no key", () =>
    assertNotApplicable(rule, { alias: { type: "aws:kms/alias:Alias" } }));

  for (const type of types) {
    const kind = type[0].split(":").at(-1);

    it(`violation: the policy of ${type[0]} lets everyone decrypt, as text and as object`, async () => {
      const message = violationOf(rule, `${kind} 'it': '${type[1]}' ${open}; ${mustBeClosed}`);
      await assertAlwaysSays(rule, program(everyone, type), [message]);
      await assertAlwaysSays(rule, program(JSON.stringify(everyone), type), [message]);
    });

    it(`compliant: ${type[0]} without a policy, and with the one that AWS gives`, async () => {
      await assertCompliant(rule, { it: { type: type[0] } });
      await assertCompliant(rule, program(allow({ Principal: account }), type));
    });
  }

  const narrowed: [string, Statement][] = [
    ["the account of the caller", { StringEquals: { "kms:CallerAccount": "111122223333" } }],
    ["an organization", { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }],
    ["a role", { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader" } }],
  ];
  for (const [what, Condition] of narrowed) {
    it(`compliant: everyone, narrowed by ${what}`, () =>
      assertCompliant(rule, program(allow({ Principal: "*", Condition }))));
  }

  it("violation: everyone, narrowed by nothing but the service that asks", async () => {
    const Condition = { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } };
    const found = open.replace(
      "example:example:example",
      'example:example:example with kms:ViaService "s3.eu-central-1.amazonaws.com"',
    );
    await assertAlwaysSays(rule, program(allow({ Principal: "*", Condition })), [
      violationOf(rule, `Key 'it': 'policy' ${found}; ${mustBeClosed}`),
    ]);
  });

  it("undecidable: the policy comes from outside the program, or is no policy", async () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    await assertSays(rule, { elsewhere, ...program(from("elsewhere.policy")) }, [
      undecidedOf("Key 'it': 'policy' is", mustBeClosed),
    ]);
    await assertAlwaysSays(rule, program("{"), [
      unjudgeableOf("Key 'it': 'policy'", "The key policy is not JSON", mustBeClosed),
    ]);
  });

  it("exempts a key until a day", () => {
    const exemption = { urn: "*::it", reason: "a demonstration", expires: "2026-12-31" };
    const message = `Exempted: Key 'it': 'policy' ${open}; allowed until 2026-12-31 because: a demonstration`;
    return assertAlwaysSays(rule, program(everyone), [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
