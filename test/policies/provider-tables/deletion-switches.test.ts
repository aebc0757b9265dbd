// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { deletionSwitches } from "../../../policies/provider-tables/deletion-switches";
import { providerTypes } from "../../support/pack/provider";

/** Switches of types that store no data, keep the data when deleted, or store logs with a retention. */
const others = new Set(
  `
  aws:athena/workgroup:Workgroup.forceDestroy
  aws:autoscaling/group:Group.forceDelete
  aws:autoscaling/group:Group.forceDeleteWarmPool
  aws:cloudwatch/eventRule:EventRule.forceDestroy
  aws:cloudwatch/eventTarget:EventTarget.forceDestroy
  aws:cloudwatch/logGroup:LogGroup.deletionProtectionEnabled
  aws:directconnect/linkAggregationGroup:LinkAggregationGroup.forceDestroy
  aws:docdb/globalCluster:GlobalCluster.deletionProtection
  aws:ec2/defaultSubnet:DefaultSubnet.forceDestroy
  aws:ec2/defaultVpc:DefaultVpc.forceDestroy
  aws:ec2/instance:Instance.forceDestroy
  aws:ec2/spotInstanceRequest:SpotInstanceRequest.forceDestroy
  aws:ecs/service:Service.forceDelete
  aws:ecs/taskSet:TaskSet.forceDelete
  aws:eks/cluster:Cluster.deletionProtection
  aws:elasticbeanstalk/applicationVersion:ApplicationVersion.forceDelete
  aws:emr/cluster:Cluster.terminationProtection
  aws:iam/user:User.forceDestroy
  aws:neptune/clusterInstance:ClusterInstance.skipFinalSnapshot
  aws:neptune/globalCluster:GlobalCluster.deletionProtection
  aws:paymentcryptography/key:Key.deletionWindowInDays
  aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber.deletionProtectionEnabled
  aws:pinpoint/smsvoicev2Pool:Smsvoicev2Pool.deletionProtectionEnabled
  aws:pinpoint/smsvoicev2SenderId:Smsvoicev2SenderId.deletionProtectionEnabled
  aws:quicksight/accountSettings:AccountSettings.terminationProtectionEnabled
  aws:quicksight/analysis:Analysis.recoveryWindowInDays
  aws:rds/cluster:Cluster.deleteAutomatedBackups
  aws:rds/clusterInstance:ClusterInstance.forceDestroy
  aws:rds/globalCluster:GlobalCluster.deletionProtection
  aws:rds/globalCluster:GlobalCluster.forceDestroy
  aws:rds/instance:Instance.deleteAutomatedBackups
  aws:redshift/endpointAuthorization:EndpointAuthorization.forceDelete
  aws:redshift/snapshotSchedule:SnapshotSchedule.forceDestroy
  aws:route53/zone:Zone.forceDestroy
  aws:servicediscovery/service:Service.forceDestroy
  aws:transfer/server:Server.forceDestroy
  aws:verifiedpermissions/policyStore:PolicyStore.deletionProtection
  `
    .trim()
    .split(/\s+/),
);

const names = [
  String.raw`force(?:Destroy|Delete)\w*`,
  String.raw`skipFinal\w+`,
  "deleteAutomatedBackups",
  "(?:recovery|deletion)WindowInDays",
  String.raw`(?:deletion|termination)Protection\w*`,
];
const switches = new RegExp(String.raw`\n {4}(${names.join("|")})\?: `, "g");

describe("deletion-switches", () => {
  const installed = providerTypes(/./).flatMap(({ token, declaration }) => {
    const [, args = ""] = /export interface \w+Args \{(.*?)\n\}/s.exec(declaration) ?? [];
    return [...args.matchAll(switches)].map(([, property]) => `${token}.${property}`);
  });
  const judged = [...deletionSwitches].flatMap(([type, switches]) =>
    switches.map(({ path }) => `${type}.${path[0]}`),
  );

  it("lists every switch of the installed provider that deletes data", () => {
    const known = new Set([...judged, ...others]);
    assert.deepEqual(
      installed.filter((one) => !known.has(one)),
      [],
    );
  });

  it("lists no switch that the installed provider does not have", () => {
    const classic = [...judged, ...others].filter((one) => one.startsWith("aws:"));
    assert.deepEqual(
      classic.filter((one) => !installed.includes(one)),
      ["aws:dynamodb/table:Table.replicas"],
    );
  });
});
