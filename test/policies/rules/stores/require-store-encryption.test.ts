// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { stores } from "../../../../policies/provider-tables/stores";
import { requireStoreEncryption as rule } from "../../../../policies/rules/stores/require-store-encryption";
import {
  keyOfSibling as key,
  keyedStores,
  managed,
  owned,
  unencrypted,
} from "../../../support/pack/keyed-stores";
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

const must = "data must be encrypted at rest with a customer-managed key";
const violated = (what: string) => violationOf(rule, `${what}; ${must}`);
const program = (type: string, properties: Properties): Program => ({
  key: { type: "aws:kms/key:Key" },
  it: { type, properties },
});

describe("require-store-encryption", () => {
  it("not applicable: the stack stores nothing", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  it("is held to every store that it judges", () => {
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

  for (const [type, property] of [
    ["aws:rds/instance:Instance", "replicateSourceDb"],
    ["aws:rds/cluster:Cluster", "replicationSourceIdentifier"],
    ["aws-native:rds:DbCluster", "replicationSourceIdentifier"],
    ["aws-native:rds:DbInstance", "sourceDbInstanceIdentifier"],
    ["aws-native:rds:DbInstance", "dbClusterIdentifier"],
    ["aws-native:neptune:DbCluster", "sourceDbClusterIdentifier"],
  ] as const) {
    it(`violation: ${type} that names no source with its empty '${property}'`, () =>
      assertAlwaysSays(rule, { it: { type, properties: { [property]: "" } } }, [
        violated(`${type.split(":").at(-1)} 'it': 'storageEncrypted' ${unencrypted}`),
      ]));

    it(`compliant: ${type} with '${property}' of a sibling, before and after it is there`, () =>
      assertCompliant(rule, {
        ...program(type, { storageEncrypted: true, kmsKeyId: key }),
        replica: { type, properties: { [property]: from("it.identifier") } },
      }));
  }

  it("compliant: a delivery stream that reads a stream of the same program", () =>
    assertCompliant(rule, {
      ...program("aws:kinesis/stream:Stream", { encryptionType: "KMS", kmsKeyId: key }),
      delivery: {
        type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
        properties: { kinesisSourceConfiguration: { kinesisStreamArn: from("it.arn") } },
      },
    }));

  it("violation: encryption is on without a key, whatever key AWS names afterwards", async () => {
    for (const type of ["aws:ebs/volume:Volume", "aws:efs/fileSystem:FileSystem"]) {
      await assertAlwaysSays(rule, { it: { type, properties: { encrypted: true } } }, [
        violated(`${type.split(":").at(-1)} 'it': 'kmsKeyId' ${managed}`),
      ]);
    }
  });

  it("violation: a queue whose key is the empty text has none", () =>
    assertAlwaysSays(
      rule,
      {
        it: {
          type: "aws:sqs/queue:Queue",
          properties: { kmsMasterKeyId: "", sqsManagedSseEnabled: false },
        },
      },
      [violated("Queue 'it': 'sqsManagedSseEnabled' is off, which leaves the data unencrypted")],
    ));

  for (const [what, type, property] of [
    ["a replica, encrypted like its source", "aws:rds/instance:Instance", "replicateSourceDb"],
    [
      "a delivery stream, encrypted like the stream that it reads",
      "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
      "kinesisSourceConfiguration",
    ],
    [
      "a delivery stream of aws-native, encrypted like the stream that it reads",
      "aws-native:kinesisfirehose:DeliveryStream",
      "kinesisStreamSourceConfiguration",
    ],
  ] as const) {
    it(`compliant: ${what}`, () =>
      assertCompliant(rule, { it: { type, properties: { [property]: "source" } } }));
  }

  it("violation: a cluster's own name is no source of its encryption", () => {
    const properties = { dbClusterIdentifier: "lessons" };
    return assertAlwaysSays(rule, { it: { type: "aws-native:neptune:DbCluster", properties } }, [
      violated(`DbCluster 'it': 'storageEncrypted' ${unencrypted}`),
    ]);
  });

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
