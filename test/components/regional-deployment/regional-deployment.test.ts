// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import type { RegionalDeploymentArgs } from "../../../components/regional-deployment/arguments";
import { RegionalDeployment } from "../../../components/regional-deployment/regional-deployment";
import type { DataCenter } from "../../../components/regions/data-centers";
import {
  ACCOUNT,
  known,
  listed,
  only,
  providerOf,
  type Settled,
  settled,
} from "../../support/components/settled";

const required: RegionalDeploymentArgs = {
  appId: "970CA35de60c44645bbae8a215061b33",
  dataCenter: "EU",
  awsRegion: "eu-central-1",
  backendRoleArns: [`arn:aws:iam::${ACCOUNT}:role/backend`],
};

function build(
  args: Partial<RegionalDeploymentArgs> = {},
  options: () => pulumi.ComponentResourceOptions = () => ({}),
): Promise<Settled<RegionalDeployment>> {
  const all = { ...required, ...args };
  return settled(all.awsRegion, () => new RegionalDeployment("eu", all, options()));
}

/** The endpoints through which the storage's reader may list. */
function readersEndpoints(deployment: Settled<unknown>): string[] {
  const { policy } = only(deployment, "aws:iam/policy:Policy", "eu-recordings-reader").inputs;
  const statements: { Sid: string; Condition: { StringEquals: Record<string, string[]> } }[] =
    JSON.parse(String(policy)).Statement;
  return statements
    .filter(({ Sid }) => Sid === "ListThroughEndpoint")
    .flatMap(({ Condition }) => Condition.StringEquals["aws:SourceVpce"] ?? []);
}

function componentsOf(deployment: Settled<unknown>): string[] {
  return listed(deployment).filter((child) => child.startsWith("agora-classroom:"));
}

describe("RegionalDeployment", () => {
  describe("with only the required arguments", () => {
    let deployment: Settled<RegionalDeployment>;
    before(async () => {
      deployment = await build();
    });

    it("makes a network and a token service, and records nothing", () => {
      assert.deepEqual(componentsOf(deployment), [
        "agora-classroom:index:PrivateNetwork eu-network",
        "agora-classroom:index:RegionalDeployment eu",
        "agora-classroom:index:TokenService eu-tokens",
      ]);
      assert.ok(!listed(deployment).some((child) => child.startsWith("aws:s3")));
      assert.equal(deployment.result.recordingStorage, undefined);
    });

    it("encrypts the logs of all its components with one key", () => {
      assert.deepEqual(
        listed(deployment).filter((child) => child.startsWith("aws:kms/key:")),
        ["aws:kms/key:Key eu-operations-key", "aws:kms/key:Key eu-tokens-secret-key"],
      );
      const logs = deployment.children.filter(({ type }) => type.endsWith(":LogGroup"));
      assert.equal(logs.length, 4);
      for (const { inputs } of logs) {
        assert.equal(
          inputs.kmsKeyId,
          `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
        );
      }
    });

    it("puts the service into its own network, with private DNS", () => {
      const { inputs } = only(deployment, "aws:ec2/vpcEndpoint:VpcEndpoint", "eu-tokens-endpoint");
      assert.deepEqual(
        [inputs.vpcId, inputs.subnetIds, inputs.privateDnsEnabled],
        ["eu-network-id", ["eu-network-0-id", "eu-network-1-id"], true],
      );
      assert.equal(
        only(
          deployment,
          "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "eu-tokens-endpoint-from-backend-0",
        ).inputs.referencedSecurityGroupId,
        "eu-network-backend-id",
      );
      assert.equal(
        only(deployment, "aws:ec2/vpc:Vpc").inputs.cidrBlock,
        "10.64.2.0/24",
        "the data centre's own range",
      );
    });

    it("outputs the region for the Classroom SDK and for Agora's REST API", async () => {
      const { result } = deployment;
      assert.equal(result.sdkRegion, "EU");
      assert.equal(
        await known(result.restBasePath),
        "/eu/edu/apps/970CA35de60c44645bbae8a215061b33",
      );
      assert.equal(
        result.backendSecurityGroupId && (await known(result.backendSecurityGroupId)),
        "eu-network-backend-id",
      );
    });
  });

  it("makes a storage with recording", async () => {
    const deployment = await build({ recording: { retentionDays: 30 } });
    assert.ok(
      componentsOf(deployment).includes("agora-classroom:index:RecordingStorage eu-recordings"),
    );
    const [rule] = only(
      deployment,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "eu-recordings-lifecycle",
    ).inputs.rules as { expiration: object }[];
    assert.deepEqual(rule?.expiration, { days: 30 });
  });

  it("gives the storage its S3 endpoint, its key and its alarm topic", async () => {
    const deployment = await build({ recording: { retentionDays: 30 } });
    assert.deepEqual(readersEndpoints(deployment), ["eu-network-s3-id"]);
    assert.deepEqual(
      listed(deployment).filter((child) => /^aws:(kms.key|sns.topic):/.test(child)),
      [
        "aws:kms/key:Key eu-operations-key",
        "aws:kms/key:Key eu-recordings-key",
        "aws:kms/key:Key eu-tokens-secret-key",
        "aws:sns/topic:Topic eu-tokens-alarms",
      ],
    );
    const log = only(deployment, "aws:cloudwatch/logGroup:LogGroup", "eu-recordings-key-watch");
    assert.equal(
      log.inputs.kmsKeyId,
      `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
    );
  });

  it("gives the storage the S3 endpoint of an existing network, if it has one", async () => {
    const network = {
      vpcId: "vpc-1",
      subnetIds: ["subnet-1"],
      backendSecurityGroupIds: ["sg-1"],
    };
    const recording = { retentionDays: 30 };
    const given = await build({ recording, network: { ...network, endpoints: { s3: "vpce-s3" } } });
    assert.deepEqual(readersEndpoints(given), ["vpce-s3"]);
    assert.deepEqual(readersEndpoints(await build({ recording, network })), []);
  });

  it("passes the arguments of the storage on", async () => {
    const recording = {
      retentionDays: 30,
      courseware: { retentionDays: 60, corsOrigins: ["https://classroom.example.com"] },
      coursewareRead: "presigned",
      vault: { mode: "GOVERNANCE", retentionDays: 90 },
      importBucketName: "recordings-of-before",
    } as const;
    const children = listed(await build({ recording }));
    for (const child of [
      "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration eu-recordings-cors",
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration eu-recordings-vault-lock",
    ]) {
      assert.ok(children.includes(child), child);
    }
  });

  it("uses an existing network with its endpoints, and makes none", async () => {
    const deployment = await build({
      network: {
        vpcId: "vpc-1",
        subnetIds: ["subnet-1"],
        backendSecurityGroupIds: ["sg-1", "sg-2"],
        endpoints: { secretsManager: "vpce-secrets" },
      },
    });
    assert.deepEqual(componentsOf(deployment), [
      "agora-classroom:index:RegionalDeployment eu",
      "agora-classroom:index:TokenService eu-tokens",
    ]);
    const { inputs } = only(deployment, "aws:ec2/vpcEndpoint:VpcEndpoint", "eu-tokens-endpoint");
    assert.deepEqual([inputs.vpcId, inputs.privateDnsEnabled], ["vpc-1", false]);
    assert.deepEqual(
      deployment.children
        .filter(({ type }) => type.endsWith("IngressRule"))
        .map((rule) => rule.inputs.referencedSecurityGroupId),
      ["sg-1", "sg-2"],
    );
    assert.equal(deployment.result.backendSecurityGroupId, undefined);
  });

  it("passes shared arguments on to all components", async () => {
    const deployment = await build({
      deletionProtection: false,
      logRetentionDays: 30,
      recording: { retentionDays: 30 },
    });
    assert.ok(deployment.children.every(({ opts }) => !opts.protect));
    const logs = deployment.children.filter(({ type }) => type.endsWith(":LogGroup"));
    assert.deepEqual([...new Set(logs.map(({ inputs }) => inputs.retentionInDays))], [30]);
  });

  it("passes the provider to every child, and none when none is given", async () => {
    const recording = { retentionDays: 30 };
    const given = await build({ recording }, () => ({ providers: [providerOf("eu-central-1")] }));
    const children = given.children.filter(({ type }) => type.startsWith("aws:"));
    assert.ok(children.every(({ provider }) => provider.includes("::provider-eu-central-1::")));
    const { children: others } = await build({ recording });
    assert.ok(others.every(({ provider, inputs }) => provider === "" && !("region" in inputs)));
  });

  for (const [title, args, sentence] of [
    [
      "a data centre that Agora does not have",
      { dataCenter: "JP" as DataCenter },
      "'dataCenter' must be one of CN, AP, EU, NA, got \"JP\".",
    ],
    [
      "an AWS region that does not serve it",
      { awsRegion: "cn-north-1" },
      "'awsRegion' must be a region of Europe (eu-…) to serve data centre EU, got \"cn-north-1\".",
    ],
  ] as const) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(build(args), { message: `RegionalDeployment 'eu': ${sentence}` });
    });
  }
});
