// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * What it costs to construct many deployments in one program: three data centres, up to twenty deployments in each,
 * in networks that exist, with everything. The engine and AWS are left out: mocks answer at once, so what is
 * measured is our code and Pulumi's SDK. Each round constructs every size in turn; figures are medians of
 * the rounds. Exits with 1 when a deployment among sixty costs much more than one among fifteen.
 */

import { RegionalDeployment } from "../components/regional-deployment/regional-deployment";
import type { DataCenter } from "../components/regions/data-centers";
import { providerOf, type Settled, settled } from "../test/support/components/settled";
import { median } from "./support/median";

const ROUNDS = 3;
const SIZES = [5, 10, 20];
/** Linear, but for what collecting the garbage of larger programs costs. */
const TARGET_RATIO = 1.5;

const places: readonly (readonly [DataCenter, string])[] = [
  ["AP", "ap-southeast-1"],
  ["EU", "eu-central-1"],
  ["NA", "us-west-1"],
];

/** Constructs as many deployments in each data centre, and waits until the engine has been asked for all of them. */
function construct(size: number): Promise<Settled<void>> {
  return settled("eu-central-1", () => {
    for (const [dataCenter, awsRegion] of places) {
      const providers = [providerOf(awsRegion)];
      for (let index = 0; index < size; index += 1) {
        deploy(`${dataCenter.toLowerCase()}-${index}`, dataCenter, awsRegion, providers);
      }
    }
  });
}

function deploy(
  name: string,
  dataCenter: DataCenter,
  awsRegion: string,
  providers: ReturnType<typeof providerOf>[],
): void {
  new RegionalDeployment(
    name,
    {
      appId: "970CA35de60c44645bbae8a215061b33",
      dataCenter,
      awsRegion,
      backendRoleArns: ["arn:aws:iam::111122223333:role/classroom-backend"],
      identityMode: "issued",
      network: {
        vpcId: "vpc-0123456789abcdef0",
        subnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
        backendSecurityGroupIds: ["sg-0123456789abcdef0"],
        endpoints: {
          executeApi: "vpce-0123456789abcdef0",
          secretsManager: "vpce-0123456789abcdef1",
          dynamodb: "vpce-0123456789abcdef2",
        },
      },
      recording: { retentionDays: 365 },
    },
    { providers },
  );
}

async function main(): Promise<void> {
  const { children } = await construct(1);
  const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of SIZES) {
      const started = process.cpuUsage();
      await construct(size);
      const { user, system } = process.cpuUsage(started);
      times.get(size)?.push((user + system) / 1000 / (size * places.length));
    }
  }
  const cost = (size: number) => median(times.get(size) ?? []);
  const [smallest = 0, ...larger] = SIZES;
  console.log(
    `${Math.round(children.length / places.length)} resources a deployment; processor time for ` +
      "each deployment, and against the smallest program:",
  );
  for (const size of SIZES) {
    const ratio = (cost(size) / cost(smallest)).toFixed(2);
    console.log(
      `${String(size * places.length).padStart(4)} deployments  ` +
        `${cost(size).toFixed(0).padStart(5)} ms each  ${ratio} times`,
    );
  }
  const isLinear = larger.every((size) => cost(size) / cost(smallest) <= TARGET_RATIO);
  console.log(isLinear ? "linear" : `MISSED: more than ${TARGET_RATIO} times`);
  process.exitCode = isLinear ? 0 : 1;
}

void main();
