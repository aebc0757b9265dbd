// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../../support/files/temporary";
import { bundle, Lambda } from "../../../support/token-service/lambda";
import { LoopbackAws } from "../../../support/token-service/loopback-aws";
import { isSignedWith, parseToken } from "../../../support/token-service/parsed-token";
import { credentials } from "../../../support/token-service/signature-v4";
import { idOf, roomUserBody } from "../../../support/token-service/token-api";
import { appId, certificate } from "../../../support/token-service/vectors";

const root = join(__dirname, "../../../..");

function environmentOf(aws: LoopbackAws): NodeJS.ProcessEnv {
  return {
    AGORA_APP_ID: appId,
    AGORA_REGION: "AP",
    IDENTITY_MODE: "issued",
    CLASSROOM_TABLE_NAME: "classrooms",
    APP_CERTIFICATE_SECRET_ARN: "arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:x",
    AWS_LAMBDA_FUNCTION_NAME: "token-service",
    AWS_REGION: "ap-southeast-1",
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
    AWS_ENDPOINT_URL_DYNAMODB: aws.url,
  };
}

function post(path: string, body: object) {
  return {
    httpMethod: "POST",
    path,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    requestContext: { requestId: "gateway-id", identity: { userArn: "arn:aws:iam::1:role/b" } },
  };
}

describe("handler", () => {
  const copy = temporaryFolder();
  let aws: LoopbackAws;
  let lambda: Lambda | undefined;

  beforeEach(async () => {
    aws = await LoopbackAws.start();
    aws.putSecret({ primary: certificate });
  });

  afterEach(async () => {
    await lambda?.stop();
    lambda = undefined;
    await aws.stop();
  });

  it("takes a class through the deployed bundle, from an empty table to a renewed token", async () => {
    lambda = await Lambda.start(environmentOf(aws));
    const endsAt = new Date(Date.now() + 600_000).toISOString();
    const classroom = await lambda.invoke(post("/v1/classrooms", { endsAt }));
    assert.equal(classroom.statusCode, 201);
    const participants = `/v1/classrooms/${JSON.parse(classroom.body).roomUuid}/participants`;
    const teacher = await lambda.invoke(post(participants, { role: "teacher" }));
    assert.equal(teacher.statusCode, 201);
    const { userUuid, region } = JSON.parse(teacher.body);
    assert.equal(region, "AP");
    const renewed = await lambda.invoke(post(`${participants}/${userUuid}/tokens`, {}));
    assert.equal(renewed.statusCode, 200);
    assert.ok(isSignedWith(parseToken(JSON.parse(renewed.body).token), certificate));
    const rtm = await lambda.invoke(post("/v1/tokens/rtm", { userUuid }));
    assert.equal(rtm.statusCode, 200);
    const never = await lambda.invoke(post("/v1/tokens/rtm", { userUuid: idOf(9) }));
    assert.equal(never.statusCode, 403);
    assert.equal(JSON.parse(never.body).instance, "gateway-id");
  });

  it("fetches the certificate while it initialises, once for all cold requests", async () => {
    const { IDENTITY_MODE: _, ...environment } = environmentOf(aws);
    lambda = await Lambda.start(environment);
    const started = lambda;
    const replies = await Promise.all(
      Array.from({ length: 30 }, () => started.invoke(post("/v1/tokens/room-user", roomUserBody))),
    );
    assert.deepEqual(new Set(replies.map(({ statusCode }) => statusCode)), new Set([200]));
    assert.deepEqual(aws.targets, ["secretsmanager.GetSecretValue"]);
  });

  it("logs nothing but lines of JSON, two for each request", async () => {
    lambda = await Lambda.start(environmentOf(aws));
    await lambda.invoke(post("/v1/tokens/rtm", { userUuid: idOf(1) }));
    await lambda.invoke({ httpMethod: "GET", path: "/v1/health" });
    const lines = (await lambda.printed(4)).map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map((line) => line.route ?? line._aws.CloudWatchMetrics[0].Namespace),
      [
        "POST /v1/tokens/rtm",
        "AgoraClassroom/TokenService",
        "GET /v1/health",
        "AgoraClassroom/TokenService",
      ],
    );
    assert.equal(lines[0].caller_arn, "arn:aws:iam::1:role/b");
  });

  it("does not start without its settings, and names the one that is missing", async () => {
    const { AGORA_APP_ID: _, ...environment } = environmentOf(aws);
    const text = await Lambda.startFailing(environment);
    assert.match(text, /SettingError: Environment variable AGORA_APP_ID is required\./);
  });

  it("is built into the same bytes in any folder, at most 40 KiB of them", () => {
    for (const path of ["components", "local", "policies", "package.json", "tsconfig.json"]) {
      cpSync(join(root, path), join(copy, path), {
        recursive: true,
        filter: (source) => !/\/(node_modules|dist)$/.test(source),
      });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    execFileSync(process.execPath, ["local/build.mjs"], { cwd: copy, stdio: "pipe" });
    const bytes = readFileSync(bundle);
    assert.ok(bytes.equals(readFileSync(join(copy, "components/token-service/dist/index.js"))));
    assert.ok(bytes.length <= 40 * 1024, `${bytes.length} bytes`);
  });
});
