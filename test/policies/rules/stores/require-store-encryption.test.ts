// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { stores } from "../../../../policies/provider-tables/stores";
import { requireStoreEncryption as rule } from "../../../../policies/rules/stores/require-store-encryption";
import {
  keyOfSibling as key,
  keyedStores,
  managed,
  owned,
  unencrypted,
} from "../../../support/pack/keyed-stores";
import { from, kindOf, one, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Properties = Readonly<Record<string, unknown>>;

const program = (type: string, properties: Properties): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type, properties },
});

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "data must be encrypted at rest with a customer-managed key",
});

describe("require-store-encryption", () => {
  notApplicable({ "the stack stores nothing": { key: { type: "aws:kms/key:Key" } } });

  it("is tested with every store that it judges", () => {
    const disks = [
      "aws:ec2/instance:Instance",
      "aws:ec2/launchConfiguration:LaunchConfiguration",
      "aws:ec2/launchTemplate:LaunchTemplate",
      "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
      "aws-native:ec2:Instance",
      "aws-native:ec2:LaunchTemplate",
    ];
    assert.deepEqual([...stores.keys()].sort(), [...Object.keys(keyedStores), ...disks].sort());
  });

  for (const [type, [properties, path, found]] of Object.entries(keyedStores)) {
    const withKey = (name: string) =>
      JSON.parse(JSON.stringify(properties).replace(key, name)) as Properties;
    const managedKey = withKey("alias/aws/it");
    const [named] = Object.entries(managedKey).flatMap(([name, value]) => pathsTo(name, value));

    complies({
      [`${type} with a key of the same program, or with a literal one`]: [
        program(type, properties),
        one(type, withKey("alias/classes")),
      ],
    });

    violates({
      [`${type} without settings`]: [one(type), `${kindOf(type)} 'it': '${path}' ${found}`],
      [`${type} with the key that AWS manages`]: [
        one(type, managedKey),
        `${kindOf(type)} 'it': '${named}' is alias/aws/it, which means a key that AWS manages`,
      ],
    });
  }

  for (const [type, property] of [
    ["aws:rds/instance:Instance", "replicateSourceDb"],
    ["aws:rds/cluster:Cluster", "replicationSourceIdentifier"],
    ["aws-native:rds:DbCluster", "replicationSourceIdentifier"],
    ["aws-native:rds:DbInstance", "sourceDbInstanceIdentifier"],
    ["aws-native:rds:DbInstance", "dbClusterIdentifier"],
    ["aws-native:neptune:DbCluster", "sourceDbClusterIdentifier"],
  ] as const) {
    violates({
      [`${type} with an empty '${property}', which is no source`]: [
        one(type, { [property]: "" }),
        `${kindOf(type)} 'it': 'storageEncrypted' ${unencrypted}`,
      ],
    });

    complies({
      [`${type} with '${property}' of a sibling`]: {
        ...program(type, { storageEncrypted: true, kmsKeyId: key }),
        replica: { type, properties: { [property]: from("it.identifier") } },
      },
    });
  }

  const queue = "aws:sqs/queue:Queue";
  const sseOff = "Queue 'it': 'sqsManagedSseEnabled' is off, which leaves the data unencrypted";

  complies({
    "a queue that switches AWS's own encryption off for a key": program(queue, {
      kmsMasterKeyId: key,
      sqsManagedSseEnabled: false,
    }),
    "a delivery stream that reads a stream of the same program": {
      ...program("aws:kinesis/stream:Stream", { encryptionType: "KMS", kmsKeyId: key }),
      delivery: {
        type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        properties: { kinesisSourceConfiguration: { kinesisStreamArn: from("it.arn") } },
      },
    },
    "a replica, encrypted like its source": one("aws:rds/instance:Instance", {
      replicateSourceDb: "source",
    }),
    "a delivery stream, encrypted like the stream that it reads": one(
      "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
      { kinesisSourceConfiguration: "source" },
    ),
    "a delivery stream of aws-native, encrypted like the stream that it reads": one(
      "aws-native:kinesisfirehose:DeliveryStream",
      { kinesisStreamSourceConfiguration: "source" },
    ),
  });

  violates({
    "a database whose encryption is off": [
      one("aws:rds/instance:Instance", { storageEncrypted: false }),
      "Instance 'it': 'storageEncrypted' is off, which leaves the data unencrypted",
    ],
    "a database whose encryption is on, without a key": [
      one("aws:rds/instance:Instance", { storageEncrypted: true }),
      `Instance 'it': 'kmsKeyId' ${managed}`,
    ],
    "a store without a key, whose key AWS names after the update": [
      [one("aws:ebs/volume:Volume", { encrypted: true }), `Volume 'it': 'kmsKeyId' ${managed}`],
      [
        one("aws:efs/fileSystem:FileSystem", { encrypted: true }),
        `FileSystem 'it': 'kmsKeyId' ${managed}`,
      ],
    ],
    "a queue that switches AWS's own encryption off, without a key": [
      one(queue, { sqsManagedSseEnabled: false }),
      sseOff,
    ],
    "a queue whose key is the empty text": [
      one(queue, { kmsMasterKeyId: "", sqsManagedSseEnabled: false }),
      sseOff,
    ],
    "a cluster with its own name, which is no source of its encryption": [
      one("aws-native:neptune:DbCluster", { dbClusterIdentifier: "lessons" }),
      `DbCluster 'it': 'storageEncrypted' ${unencrypted}`,
    ],
  });

  undecided({
    "a key that comes from outside the program": [
      program("aws:sns/topic:Topic", { kmsMasterKeyId: from("elsewhere.key") }),
      "Topic 'it': 'kmsMasterKeyId' is",
    ],
    "a switch that comes from outside the program": [
      program("aws:ebs/volume:Volume", { encrypted: from("elsewhere.on"), kmsKeyId: key }),
      "Volume 'it': 'encrypted' is",
    ],
  });

  describe("the minimum", () => {
    const at = (minimum: string, must: string) =>
      ruleSpec(rule, { must, configuration: { minimum } });
    const awsOwned = at("aws-owned", "data must be encrypted at rest");
    const awsManaged = at(
      "aws-managed",
      "data must be encrypted at rest with a KMS key of the account",
    );

    awsOwned.complies({ "aws-owned allows a queue without settings": one(queue) });

    awsManaged.complies({
      "aws-managed allows a vault without settings": one("aws:backup/vault:Vault"),
    });

    awsOwned.violates({
      "aws-owned does not allow a topic that is not encrypted": [
        one("aws:sns/topic:Topic"),
        `Topic 'it': 'kmsMasterKeyId' ${unencrypted}`,
      ],
    });

    awsManaged.violates({
      "aws-managed does not allow a key that AWS owns": [
        one(queue),
        `Queue 'it': 'kmsMasterKeyId' ${owned}`,
      ],
    });
  });

  exempted({
    "a topic, until a day": [
      one("aws:sns/topic:Topic"),
      "*::it",
      "public news",
      `Topic 'it': 'kmsMasterKeyId' ${unencrypted}`,
    ],
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
