// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidDestroyableStorage as rule } from "../../../../policies/rules/stores/forbid-destroyable-storage";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const program = (type: string, properties = {}): Program => ({ it: { type, properties } });
const violated = (type: string, what: string) =>
  violationOf(rule, `${type.split(":").at(-1)} 'it': ${what}`);

describe("forbid-destroyable-storage", () => {
  it("not applicable: the stack stores nothing", () =>
    assertNotApplicable(rule, program("aws:apigateway/restApi:RestApi")));

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
    it(`violation: ${type} goes with what it holds, by ${property}`, () =>
      assertAlwaysSays(rule, program(type, { [property]: true }), [
        violated(type, `'${property}' is true; it must be false`),
      ]));

    it(`compliant: ${type} says nothing, or no`, async () => {
      await assertCompliant(rule, program(type));
      await assertCompliant(rule, program(type, { [property]: false }));
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
    it(`compliant: ${type} waits as long as AWS lets it, or a week`, async () => {
      await assertCompliant(rule, program(type));
      await assertCompliant(rule, program(type, { [property]: 7 }));
    });

    it(`violation: ${type} waits too short`, async () => {
      await assertAlwaysSays(rule, program(type, { [property]: 0 }), [
        violated(type, `'${property}' is 0; it must be at least 7 days`),
      ]);
      const configuration = { deletionWindowDays: { min: 31 } };
      const expected = [
        violated(type, `'${property}' is missing, which means 30; it must be at least 31 days`),
      ];
      await assertAlwaysSays(rule, program(type), expected, { configuration });
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
    it(`compliant: ${type} is protected`, () =>
      assertCompliant(rule, program(type, { [property]: true })));

    it(`violation: ${type} says nothing, or no`, async () => {
      await assertAlwaysSays(rule, program(type), [
        violated(type, `'${property}' is missing, which means false; it must be true`),
      ]);
      await assertAlwaysSays(rule, program(type, { [property]: false }), [
        violated(type, `'${property}' is false; it must be true`),
      ]);
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
    it(`compliant: ${type} says nothing, and AWS protects it`, () =>
      assertCompliant(rule, program(type)));

    it(`violation: ${type} gives the protection up`, () =>
      assertAlwaysSays(rule, program(type, { [property]: false }), [
        violated(type, `'${property}' is false; it must be true`),
      ]));
  }

  for (const type of ["aws:cognito/userPool:UserPool", "aws-native:cognito:UserPool"]) {
    it(`judges the people in ${type} by a word instead of a switch`, async () => {
      await assertCompliant(rule, program(type, { deletionProtection: "ACTIVE" }));
      await assertAlwaysSays(rule, program(type), [
        violated(type, "'deletionProtection' is missing, which means INACTIVE; it must be ACTIVE"),
      ]);
      await assertAlwaysSays(rule, program(type, { deletionProtection: "INACTIVE" }), [
        violated(type, "'deletionProtection' is INACTIVE; it must be ACTIVE"),
      ]);
    });
  }

  for (const type of ["aws:dynamodb/table:Table", "aws-native:dynamodb:GlobalTable"]) {
    it(`violation: a replica of ${type} is not protected`, () => {
      const replicas = [{ deletionProtectionEnabled: true }, { region: "eu-west-1" }];
      const what =
        "'replicas[1].deletionProtectionEnabled' is missing, which means false; it must be true";
      const properties = { deletionProtectionEnabled: true, replicas };
      return assertAlwaysSays(rule, program(type, properties), [violated(type, what)]);
    });
  }

  it("judges the last backup of a file system that can have one", async () => {
    const type = "aws:fsx/lustreFileSystem:LustreFileSystem";
    const persistent = { deploymentType: "PERSISTENT_2" };
    const missing = "'skipFinalBackup' is missing, which means true; it must be false";
    await assertAlwaysSays(rule, program(type, persistent), [violated(type, missing)]);
    await assertCompliant(rule, program(type, { ...persistent, skipFinalBackup: false }));
    await assertCompliant(rule, program(type, { deploymentType: "SCRATCH_2" }));
    await assertCompliant(rule, program(type));
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const unknown = program(type, { deploymentType: from("elsewhere.kind") });
    await assertSays(rule, { elsewhere, ...unknown }, [
      undecidedOf("LustreFileSystem 'it': 'deploymentType' is", "it must be false"),
    ]);
  });

  it("violation: a cluster that is destroyed although it is protected", () => {
    const type = "aws:dsql/cluster:Cluster";
    const properties = { deletionProtectionEnabled: true, forceDestroy: true };
    return assertAlwaysSays(rule, program(type, properties), [
      violated(type, "'forceDestroy' is true; it must be false"),
    ]);
  });

  it("violation: a word that is neither, which is not repeated", () => {
    const type = "aws:cognito/userPool:UserPool";
    return assertAlwaysSays(rule, program(type, { deletionProtection: "hunter2" }), [
      violated(type, "'deletionProtection' is something else; it must be ACTIVE"),
    ]);
  });

  it("violation: a database leaves no snapshot", () => {
    const type = "aws:rds/instance:Instance";
    const properties = { deletionProtection: true, skipFinalSnapshot: true };
    return assertAlwaysSays(rule, program(type, properties), [
      violated(type, "'skipFinalSnapshot' is true; it must be false"),
    ]);
  });

  it("undecidable: a switch and a time come from outside the program", async () => {
    const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
    const bucket = program("aws:s3/bucket:Bucket", { forceDestroy: from("elsewhere.force") });
    await assertSays(rule, { elsewhere, ...bucket }, [
      undecidedOf("Bucket 'it': 'forceDestroy' is", "it must be false"),
    ]);
    const key = program("aws:kms/key:Key", { deletionWindowInDays: from("elsewhere.days") });
    await assertSays(rule, { elsewhere, ...key }, [
      undecidedOf("Key 'it': 'deletionWindowInDays' is", "it must be at least 7 days"),
    ]);
  });

  it("exempts a bucket until a day", () => {
    const exemption = { urn: "*::it", reason: "scratch space", expires: "2026-12-31" };
    const message =
      "Exempted: Bucket 'it': 'forceDestroy' is true; allowed until 2026-12-31 because: scratch space";
    const bucket = program("aws:s3/bucket:Bucket", { forceDestroy: true });
    return assertAlwaysSays(rule, bucket, [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
