// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readConfiguration } from "../../stacks/configuration";
import { type DataCenterOutputs, deployDataCenter } from "../../stacks/data-center";
import type { StackConfig } from "../../stacks/read-config";
import {
  ACCOUNT,
  dependenciesOf,
  known,
  only,
  type Settled,
  settled,
} from "../support/components/settled";

const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;

function configure(values: Record<string, unknown>): StackConfig {
  const reading = readConfiguration(
    {
      appId: "970CA35de60c44645bbae8a215061b33",
      regions: [
        { dataCenter: "EU", backendRoleArns: [role("europe")], recording: { retentionDays: 30 } },
        { dataCenter: "NA", backendRoleArns: [role("america")] },
      ],
      ...values,
    },
    new Date("2026-06-01T00:00:00Z"),
  );
  assert.ok("value" in reading, JSON.stringify(reading));
  return { ...reading.value, certificate: undefined, aws: {} };
}

/** Deploys the first region of a configuration. */
function deployFirst(values: Record<string, unknown> = {}): Promise<Settled<DataCenterOutputs>> {
  const config = configure(values);
  const [region] = config.regions;
  assert.ok(region);
  return settled(region.awsRegion, () => deployDataCenter(region, config));
}

function providerInputs({ providers }: Settled<unknown>): Readonly<Record<string, unknown>> {
  assert.equal(providers.length, 1);
  return providers[0]?.inputs ?? {};
}

function callersOf(deployment: Settled<unknown>): unknown {
  const policy = String(
    only(deployment, "aws:apigateway/restApiPolicy:RestApiPolicy").inputs.policy,
  );
  return JSON.parse(policy).Statement[0].Principal.AWS;
}

describe("deployDataCenter", () => {
  it("uses its own provider, whose tags name the data centre", async () => {
    const deployment = await deployFirst({ tags: { owner: "platform", residency: "anywhere" } });
    const { region, defaultTags, allowedAccountIds, assumeRoles } = providerInputs(deployment);
    assert.deepEqual(
      [region, defaultTags, allowedAccountIds, assumeRoles],
      [
        "eu-central-1",
        JSON.stringify({ tags: { owner: "platform", residency: "EU" } }),
        undefined,
        undefined,
      ],
    );
    const children = deployment.children.filter(({ type }) => type.startsWith("aws:"));
    assert.ok(children.length > 80);
    assert.deepEqual(
      children.filter(({ provider }) => !provider.includes("::eu::")),
      [],
    );
  });

  it("deploys into the account and with the role of its entry", async () => {
    const deployment = await deployFirst({
      regions: [
        {
          dataCenter: "EU",
          backendRoleArns: [role("europe")],
          accountId: ACCOUNT,
          assumeRoleArn: role("deploy"),
        },
      ],
    });
    const { allowedAccountIds, assumeRoles } = providerInputs(deployment);
    assert.equal(allowedAccountIds, JSON.stringify([ACCOUNT]));
    assert.equal(assumeRoles, JSON.stringify([{ roleArn: role("deploy") }]));
  });

  it("reaches AWS as the namespace aws says", async () => {
    const config = { ...configure({}), aws: { profile: "classroom" } };
    const [region] = config.regions;
    assert.ok(region);
    const deployment = await settled(region.awsRegion, () => deployDataCenter(region, config));
    assert.equal(providerInputs(deployment).profile, "classroom");
  });

  it("lets only its own backend call it", async () => {
    assert.deepEqual(callersOf(await deployFirst()), [role("europe")]);
  });

  it("lets the backend of another data centre call it until a transfer expires", async () => {
    const transfer = {
      from: "NA",
      to: "EU",
      purpose: "support",
      approvedBy: "data protection",
      expires: "2026-12-31",
    };
    const deployment = await deployFirst({ transfers: [transfer] });
    assert.deepEqual(callersOf(deployment), [role("europe"), role("america")]);
    const policy = only(deployment, "aws:apigateway/restApiPolicy:RestApiPolicy").inputs.policy;
    assert.deepEqual(JSON.parse(String(policy)).Statement.at(-1).Condition, {
      ArnEquals: { "aws:PrincipalArn": [role("america")] },
      DateGreaterThan: { "aws:CurrentTime": ["2026-12-31T23:59:59Z"] },
    });
  });

  it("prefers the alarm topic of its entry to the stack's", async () => {
    const topic = (name: string) => `arn:aws:sns:eu-central-1:${ACCOUNT}:${name}`;
    const actionsOf = ({ children }: Settled<unknown>) => [
      ...new Set(
        children
          .filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm")
          .flatMap(({ inputs }) => inputs.alarmActions as string[]),
      ),
    ];
    const europe = { dataCenter: "EU", backendRoleArns: [role("europe")] };
    const values = { alarmTopicArn: topic("all"), regions: [europe] };
    assert.deepEqual(actionsOf(await deployFirst(values)), [topic("all")]);
    const regions = [{ ...europe, alarmTopicArn: topic("europe") }];
    assert.deepEqual(actionsOf(await deployFirst({ ...values, regions })), [topic("europe")]);
  });

  it("prefers the deletion protection of its entry to the stack's", async () => {
    const europe = { dataCenter: "EU", backendRoleArns: [role("europe")] };
    const isProtected = async (ofStack: boolean, ofRegion?: boolean) => {
      const regions = [{ ...europe, deletionProtection: ofRegion }];
      const { children } = await deployFirst({ deletionProtection: ofStack, regions });
      return children.some(({ opts }) => opts.protect === true);
    };
    assert.equal(await isProtected(true), true);
    assert.equal(await isProtected(false), false);
    assert.equal(await isProtected(true, false), false);
    assert.equal(await isProtected(false, true), true);
  });

  it("gives API Gateway its log role first, and keeps it when the stack is destroyed", async () => {
    const deployment = await deployFirst();
    const account = only(deployment, "aws:apigateway/account:Account");
    assert.deepEqual(account.inputs, { cloudwatchRoleArn: role("eu-api-gateway-logs") });
    for (const child of deployment.children.filter(({ name }) => name === account.name)) {
      assert.equal(child.opts.retainOnDelete, true, child.type);
    }
    const stage = only(deployment, "aws:apigateway/stage:Stage");
    assert.deepEqual(await dependenciesOf(stage), [
      "aws:apigateway/account:Account eu-api-gateway-logs",
      "aws:cloudwatch/logGroup:LogGroup eu-tokens-execution",
    ]);
  });

  it("makes no log role with manageApiGatewayAccount false", async () => {
    const deployment = await deployFirst({ manageApiGatewayAccount: false });
    assert.ok(!deployment.children.some(({ type }) => type === "aws:apigateway/account:Account"));
  });

  it("outputs what other programs rely on, and leaves out what does not exist", async () => {
    const { result } = await deployFirst();
    assert.deepEqual(Object.keys(result).sort(), [
      "apiId",
      "apiUrl",
      "backendPolicyArn",
      "backendSecurityGroupId",
      "bucketKeyArn",
      "bucketName",
      "createAccessKeyCommand",
      "fillSecretCommand",
      "readerPolicyArn",
      "restBasePath",
      "sdkRegion",
      "secretArn",
      "storageConfig",
      "vpcEndpointId",
      "whiteboardConfig",
      "writerUserName",
    ]);
    assert.equal(
      await known(result.apiUrl),
      "https://eu-tokens-api-id-eu-tokens-endpoint-id.execute-api.eu-central-1.amazonaws.com/live",
    );
    assert.equal(result.sdkRegion, "EU");
    const without = await deployFirst({
      regions: [{ dataCenter: "EU", backendRoleArns: [role("europe")] }],
    });
    const { bucketName, bucketKeyArn, readerPolicyArn, storageConfig } = without.result;
    assert.deepEqual(
      [bucketName, bucketKeyArn, readerPolicyArn, storageConfig],
      [undefined, undefined, undefined, undefined],
    );
  });
});
