// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  AwsJsonClient,
  type AwsJsonClientOptions,
} from "../../../../components/token-service/runtime/aws-json-client";
import { faults, LoopbackAws } from "../../../support/token-service/loopback-aws";
import { credentials } from "../../../support/token-service/signature-v4";
import { certificate } from "../../../support/token-service/vectors";

function clientOf(options: Partial<AwsJsonClientOptions>): AwsJsonClient {
  return new AwsJsonClient({
    service: "secretsmanager",
    target: "secretsmanager",
    protocol: "1.1",
    awsRegion: "eu-central-1",
    credentials,
    clock: Date.now,
    ...options,
  });
}

/** Gets the secret, within two seconds unless said otherwise. */
function get(client: AwsJsonClient, patienceMs = 2_000): Promise<unknown> {
  return client.call("GetSecretValue", { SecretId: "arn" }, Date.now() + patienceMs);
}

describe("aws-json-client", () => {
  let aws: LoopbackAws;

  beforeEach(async () => {
    aws = await LoopbackAws.start();
    aws.putSecret({ primary: certificate });
  });

  afterEach(() => aws.stop());

  it("signs its calls as AWS verifies them", async () => {
    const answer = await get(clientOf({ endpoint: aws.url }));
    assert.deepEqual(answer, { SecretString: JSON.stringify({ primary: certificate }) });
  });

  it("fails at once when AWS refuses its key", async () => {
    const client = clientOf({
      endpoint: aws.url,
      credentials: { ...credentials, secretAccessKey: "another" },
    });
    await assert.rejects(get(client), {
      name: "AwsCallError",
      message: "GetSecretValue failed: InvalidSignatureException.",
      isTransient: false,
    });
    assert.equal(aws.targets.length, 1);
  });

  it("fails at once when its clock is wrong, since it would date tokens wrongly too", async () => {
    aws.clock = () => Date.now() + 10 * 60_000;
    await assert.rejects(get(clientOf({ endpoint: aws.url })), {
      message: "GetSecretValue failed: InvalidSignatureException.",
    });
    assert.equal(aws.targets.length, 1);
  });

  for (const name of Object.keys(faults).filter((fault) => fault !== "slow")) {
    const fault = faults[name as keyof typeof faults];

    it(`retries after one answer that is ${name}`, async () => {
      aws.upcoming.push(fault);
      assert.ok(await get(clientOf({ endpoint: aws.url })));
      assert.equal(aws.targets.length, 2);
    });

    it(`gives up after three answers that are ${name}, and quotes nothing of them`, async () => {
      aws.always = fault;
      await assert.rejects(get(clientOf({ endpoint: aws.url })), (error: Error) => {
        assert.match(error.message, /^GetSecretValue failed: [A-Za-z0-9_]+\.$/);
        return true;
      });
      assert.equal(aws.targets.length, 3);
    });
  }

  it("gives up on slow answers before the caller's deadline", async () => {
    aws.always = faults.slow;
    const startedAt = performance.now();
    await assert.rejects(get(clientOf({ endpoint: aws.url }), 400), {
      message: "GetSecretValue failed: TimeoutError.",
    });
    assert.ok(performance.now() - startedAt < 1_500);
  });

  it("does not call at all when the deadline has passed", async () => {
    await assert.rejects(get(clientOf({ endpoint: aws.url }), -1), {
      message: "GetSecretValue failed: DeadlineExceeded.",
    });
    assert.deepEqual(aws.targets, []);
  });

  it("names the network error", async () => {
    const { url } = aws;
    await aws.stop();
    await assert.rejects(get(clientOf({ endpoint: url })), {
      message: "GetSecretValue failed: ECONNREFUSED.",
    });
    aws = await LoopbackAws.start();
  });

  for (const [awsRegion, service, url] of [
    ["eu-central-1", "secretsmanager", "https://secretsmanager.eu-central-1.amazonaws.com/"],
    ["cn-north-1", "secretsmanager", "https://secretsmanager.cn-north-1.amazonaws.com.cn/"],
    ["cn-northwest-1", "dynamodb", "https://dynamodb.cn-northwest-1.amazonaws.com.cn/"],
  ] as const) {
    it(`calls ${service} of ${awsRegion} by its own host`, async () => {
      const asked: unknown[] = [];
      const { fetch } = globalThis;
      globalThis.fetch = async (input) => {
        asked.push(String(input));
        return new Response("{}");
      };
      try {
        await get(clientOf({ awsRegion, service }));
      } finally {
        globalThis.fetch = fetch;
      }
      assert.deepEqual(asked, [url]);
    });
  }
});
