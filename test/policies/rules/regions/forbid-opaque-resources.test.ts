// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { forbidPublicBucket } from "../../../../policies/rules/buckets/forbid-public-bucket";
import { requireBucketEncryption } from "../../../../policies/rules/buckets/require-bucket-encryption";
import { forbidFunctionUrl } from "../../../../policies/rules/functions/forbid-function-url";
import { forbidOpaqueResources as rule } from "../../../../policies/rules/regions/forbid-opaque-resources";
import { judge } from "../../../support/pack/judge";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const must = "no rule can look into what it makes";
const { notApplicable, complies, violates, undecided } = ruleSpec(rule, { must });

const of = (type: string, properties: Record<string, unknown> = {}): Program => ({
  legacy: { type, properties },
});
const template = (content: unknown) =>
  of("aws:cloudformation/stack:Stack", {
    templateBody: typeof content === "string" ? content : JSON.stringify(content),
  });
const making = (type: string, Properties: object = {}) =>
  template({ Resources: { Thing: { Type: type, Properties } } });

describe("forbid-opaque-resources", () => {
  complies({
    "a template of types that the rules know": making("AWS::SQS::Queue"),
    "a template in YAML": template("Resources:\n  Jobs: {Type: 'AWS::SQS::Queue'}\n"),
    "a desired state": of("aws:cloudcontrol/resource:Resource", {
      typeName: "AWS::SQS::Queue",
      desiredState: "{}",
    }),
  });

  notApplicable({ "a plain resource": of("aws:sqs/queue:Queue") });

  violates({
    "a template by URL": [
      of("aws:cloudformation/stack:Stack", { templateUrl: "https://example.org/t.yaml" }),
      "Stack 'legacy': 'templateUrl' cannot be read: the template is fetched when CloudFormation makes the stack",
    ],
    "a stack set by URL": [
      of("aws:cloudformation/stackSet:StackSet", { templateUrl: "https://example.org/t.yaml" }),
      "StackSet 'legacy': 'templateUrl' cannot be read: the template is fetched when CloudFormation makes the stack",
    ],
    "a macro over the template": [
      template({ Transform: "Acme::Macro", Resources: {} }),
      "Stack 'legacy': 'templateBody' cannot be read: the macro 'Acme::Macro' rewrites the template",
    ],
    "a type that is not AWS's": [
      making("Custom::Seed"),
      "Stack 'legacy': 'templateBody.Resources.Thing' cannot be read: no rule can look into the type 'Custom::Seed'",
    ],
    "what is no template": [
      template("nothing"),
      "Stack 'legacy': 'templateBody' cannot be read: it has no section Resources",
    ],
    "a desired state that is no JSON": [
      of("aws:cloudcontrol/resource:Resource", { typeName: "AWS::S3::Bucket", desiredState: "{" }),
      "Resource 'legacy': 'desiredState' cannot be read: it is no JSON object",
    ],
    "a dynamic resource": [
      of("pulumi-nodejs:dynamic:Resource"),
      "Resource 'legacy': 'type' runs code of the program's own",
    ],
    "a command": [of("command:remote:Command"), "Command 'legacy': 'type' runs a command"],
    "a chart": [
      of("kubernetes:helm.sh/v3:Release"),
      "Release 'legacy': 'type' makes what a manifest says, which no rule reads",
    ],
  });

  undecided({
    "a template that is made from a sibling": [
      {
        queue: { type: "aws:sqs/queue:Queue" },
        ...of("aws:cloudformation/stack:Stack", { templateBody: from("queue.arn") }),
      },
      "Stack 'legacy': 'templateBody' is",
    ],
  });

  const accepted = { configuration: { accepted: ["command:*", "aws:cloudformation/stack:Stack"] } };
  ruleSpec(rule, accepted).complies({
    "types that are accepted": [
      of("command:local:Command"),
      of("aws:cloudformation/stack:Stack", { templateUrl: "https://example.org/t.yaml" }),
    ],
  });
});

describe("what stands in templates is judged by every rule", () => {
  const opened = {
    Bucket: {
      Type: "AWS::S3::BucketPolicy",
      Properties: {
        Bucket: "uploads",
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: "*",
              Action: "s3:GetObject",
              Resource: "arn:aws:s3:::uploads/*",
            },
          ],
        },
      },
    },
  };

  it("violation: a nested stack, which CloudFormation fetches by URL", async () => {
    const nested = { TemplateURL: "https://example.org/t.yaml" };
    const { reports } = await judge(rule, making("AWS::CloudFormation::Stack", nested), {
      phase: "deployed",
    });
    assert.match(reports[0]?.message ?? "", /^Stack 'Thing' in Stack 'legacy': 'templateUrl'/);
  });

  it("violation: a function URL for everyone, by a rule of resources", async () => {
    const program = making("AWS::Lambda::Url", { AuthType: "NONE", TargetFunctionArn: "f" });
    const { reports } = await judge(forbidFunctionUrl, program, { phase: "deployed" });
    assert.equal(reports.length, 1);
    assert.match(reports[0]?.message ?? "", /Url 'Thing' in Stack 'legacy'/);
    assert.equal(reports[0]?.resource, "legacy");
  });

  it("violation: a bucket without a key, by a rule of the stack", async () => {
    const program = making("AWS::S3::Bucket", {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } },
        ],
      },
    });
    const { reports } = await judge(requireBucketEncryption, program, { phase: "deployed" });
    assert.match(reports[0]?.message ?? "", /Bucket 'Thing' in Stack 'legacy'.*AES256/);
  });

  it("complies: a bucket whose key stands in the same template", async () => {
    const Key = { "Fn::GetAtt": ["Key", "Arn"] };
    const program = template({
      Resources: {
        Key: { Type: "AWS::KMS::Key" },
        Uploads: {
          Type: "AWS::S3::Bucket",
          Properties: {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: Key } },
              ],
            },
          },
        },
      },
    });
    assert.deepEqual(await judge(requireBucketEncryption, program, { phase: "first preview" }), {
      reports: [],
      applicable: true,
    });
  });

  it("violation: a policy for everyone, in the desired state of a Cloud Control resource", async () => {
    const program = of("aws:cloudcontrol/resource:Resource", {
      typeName: opened.Bucket.Type,
      desiredState: JSON.stringify(opened.Bucket.Properties),
    });
    const { reports } = await judge(forbidPublicBucket, program, { phase: "deployed" });
    assert.match(
      reports.map(({ message }) => message).join("\n"),
      /BucketPolicy 'legacy' in Resource 'legacy': 'policyDocument'/,
    );
  });
});
