// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidDestroyableStorage as rule } from "../../../../policies/rules/stores/forbid-destroyable-storage";
import { from, kindOf, one } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const { notApplicable, complies, violates, exempted } = ruleSpec(rule);
const off = ruleSpec(rule, { must: "it must be false" });
const on = ruleSpec(rule, { must: "it must be true" });
const active = ruleSpec(rule, { must: "it must be ACTIVE" });

describe("forbid-destroyable-storage", () => {
  notApplicable({ "the stack stores nothing": one("aws:apigateway/restApi:RestApi") });

  for (const [type, property] of [
    ["aws:s3/bucket:Bucket", "forceDestroy"],
    ["aws:s3/bucketV2:BucketV2", "forceDestroy"],
    ["aws:s3/directoryBucket:DirectoryBucket", "forceDestroy"],
    ["aws:s3/vectorsVectorBucket:VectorsVectorBucket", "forceDestroy"],
    ["aws:s3tables/tableBucket:TableBucket", "forceDestroy"],
    ["aws:backup/vault:Vault", "forceDestroy"],
    ["aws:lightsail/bucket:Bucket", "forceDelete"],
    ["aws:ecr/repository:Repository", "forceDelete"],
    ["aws:ecrpublic/repository:Repository", "forceDestroy"],
    ["aws:athena/database:Database", "forceDestroy"],
    ["aws:dataexchange/revisionAssets:RevisionAssets", "forceDestroy"],
    ["aws:s3/bucketObject:BucketObject", "forceDestroy"],
    ["aws:s3/bucketObjectv2:BucketObjectv2", "forceDestroy"],
    ["aws:s3/objectCopy:ObjectCopy", "forceDestroy"],
    ["aws:redshift/cluster:Cluster", "skipFinalSnapshot"],
    ["aws:lightsail/database:Database", "skipFinalSnapshot"],
    ["aws:fsx/ontapVolume:OntapVolume", "skipFinalBackup"],
    ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem", "skipFinalBackup"],
    ["aws:fsx/windowsFileSystem:WindowsFileSystem", "skipFinalBackup"],
    ["aws-native:ecr:Repository", "emptyOnDelete"],
  ] as const) {
    off.violates({
      [`${type} is deleted with its content, by ${property}`]: [
        one(type, { [property]: true }),
        `${kindOf(type)} 'it': '${property}' is true`,
      ],
    });

    complies({
      [`${type} without ${property}, or with it off`]: [
        one(type),
        one(type, { [property]: false }),
      ],
    });
  }

  for (const [type, property] of [
    ["aws:kms/key:Key", "deletionWindowInDays"],
    ["aws:kms/externalKey:ExternalKey", "deletionWindowInDays"],
    ["aws:kms/replicaKey:ReplicaKey", "deletionWindowInDays"],
    ["aws:kms/replicaExternalKey:ReplicaExternalKey", "deletionWindowInDays"],
    ["aws-native:kms:Key", "pendingWindowInDays"],
    ["aws-native:kms:ReplicaKey", "pendingWindowInDays"],
    ["aws:secretsmanager/secret:Secret", "recoveryWindowInDays"],
  ] as const) {
    const wait = `${kindOf(type)} 'it': '${property}'`;

    complies({
      [`${type} waits for AWS's default time, or for a week`]: [
        one(type),
        one(type, { [property]: 7 }),
      ],
    });

    violates({
      [`${type} does not wait`]: [
        one(type, { [property]: 0 }),
        `${wait} is 0; it must be at least 7 days`,
      ],
    });

    ruleSpec(rule, { configuration: { deletionWindowDays: { min: 31 } } }).violates({
      [`${type} waits for AWS's default time, where the configuration asks for more`]: [
        one(type),
        `${wait} is missing, which means 30; it must be at least 31 days`,
      ],
    });
  }

  for (const [type, property] of [
    ["aws:dynamodb/table:Table", "deletionProtectionEnabled"],
    ["aws:dynamodb/tableReplica:TableReplica", "deletionProtectionEnabled"],
    ["aws:dsql/cluster:Cluster", "deletionProtectionEnabled"],
    ["aws-native:dynamodb:Table", "deletionProtectionEnabled"],
    ["aws:rds/instance:Instance", "deletionProtection"],
    ["aws:rds/cluster:Cluster", "deletionProtection"],
    ["aws:docdb/cluster:Cluster", "deletionProtection"],
    ["aws:neptune/cluster:Cluster", "deletionProtection"],
    ["aws-native:neptune:DbCluster", "deletionProtection"],
    ["aws-native:rds:DbInstance", "deletionProtection"],
    ["aws-native:rds:DbCluster", "deletionProtection"],
  ] as const) {
    complies({ [`${type} is protected`]: one(type, { [property]: true }) });

    on.violates({
      [`${type} without ${property}, or with it off`]: [
        [one(type), `${kindOf(type)} 'it': '${property}' is missing, which means false`],
        [one(type, { [property]: false }), `${kindOf(type)} 'it': '${property}' is false`],
      ],
    });
  }

  for (const [type, property] of [
    ["aws:cloudtrail/eventDataStore:EventDataStore", "terminationProtectionEnabled"],
    ["aws:neptunegraph/graph:Graph", "deletionProtection"],
    ["aws:qldb/ledger:Ledger", "deletionProtection"],
    ["aws-native:cloudtrail:EventDataStore", "terminationProtectionEnabled"],
    ["aws-native:dsql:Cluster", "deletionProtectionEnabled"],
    ["aws-native:neptunegraph:Graph", "deletionProtection"],
  ] as const) {
    complies({ [`${type} without ${property}, which AWS protects by default`]: one(type) });

    on.violates({
      [`${type} with its protection off`]: [
        one(type, { [property]: false }),
        `${kindOf(type)} 'it': '${property}' is false`,
      ],
    });
  }

  const userPool = "aws:cognito/userPool:UserPool";

  for (const type of [userPool, "aws-native:cognito:UserPool"]) {
    const where = "UserPool 'it': 'deletionProtection'";

    complies({ [`${type} with active protection`]: one(type, { deletionProtection: "ACTIVE" }) });

    active.violates({
      [`${type} without protection, or with inactive protection`]: [
        [one(type), `${where} is missing, which means INACTIVE`],
        [one(type, { deletionProtection: "INACTIVE" }), `${where} is INACTIVE`],
      ],
    });
  }

  for (const type of ["aws:dynamodb/table:Table", "aws-native:dynamodb:GlobalTable"]) {
    on.violates({
      [`${type} with a replica that is not protected`]: [
        one(type, {
          deletionProtectionEnabled: true,
          replicas: [{ deletionProtectionEnabled: true }, { region: "eu-west-1" }],
        }),
        `${kindOf(type)} 'it': 'replicas[1].deletionProtectionEnabled' is missing, which means false`,
      ],
    });
  }

  const lustre = "aws:fsx/lustreFileSystem:LustreFileSystem";

  complies({
    "a file system with a final backup, or of a kind that can have none": [
      one(lustre, { deploymentType: "PERSISTENT_2", skipFinalBackup: false }),
      one(lustre, { deploymentType: "SCRATCH_2" }),
      one(lustre),
    ],
  });

  off.violates({
    "a file system without a final backup": [
      one(lustre, { deploymentType: "PERSISTENT_2" }),
      "LustreFileSystem 'it': 'skipFinalBackup' is missing, which means true",
    ],
    "a cluster that is protected and destroyed nevertheless": [
      one("aws:dsql/cluster:Cluster", { deletionProtectionEnabled: true, forceDestroy: true }),
      "Cluster 'it': 'forceDestroy' is true",
    ],
    "a database without a final snapshot": [
      one("aws:rds/instance:Instance", { deletionProtection: true, skipFinalSnapshot: true }),
      "Instance 'it': 'skipFinalSnapshot' is true",
    ],
  });

  active.violates({
    "a value that AWS does not have, which is not echoed": [
      one(userPool, { deletionProtection: "hunter2" }),
      "UserPool 'it': 'deletionProtection' is something else",
    ],
  });

  off.undecided({
    "the kind of a file system comes from outside the program": [
      one(lustre, { deploymentType: from("elsewhere.kind") }),
      "LustreFileSystem 'it': 'deploymentType' is",
    ],
    "a switch comes from outside the program": [
      one("aws:s3/bucket:Bucket", { forceDestroy: from("elsewhere.force") }),
      "Bucket 'it': 'forceDestroy' is",
    ],
  });

  ruleSpec(rule, { must: "it must be at least 7 days" }).undecided({
    "a time comes from outside the program": [
      one("aws:kms/key:Key", { deletionWindowInDays: from("elsewhere.days") }),
      "Key 'it': 'deletionWindowInDays' is",
    ],
  });

  exempted({
    "a bucket, until a day": [
      one("aws:s3/bucket:Bucket", { forceDestroy: true }),
      "*::it",
      "scratch space",
      "Bucket 'it': 'forceDestroy' is true",
    ],
  });
});
