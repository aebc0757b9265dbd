// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  type AccessKey,
  listAccessKeys,
} from "../../../../components/recording-storage/runtime/iam";
import { keyIn, LoopbackIam, listOf } from "../../../support/simulation/recording-iam";
import { credentials, signatureFlaw } from "../../../support/token-service/signature-v4";

const now = Date.parse("2026-06-01T12:00:00Z");

describe("listAccessKeys", () => {
  let iam: LoopbackIam;
  beforeEach(async () => {
    iam = await LoopbackIam.start();
  });
  afterEach(() => iam.stop());

  const list = (awsRegion = "eu-central-1", iamEndpoint = iam.url): Promise<AccessKey[]> =>
    listAccessKeys({ userName: "writer", awsRegion, credentials, iamEndpoint }, now);

  it("asks for the keys of its user, signed as AWS verifies it", async () => {
    iam.reply.text = listOf(
      keyIn("AKIAEXAMPLEONE", "Active", "2026-03-01T00:00:00Z"),
      keyIn("AKIAEXAMPLETWO", "Inactive", "2025-01-01T00:00:00Z"),
    );
    assert.deepEqual(await list(), [
      { id: "AKIAEXAMPLEONE", isActive: true, createdAt: Date.parse("2026-03-01T00:00:00Z") },
      { id: "AKIAEXAMPLETWO", isActive: false, createdAt: Date.parse("2025-01-01T00:00:00Z") },
    ]);
    const [asked] = iam.received;
    assert.ok(asked && iam.received.length === 1);
    assert.equal(asked.body, "Action=ListAccessKeys&Version=2010-05-08&UserName=writer");
    assert.equal(signatureFlaw(asked.request, asked.body, now), undefined);
  });

  for (const text of [
    listOf(),
    listOf().replace("<AccessKeyMetadata></AccessKeyMetadata>", "<AccessKeyMetadata/>"),
  ]) {
    it(`reads that there are no keys in ${text.match(/<AccessKeyMetadata.*Metadata\/?>/)?.[0]}`, async () => {
      iam.reply.text = text;
      assert.deepEqual(await list(), []);
    });
  }

  for (const [awsRegion, scope] of [
    ["eu-central-1", "us-east-1"],
    ["cn-northwest-1", "cn-north-1"],
  ] as const) {
    it(`signs for ${scope}, where IAM is, when it runs in ${awsRegion}`, async () => {
      await list(awsRegion);
      assert.match(
        String(iam.received[0]?.request.headers.authorization),
        new RegExp(`Credential=${credentials.accessKeyId}/20260601/${scope}/iam/aws4_request,`),
      );
    });
  }

  const failures: Record<string, [number, string, string]> = {
    "a refusal": [
      403,
      "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not " +
        "you</Message></Error></ErrorResponse>",
      "AccessDenied",
    ],
    "a failure of IAM's": [500, "oops", "Status500"],
    "an answer without the list, which is not a user without keys": [
      200,
      "<html/>",
      "MalformedAnswer",
    ],
    "a key without a date": [200, listOf(keyIn("AKIA", "Active", "soon")), "MalformedAnswer"],
    "a key without an id": [
      200,
      listOf("<member><CreateDate>2026-03-01T00:00:00Z</CreateDate></member>"),
      "MalformedAnswer",
    ],
  };
  for (const [title, [status, text, code]] of Object.entries(failures)) {
    it(`fails with ${title}, and quotes nothing but its code`, async () => {
      iam.reply = { status, text };
      await assert.rejects(list(), {
        name: "IamCallError",
        message: `ListAccessKeys failed: ${code}.`,
      });
    });
  }

  it("fails when IAM cannot be reached", async () => {
    const gone = await LoopbackIam.start();
    const { url } = gone;
    await gone.stop();
    await assert.rejects(list("eu-central-1", url), {
      message: "ListAccessKeys failed: ECONNREFUSED.",
    });
  });
});
