// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireSecretEncryption as rule } from "../../../../policies/rules/secrets/require-secret-encryption";
import { from, kindOf, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const must = "a secret must be encrypted with a customer-managed key";
const isMissing = "is missing, which means the key that AWS manages (alias/aws/secretsmanager)";
const isManaged = "is alias/aws/secretsmanager, a key that AWS manages";
const unknown = from("command.stdout");

const { complies, violates, undecided } = ruleSpec(rule, { must });
const atFirst = ruleSpec(rule, { must, phase: "first preview" });

describe("managed-secrets", () => {
  // The databases, the property that makes them create a secret, and the path of its key.
  for (const [type, made, path] of [
    ["aws:rds/instance:Instance", "manageMasterUserPassword", "masterUserSecretKmsKeyId"],
    ["aws:rds/cluster:Cluster", "manageMasterUserPassword", "masterUserSecretKmsKeyId"],
    ["aws:redshift/cluster:Cluster", "manageMasterPassword", "masterPasswordSecretKmsKeyId"],
    [
      "aws:redshiftserverless/namespace:Namespace",
      "manageAdminPassword",
      "adminPasswordSecretKmsKeyId",
    ],
    ["aws-native:rds:DbInstance", "manageMasterUserPassword", "masterUserSecret.kmsKeyId"],
    ["aws-native:redshift:Cluster", "manageMasterPassword", "masterPasswordSecretKmsKeyId"],
  ] as const) {
    const [property = "", inside] = path.split(".");
    const database = (makes?: unknown, keyId?: unknown): Program => ({
      key: { type: "aws:kms/key:Key" },
      managed: { type: "aws:kms/alias:Alias", properties: { name: "alias/aws/secretsmanager" } },
      it: {
        type,
        properties: {
          ...(makes !== undefined && { [made]: makes }),
          ...(keyId !== undefined && { [property]: inside ? { [inside]: keyId } : keyId }),
        },
      },
    });
    const where = `${kindOf(type)} 'it'`;

    complies({
      [`${type} without a secret of its own, or with a key of the customer`]: [
        database(),
        database(false),
        database(true, from("key.arn")),
        database(true, "alias/classroom"),
      ],
    });

    atFirst.complies({
      [`${type} with a key of the customer, or without a secret, the other value unknown`]: [
        database(unknown, "alias/classroom"),
        database(false, unknown),
      ],
    });

    violates({
      [`the secret of ${type} under a key that AWS manages`]: [
        [database(true), `${where}: '${property}' ${isMissing}`],
        [database(true, "alias/aws/secretsmanager"), `${where}: '${path}' ${isManaged}`],
        [database(true, from("managed.name")), `${where}: '${path}' ${isManaged}`],
      ],
    });

    undecided({
      [`the secret of ${type} under an unknown key, or that may not be made`]: [
        [database(true, unknown), `${where}: '${path}' is`],
        [database(unknown), `${where}: '${made}' is`],
      ],
    });
  }
});
