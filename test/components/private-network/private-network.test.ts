// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type * as pulumi from "@pulumi/pulumi";
import type { PrivateNetworkArgs } from "../../../components/private-network/arguments";
import { PrivateNetwork } from "../../../components/private-network/private-network";
import {
  ACCOUNT,
  known,
  listed,
  only,
  providerOf,
  type Settled,
  settled,
} from "../../support/components/settled";
import { decision, unknownWords } from "../../support/simulation/simulation";

function build(
  args: Partial<PrivateNetworkArgs> = {},
  options: () => pulumi.ComponentResourceOptions = () => ({}),
): Promise<Settled<PrivateNetwork>> {
  const awsRegion = args.awsRegion ?? "eu-central-1";
  return settled(awsRegion, () => new PrivateNetwork("eu", { awsRegion, ...args }, options()));
}

describe("PrivateNetwork", () => {
  describe("with only the required arguments", () => {
    let network: Settled<PrivateNetwork>;
    before(async () => {
      network = await build();
    });

    it("makes exactly these resources, and no route to the internet", () => {
      assert.deepEqual(listed(network), [
        "agora-classroom:index:PrivateNetwork eu",
        "aws:cloudwatch/logGroup:LogGroup eu-flow-log",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup eu-default",
        "aws:ec2/flowLog:FlowLog eu-flow-log",
        "aws:ec2/routeTable:RouteTable eu-private",
        "aws:ec2/routeTableAssociation:RouteTableAssociation eu-0",
        "aws:ec2/routeTableAssociation:RouteTableAssociation eu-1",
        "aws:ec2/securityGroup:SecurityGroup eu-backend",
        "aws:ec2/subnet:Subnet eu-0",
        "aws:ec2/subnet:Subnet eu-1",
        "aws:ec2/vpc:Vpc eu",
        "aws:ec2/vpcEndpoint:VpcEndpoint eu-s3",
        "aws:iam/role:Role eu-flow-log",
        "aws:iam/rolePolicy:RolePolicy eu-flow-log",
        "aws:kms/key:Key eu-operations-key",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-backend-to-endpoints",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule eu-backend-to-s3",
      ]);
      assert.equal(only(network, "aws:ec2/routeTable:RouteTable").inputs.routes, undefined);
    });

    it("answers DNS inside, as interface endpoints need", () => {
      assert.deepEqual(only(network, "aws:ec2/vpc:Vpc").inputs, {
        cidrBlock: "10.64.0.0/24",
        enableDnsSupport: true,
        enableDnsHostnames: true,
        tags: { Name: "eu" },
      });
    });

    it("spreads its subnets over two zones and gives out no public address", () => {
      assert.deepEqual(
        ["eu-0", "eu-1"].map((name) => {
          const { inputs, opts } = only(network, "aws:ec2/subnet:Subnet", name);
          const { availabilityZone, cidrBlock, mapPublicIpOnLaunch } = inputs;
          return [availabilityZone, cidrBlock, mapPublicIpOnLaunch, opts.ignoreChanges];
        }),
        [
          ["eu-central-1a", "10.64.0.0/26", false, ["availabilityZone"]],
          ["eu-central-1b", "10.64.0.64/26", false, ["availabilityZone"]],
        ],
      );
    });

    it("removes every rule of the default security group", () => {
      assert.deepEqual(only(network, "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").inputs, {
        vpcId: "eu-id",
        ingress: [],
        egress: [],
      });
    });

    it("lets the backend reach endpoints and S3 over HTTPS, and lets nothing reach the backend", () => {
      assert.deepEqual(
        network.children
          .filter(({ type }) => /(Egress|Ingress)Rule$/.test(type))
          .map(({ inputs }) => inputs),
        [
          { description: "HTTPS to endpoints", cidrIpv4: "10.64.0.0/24" },
          { description: "HTTPS to s3", prefixListId: "pl-eu-s3" },
        ].map((rule) => ({
          securityGroupId: "eu-backend-id",
          ipProtocol: "tcp",
          fromPort: 443,
          toPort: 443,
          ...rule,
        })),
      );
    });

    it("logs all traffic, encrypted", () => {
      const logGroupArn = `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:eu-flow-log`;
      assert.deepEqual(only(network, "aws:ec2/flowLog:FlowLog").inputs, {
        vpcId: "eu-id",
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: logGroupArn,
        iamRoleArn: `arn:aws:iam::${ACCOUNT}:role/eu-flow-log`,
      });
      assert.deepEqual(only(network, "aws:cloudwatch/logGroup:LogGroup").inputs, {
        kmsKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/eu-operations-key-id`,
        retentionInDays: 365,
      });
    });

    it("lets only this account reach S3, and only its own buckets", async () => {
      const endpointPolicy = String(only(network, "aws:ec2/vpcEndpoint:VpcEndpoint").inputs.policy);
      const read = (owner: string): Promise<string> =>
        decision({
          principal: {
            arn: `arn:aws:iam::${ACCOUNT}:role/backend`,
            policies: [
              JSON.stringify({
                Version: "2012-10-17",
                Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
              }),
            ],
          },
          action: "s3:GetObject",
          resource: "arn:aws:s3:::recordings/class.m3u8",
          accountId: ACCOUNT,
          endpointPolicy,
          context: { "aws:ResourceAccount": owner },
        });
      assert.equal(await read(ACCOUNT), "Allowed");
      assert.equal(await read("999988887777"), "ImplicitlyDenied");
    });

    it("uses only operators, keys and actions that IAM has", async () => {
      for (const { name, inputs } of network.children) {
        for (const document of [inputs.policy, inputs.assumeRolePolicy]) {
          assert.deepEqual(document ? await unknownWords(String(document)) : [], [], name);
        }
      }
    });

    it("outputs the ids of what it made", async () => {
      const { result } = network;
      assert.deepEqual(
        {
          vpcId: await known(result.vpcId),
          subnetIds: await known(result.subnetIds),
          routeTableIds: await known(result.routeTableIds),
          backendSecurityGroupId: await known(result.backendSecurityGroupId),
          s3EndpointId: await known(result.s3EndpointId),
        },
        {
          vpcId: "eu-id",
          subnetIds: ["eu-0-id", "eu-1-id"],
          routeTableIds: ["eu-private-id"],
          backendSecurityGroupId: "eu-backend-id",
          s3EndpointId: "eu-s3-id",
        },
      );
    });
  });

  it("makes no key when one is given", async () => {
    const network = await build({ kmsKeyArn: "arn:aws:kms:eu-central-1:111122223333:key/given" });
    assert.deepEqual(
      network.children.filter(({ type }) => type.startsWith("aws:kms")),
      [],
    );
    assert.equal(
      only(network, "aws:cloudwatch/logGroup:LogGroup").inputs.kmsKeyId,
      "arn:aws:kms:eu-central-1:111122223333:key/given",
    );
  });

  it("names China's S3 endpoint without the partition's prefix", async () => {
    const network = await build({ awsRegion: "cn-north-1" });
    assert.equal(
      only(network, "aws:ec2/vpcEndpoint:VpcEndpoint").inputs.serviceName,
      "com.amazonaws.cn-north-1.s3",
    );
  });

  it("passes the provider to every child, and none when none is given", async () => {
    const given = await build({}, () => ({ provider: providerOf("eu-central-1") }));
    const children = given.children.filter(({ type }) => type.startsWith("aws:"));
    assert.ok(children.every(({ provider }) => provider.includes("::provider-eu-central-1::")));
    const { children: others } = await build();
    assert.ok(others.every(({ provider, inputs }) => provider === "" && !("region" in inputs)));
  });

  it("refuses an address range without room for its subnets", async () => {
    await assert.rejects(build({ cidrBlock: "10.0.0.0/28" }), {
      message:
        "PrivateNetwork 'eu': 'cidrBlock' must be an IPv4 range of /16 to /26 that begins at " +
        'its first address, got "10.0.0.0/28". Write one like 10.0.0.0/24.',
    });
  });
});
