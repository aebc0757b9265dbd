// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Cannot see: whose key a literal key ARN is, nor that an account encrypts all new volumes by itself. */

import { configuration, type Options } from "../configuration";
import { fsbp, gdpr, iso, nist } from "../controls";
import { type Finding, undecided, violation } from "../finding";
import { comesFromCustomerKey } from "../joins/encryption-key";
import { type Reading, read, textOf } from "../reading";
import { from, type Rule } from "../rule";
import { type StackResource, written } from "../stack";
import { type Protection, protections, type Store, type Switch, stores } from "./stores";

interface StoreEncryptionOptions extends Options {
  readonly minimum: Protection;
}

const asked: Readonly<Record<Protection, string>> = {
  unencrypted: "anything goes",
  "aws-owned": "data must be encrypted at rest",
  "aws-managed": "data must be encrypted at rest with a KMS key of the account",
  "customer-key": "data must be encrypted at rest with a customer-managed key",
};

const means: Readonly<Record<Protection, string>> = {
  unencrypted: "which leaves the data unencrypted",
  "aws-owned": "which leaves the data to a key that AWS owns",
  "aws-managed": "which means a key that AWS manages",
  "customer-key": "which means a key of the customer's",
};

export const requireStoreEncryption: Rule<StoreEncryptionOptions> = {
  name: "require-store-encryption",
  description:
    "Tables, queues, topics, volumes and databases must be encrypted with a customer-managed key.",
  rationale:
    "Class data passes through more than buckets: names in a table, messages in a queue, a database's disk. With a key of the customer's, reading any of it takes a permission that can be taken away, and is on record.",
  severity: "medium",
  controls: [
    fsbp("SNS.1", "SNS topics should be encrypted at-rest using AWS KMS"),
    fsbp("SQS.1", "Amazon SQS queues should be encrypted at rest"),
    fsbp("RDS.3", "RDS DB instances should have encryption at-rest enabled"),
    nist("SC-28(1)", "Protection of information at rest: cryptographic protection"),
    iso("A.8.24", "Use of cryptography"),
    gdpr("Article 32(1)(a)", "Encryption of personal data as a measure appropriate to the risk"),
  ],
  enforcementLevel: "mandatory",
  tags: ["kms", "encryption", "dynamodb", "sqs", "sns", "kinesis", "efs", "ebs", "rds"],
  remediationSteps: "Turn encryption at rest on and name a KMS key of your own.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/service-integration.html",
  configSchema: configuration("advisory", {
    minimum: {
      type: "string",
      enum: ["aws-owned", "aws-managed", "customer-key"],
      description:
        "The weakest encryption allowed: keys that AWS owns, the KMS key that AWS manages in the account, or a key of the customer's.",
      default: "customer-key",
    },
  }),
  examples: {
    fails: [
      {
        shows: "A topic is not encrypted unless it names a key.",
        resources: { alarms: { type: "aws:sns/topic:Topic" } },
      },
    ],
    passes: [
      {
        shows: "A key made in the same program encrypts the topic and the table.",
        resources: {
          key: { type: "aws:kms/key:Key", properties: { enableKeyRotation: true } },
          alarms: { type: "aws:sns/topic:Topic", properties: { kmsMasterKeyId: from("key.arn") } },
          lessons: {
            type: "aws:dynamodb/table:Table",
            properties: { serverSideEncryption: { enabled: true, kmsKeyArn: from("key.arn") } },
          },
        },
      },
    ],
  },
  validator: {
    stack: Object.fromEntries(Object.entries(stores).map(([type, store]) => [type, judge(store)])),
  },
};

type Judge = (resource: StackResource, options: StoreEncryptionOptions) => readonly Finding[];

/** What a property of a store says, or leaves open. */
interface Said {
  readonly at: Reading;
  readonly protection: Protection;
  readonly found: string;
}

function judge(store: Store): Judge {
  return (resource, { minimum }) => {
    if (isEncryptedElsewhere(resource)) {
      return [];
    }
    const must = asked[minimum];
    const said = saidBy(resource, store);
    if (protections.indexOf(said.protection) >= protections.indexOf(minimum)) {
      return [];
    }
    return said.at.state === "unknown"
      ? [undecided(resource, said.at.path, must)]
      : [violation(resource, said.at.path, said.found, must)];
  };
}

/** A replica is encrypted like what it comes from, and a delivery stream like the stream that it reads. */
const elsewhere = [
  "replicateSourceDb",
  "replicationSourceIdentifier",
  "kinesisSourceConfiguration",
  "mskSourceConfiguration",
];

function isEncryptedElsewhere({ props }: StackResource): boolean {
  return elsewhere.some((property) => read(props, property).state === "known");
}

function saidBy(resource: StackResource, store: Store): Said {
  const key = one(resource, store.key);
  const position = store.switch && one(resource, store.switch.path);
  if (position === undefined || store.switch === undefined) {
    return saidByKey(resource, key, store.without);
  }
  const isOn = isSwitchedOn(position, store.switch);
  if (isOn === undefined) {
    return { at: position, protection: store.switch.off, found: "is not known" };
  }
  if (isOn || (store.switch.keyCounts && key.state !== "absent")) {
    return saidByKey(resource, key, store.without);
  }
  const { off } = store.switch;
  const word = textOf(position) === undefined ? "is missing" : "is off";
  return { at: position, protection: off, found: `${word}, ${means[off]}` };
}

function saidByKey(resource: StackResource, key: Reading, without: Protection): Said {
  if (key.state === "unknown") {
    // Whatever key it will be, one that can be named is in an account.
    const protection = comesFromCustomerKey(resource, key.path) ? "customer-key" : "aws-managed";
    return { at: key, protection, found: "is not known" };
  }
  const id = textOf(key);
  if (id === undefined) {
    return { at: key, protection: without, found: `is missing, ${means[without]}` };
  }
  const [alias] = /alias\/aws\/[a-z0-9-]+$/.exec(id) ?? [];
  return alias === undefined
    ? { at: key, protection: "customer-key", found: "is a customer-managed key" }
    : { at: key, protection: "aws-managed", found: `is ${alias}, ${means["aws-managed"]}` };
}

function isSwitchedOn(position: Reading, { on, unset }: Switch): boolean | undefined {
  if (position.state === "unknown") {
    return undefined;
  }
  return (textOf(position) ?? (unset === "on" ? on : "")) === on;
}

function one(resource: StackResource, path: Store["key"]): Reading {
  const [reading] = written(resource, ...path);
  return reading ?? { state: "absent", path: String(path[0]) };
}
