// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicKeyPolicy as rule } from "../../../../policies/rules/keys/forbid-public-key-policy";
import { from, kindOf, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Statement = Readonly<Record<string, unknown>>;

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
const openWith = (condition: string) =>
  "is open to everyone: an anonymous caller does kms:Decrypt " +
  `on arn:aws:kms:example:example:example${condition}: ` +
  "allowed by statement 2 of the key policy, denied by none";
const open = openWith("");

const { notApplicable, complies, violates, undecided, refused, exempted } = ruleSpec(rule, {
  must: "no key policy may let everyone in",
});

describe("forbid-public-key-policy", () => {
  notApplicable({ "the stack has no key": { alias: { type: "aws:kms/alias:Alias" } } });

  for (const type of types) {
    const kind = kindOf(type[0]);

    violates({
      [`the policy of ${type[0]} lets everyone decrypt, as text and as object`]: [
        [program(everyone, type), `${kind} 'it': '${type[1]}' ${open}`],
        [program(JSON.stringify(everyone), type), `${kind} 'it': '${type[1]}' ${open}`],
      ],
    });

    complies({
      [`${type[0]} without a policy, and with the one that AWS gives`]: [
        { it: { type: type[0] } },
        program(allow({ Principal: account }), type),
      ],
    });
  }

  for (const [what, Condition] of Object.entries({
    "the account of the caller": { StringEquals: { "kms:CallerAccount": "111122223333" } },
    "an organization": { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
    "a role": { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/reader" } },
  })) {
    complies({ [`everyone, narrowed by ${what}`]: program(allow({ Principal: "*", Condition })) });
  }

  const service = "s3.eu-central-1.amazonaws.com";

  violates({
    "everyone, narrowed only by the service through which they call": [
      program(
        allow({ Principal: "*", Condition: { StringEquals: { "kms:ViaService": service } } }),
      ),
      `Key 'it': 'policy' ${openWith(` with kms:ViaService "${service}"`)}`,
    ],
  });

  undecided({
    "a policy that comes from outside the program": [
      program(from("elsewhere.policy")),
      "Key 'it': 'policy' is",
    ],
  });

  refused({
    "a policy that is not JSON": [program("{"), "Key 'it': 'policy'", "The key policy is not JSON"],
  });

  exempted({
    "a key until a day": [
      program(everyone),
      "*::it",
      "a demonstration",
      `Key 'it': 'policy' ${open}`,
    ],
  });
});
