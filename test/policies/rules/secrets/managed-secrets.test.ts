// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { requireSecretEncryption as rule } from "../../../../policies/rules/secrets/require-secret-encryption";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "a secret must be encrypted with a customer-managed key";
const missing = "is missing, which means the key that AWS manages (alias/aws/secretsmanager)";

const database = (type: string, properties: Record<string, unknown>): Program => ({
  key: { type: "aws:kms/key:Key" },
  command: { type: "command:local:Command" },
  managed: { type: "aws:kms/alias:Alias", properties: { name: "alias/aws/secretsmanager" } },
  it: { type, properties },
});

/** The databases, the property that has them make a secret, and those of its key. */
const makers: [
  type: string,
  made: string,
  key: (id: unknown) => Record<string, unknown>,
  path: string,
][] = [
  [
    "aws:rds/instance:Instance",
    "manageMasterUserPassword",
    (id) => ({ masterUserSecretKmsKeyId: id }),
    "masterUserSecretKmsKeyId",
  ],
  [
    "aws:rds/cluster:Cluster",
    "manageMasterUserPassword",
    (id) => ({ masterUserSecretKmsKeyId: id }),
    "masterUserSecretKmsKeyId",
  ],
  [
    "aws:redshift/cluster:Cluster",
    "manageMasterPassword",
    (id) => ({ masterPasswordSecretKmsKeyId: id }),
    "masterPasswordSecretKmsKeyId",
  ],
  [
    "aws:redshiftserverless/namespace:Namespace",
    "manageAdminPassword",
    (id) => ({ adminPasswordSecretKmsKeyId: id }),
    "adminPasswordSecretKmsKeyId",
  ],
  [
    "aws-native:rds:DbInstance",
    "manageMasterUserPassword",
    (id) => ({ masterUserSecret: { kmsKeyId: id } }),
    "masterUserSecret.kmsKeyId",
  ],
  [
    "aws-native:redshift:Cluster",
    "manageMasterPassword",
    (id) => ({ masterPasswordSecretKmsKeyId: id }),
    "masterPasswordSecretKmsKeyId",
  ],
];

describe("managed-secrets", () => {
  for (const [type, made, key, path] of makers) {
    const name = type.split(":").at(-1);
    const breaks = (what: string) => violationOf(rule, `${name} 'it': '${what}; ${must}`);

    it(`compliant: ${type} without a secret of its own, or with a key of the program's`, async () => {
      await assertCompliant(rule, database(type, {}));
      await assertCompliant(rule, database(type, { [made]: false }));
      await assertCompliant(rule, database(type, { [made]: true, ...key(from("key.arn")) }));
      await assertCompliant(rule, database(type, { [made]: true, ...key("alias/classroom") }));
      for (const properties of [
        { [made]: from("command.stdout"), ...key("alias/classroom") },
        { [made]: false, ...key(from("command.stdout")) },
      ]) {
        await assertSays(rule, database(type, properties), []);
      }
    });

    it(`violation: the secret of ${type} under a key that AWS manages`, async () => {
      await assertAlwaysSays(rule, database(type, { [made]: true }), [
        breaks(`${path.split(".")[0]}' ${missing}`),
      ]);
      for (const managed of ["alias/aws/secretsmanager", from("managed.name")]) {
        await assertAlwaysSays(rule, database(type, { [made]: true, ...key(managed) }), [
          breaks(`${path}' is alias/aws/secretsmanager, a key that AWS manages`),
        ]);
      }
    });

    it(`undecidable: the secret of ${type} under a key from elsewhere, or that may not be made`, async () => {
      await assertSays(rule, database(type, { [made]: true, ...key(from("command.stdout")) }), [
        undecidedOf(`${name} 'it': '${path}' is`, must),
      ]);
      await assertSays(rule, database(type, { [made]: from("command.stdout") }), [
        undecidedOf(`${name} 'it': '${made}' is`, must),
      ]);
    });
  }
});
