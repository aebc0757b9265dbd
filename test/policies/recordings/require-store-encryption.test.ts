// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { requireStoreEncryption as rule } from "../../../policies/recordings/require-store-encryption";
import { stores } from "../../../policies/recordings/stores";
import { from } from "../../../policies/rule";
import type { Program } from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const must = "data must be encrypted at rest with a customer-managed key";
const unencrypted = "is missing, which leaves the data unencrypted";
const owned = "is missing, which leaves the data to a key that AWS owns";
const managed = "is missing, which means a key that AWS manages";
const violated = (what: string) => violationOf(rule, `${what}; ${must}`);
const key = from("key.arn");
const program = (type: string, properties: Properties): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type, properties },
});

/** How each store names its key, and what is found where nothing is written. */
const table: Readonly<Record<string, readonly [Properties, string, string]>> = {
  "aws:backup/vault:Vault": [{ kmsKeyArn: key }, "kmsKeyArn", managed],
  "aws:docdb/cluster:Cluster": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:dynamodb/table:Table": [
    { serverSideEncryption: { enabled: true, kmsKeyArn: key } },
    "serverSideEncryption",
    owned,
  ],
  "aws:dynamodb/tableReplica:TableReplica": [{ kmsKeyArn: key }, "kmsKeyArn", owned],
  "aws:ebs/snapshotCopy:SnapshotCopy": [
    { encrypted: true, kmsKeyId: key },
    "encrypted",
    unencrypted,
  ],
  "aws:ebs/volume:Volume": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws:ecr/repository:Repository": [
    { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key }] },
    "encryptionConfigurations",
    owned,
  ],
  "aws:efs/fileSystem:FileSystem": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    { atRestEncryptionEnabled: true, kmsKeyId: key },
    "atRestEncryptionEnabled",
    unencrypted,
  ],
  "aws:elasticache/serverlessCache:ServerlessCache": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws:elasticsearch/domain:Domain": [
    { encryptAtRest: { enabled: true, kmsKeyId: key } },
    "encryptAtRest",
    unencrypted,
  ],
  "aws:fsx/lustreFileSystem:LustreFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:fsx/ontapFileSystem:OntapFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:keyspaces/table:Table": [
    { encryptionSpecification: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyIdentifier: key } },
    "encryptionSpecification",
    owned,
  ],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    { serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: key } },
    "serverSideEncryption",
    unencrypted,
  ],
  "aws:kinesis/stream:Stream": [
    { encryptionType: "KMS", kmsKeyId: key },
    "encryptionType",
    unencrypted,
  ],
  "aws:kinesis/videoStream:VideoStream": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:memorydb/cluster:Cluster": [{ kmsKeyArn: key }, "kmsKeyArn", owned],
  "aws:mq/broker:Broker": [{ encryptionOptions: { kmsKeyId: key } }, "encryptionOptions", owned],
  "aws:msk/cluster:Cluster": [
    { encryptionInfo: { encryptionAtRestKmsKeyArn: key } },
    "encryptionInfo",
    managed,
  ],
  "aws:neptune/cluster:Cluster": [
    { storageEncrypted: true, kmsKeyArn: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:opensearch/domain:Domain": [
    { encryptAtRest: { enabled: true, kmsKeyId: key } },
    "encryptAtRest",
    unencrypted,
  ],
  "aws:rds/cluster:Cluster": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:rds/instance:Instance": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws:redshift/cluster:Cluster": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws:redshiftserverless/namespace:Namespace": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws:s3/filesFileSystem:FilesFileSystem": [{ kmsKeyId: key }, "kmsKeyId", owned],
  "aws:sns/topic:Topic": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", unencrypted],
  "aws:sqs/queue:Queue": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", owned],
  "aws:timestreamwrite/database:Database": [{ kmsKeyId: key }, "kmsKeyId", managed],
  "aws-native:dynamodb:Table": [
    { sseSpecification: { sseEnabled: true, kmsMasterKeyId: key } },
    "sseSpecification",
    owned,
  ],
  "aws-native:ec2:Volume": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws-native:ecr:Repository": [
    { encryptionConfiguration: { encryptionType: "KMS", kmsKey: key } },
    "encryptionConfiguration",
    owned,
  ],
  "aws-native:efs:FileSystem": [{ encrypted: true, kmsKeyId: key }, "encrypted", unencrypted],
  "aws-native:kinesis:Stream": [
    { streamEncryption: { encryptionType: "KMS", keyId: key } },
    "streamEncryption",
    unencrypted,
  ],
  "aws-native:opensearchservice:Domain": [
    { encryptionAtRestOptions: { enabled: true, kmsKeyId: key } },
    "encryptionAtRestOptions",
    unencrypted,
  ],
  "aws-native:rds:DbCluster": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws-native:rds:DbInstance": [
    { storageEncrypted: true, kmsKeyId: key },
    "storageEncrypted",
    unencrypted,
  ],
  "aws-native:sns:Topic": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", unencrypted],
  "aws-native:sqs:Queue": [{ kmsMasterKeyId: key }, "kmsMasterKeyId", owned],
};

describe("require-store-encryption", () => {
  it("not applicable: the stack stores nothing", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  it("is held to every store that it judges", () => {
    const disks = ["aws:ec2/instance:Instance", "aws:ec2/launchTemplate:LaunchTemplate"];
    assert.deepEqual(Object.keys(stores).sort(), [...Object.keys(table), ...disks].sort());
  });

  for (const [type, [properties, path, found]] of Object.entries(table)) {
    it(`compliant: ${type} with a key of the same program, and a literal one`, async () => {
      await assertCompliant(rule, program(type, properties));
      const literal = JSON.parse(JSON.stringify(properties).replace(key, "alias/classes"));
      await assertCompliant(rule, { it: { type, properties: literal } });
    });

    it(`violation: ${type} says nothing`, () =>
      assertAlwaysSays(rule, { it: { type } }, [
        violated(`${type.split(":").at(-1)} 'it': '${path}' ${found}`),
      ]));

    it(`violation: ${type} with the key that AWS manages`, async () => {
      const alias = JSON.parse(JSON.stringify(properties).replace(key, "alias/aws/it"));
      const named = Object.entries(alias).flatMap(([name, value]) => pathsTo(name, value));
      await assertAlwaysSays(rule, { it: { type, properties: alias } }, [
        violated(
          `${type.split(":").at(-1)} 'it': '${named[0]}' is alias/aws/it, which means a key that AWS manages`,
        ),
      ]);
    });
  }

  it("violation: encryption is switched off, or on without a key", async () => {
    const type = "aws:rds/instance:Instance";
    await assertAlwaysSays(rule, { it: { type, properties: { storageEncrypted: false } } }, [
      violated("Instance 'it': 'storageEncrypted' is off, which leaves the data unencrypted"),
    ]);
    await assertAlwaysSays(rule, { it: { type, properties: { storageEncrypted: true } } }, [
      violated(`Instance 'it': 'kmsKeyId' ${managed}`),
    ]);
  });

  it("compliant: a queue that switches AWS's own encryption off for a key", () =>
    assertCompliant(
      rule,
      program("aws:sqs/queue:Queue", { kmsMasterKeyId: key, sqsManagedSseEnabled: false }),
    ));

  it("violation: a queue that switches AWS's own encryption off for nothing", () =>
    assertAlwaysSays(
      rule,
      { it: { type: "aws:sqs/queue:Queue", properties: { sqsManagedSseEnabled: false } } },
      [violated("Queue 'it': 'sqsManagedSseEnabled' is off, which leaves the data unencrypted")],
    ));

  for (const [what, type, property] of [
    ["a replica, encrypted like its source", "aws:rds/instance:Instance", "replicateSourceDb"],
    [
      "a delivery stream, encrypted like the stream that it reads",
      "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
      "kinesisSourceConfiguration",
    ],
  ] as const) {
    it(`compliant: ${what}`, () =>
      assertCompliant(rule, { it: { type, properties: { [property]: "source" } } }));
  }

  it("undecidable: key and switch come from outside the program", async () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const topic = { kmsMasterKeyId: from("elsewhere.key") };
    await assertSays(rule, { elsewhere, ...program("aws:sns/topic:Topic", topic) }, [
      undecidedOf("Topic 'it': 'kmsMasterKeyId' is", must),
    ]);
    const volume = { encrypted: from("elsewhere.on"), kmsKeyId: key };
    await assertSays(rule, { elsewhere, ...program("aws:ebs/volume:Volume", volume) }, [
      undecidedOf("Volume 'it': 'encrypted' is", must),
    ]);
  });

  describe("the minimum", () => {
    const topic = { it: { type: "aws:sns/topic:Topic" } };
    const queue = { it: { type: "aws:sqs/queue:Queue" } };
    const vault = { it: { type: "aws:backup/vault:Vault" } };

    it("compliant: aws-owned and aws-managed allow what AWS does by itself", async () => {
      await assertCompliant(rule, queue, { configuration: { minimum: "aws-owned" } });
      await assertCompliant(rule, vault, { configuration: { minimum: "aws-managed" } });
    });

    it("violation: neither allows what AWS leaves unencrypted, nor the one what the other does", async () => {
      const nothing = `Topic 'it': 'kmsMasterKeyId' ${unencrypted}; data must be encrypted at rest`;
      await assertAlwaysSays(rule, topic, [violationOf(rule, nothing)], {
        configuration: { minimum: "aws-owned" },
      });
      const weak = `Queue 'it': 'kmsMasterKeyId' ${owned}; data must be encrypted at rest with a KMS key of the account`;
      await assertAlwaysSays(rule, queue, [violationOf(rule, weak)], {
        configuration: { minimum: "aws-managed" },
      });
    });
  });

  it("exempts a topic until a day", () => {
    const exemption = { urn: "*::it", reason: "public news", expires: "2026-12-31" };
    const message = `Exempted: Topic 'it': 'kmsMasterKeyId' ${unencrypted}; allowed until 2026-12-31 because: public news`;
    return assertAlwaysSays(rule, { it: { type: "aws:sns/topic:Topic" } }, [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});

/** The paths below a property whose value is the alias. */
function pathsTo(path: string, value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap((element, index) => pathsTo(`${path}[${index}]`, element));
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, member]) => pathsTo(`${path}.${name}`, member));
  }
  return value === "alias/aws/it" ? [path] : [];
}
