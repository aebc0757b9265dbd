// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidWildcardPermissions as rule } from "../../../../policies/rules/iam/forbid-wildcard-permissions";
import { from, one } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const document = (...statements: object[]) => ({
  Version: "2012-10-17",
  Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
});
const policy = (...statements: object[]) =>
  one("aws:iam/policy:Policy", { policy: JSON.stringify(document(...statements)) });
const secretArn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:agora-a1b2c3";
const read = { Action: "secretsmanager:GetSecretValue", Resource: secretArn };
const root = { AWS: "arn:aws:iam::111122223333:root" };
const key = (...statements: object[]) =>
  one("aws:kms/key:Key", { policy: JSON.stringify(document(...statements)) });

const { notApplicable, complies, violates, undecided, refused, exempted } = ruleSpec(rule, {
  must: "permissions must name actions and the resources that they are for",
});

describe("forbid-wildcard-permissions", () => {
  notApplicable({
    "the program has no policy": { command: { type: "command:local:Command" } },
    "an endpoint's policy, which grants nothing": one("aws:ec2/vpcEndpoint:VpcEndpoint", {
      policy: document({ Principal: "*", Action: "*", Resource: "*" }),
    }),
    "a policy of VPC Lattice, where every action is the call": {
      ...one("aws:vpclattice/authPolicy:AuthPolicy", {
        policy: document({ Principal: "*", Action: "*", Resource: "*" }),
      }),
      native: { type: "aws-native:vpclattice:AuthPolicy", properties: { policy: document({}) } },
    },
  });

  complies({
    "one action on one resource": policy(read),
    "several actions on several resources": policy({
      Action: ["s3:GetObject", "s3:Get*", "s3:List*"],
      Resource: ["arn:aws:s3:::recordings", "arn:aws:s3:::recordings/*"],
    }),
    "actions that accept no resource": policy({
      Action: ["cloudwatch:PutMetricData", "xray:PutTraceSegments", "ec2:DescribeSubnets"],
      Resource: "*",
    }),
    "families of actions that accept no resource": policy({
      Action: ["autoscaling:Describe*", "ec2:Describe*"],
      Resource: ["*"],
    }),
    "every resource that bears a tag": policy({
      Action: "ecs:StopTask",
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceTag/owner": "school" } },
    }),
    "every object of a bucket": policy({ ...read, Resource: "arn:aws:s3:::recordings/*" }),
    "every log of an account": policy({
      Action: "logs:CreateLogGroup",
      Resource: "arn:aws:logs:eu-central-1:111122223333:*",
    }),
    "a denial of everything": policy({ Effect: "Deny", Action: "*", Resource: "*" }, read),
    "a denial of everything but something": policy({
      Effect: "Deny",
      NotAction: "sts:GetCallerIdentity",
      Resource: "*",
    }),
    "an action of a service that the rule does not know": policy({
      Action: "braket:CreateJob",
      Resource: "*",
    }),
    "a key's policy, whose resource is the key": key({
      Principal: { AWS: "arn:aws:iam::111122223333:role/backend" },
      Action: ["kms:Decrypt"],
      Resource: "*",
    }),
    "the account that administers its key": key({
      Principal: root,
      Action: "kms:*",
      Resource: "*",
    }),
    "the account that administers its key, by its number": key({
      Principal: { AWS: ["111122223333"] },
      Action: ["kms:*"],
      Resource: "*",
    }),
    "a queue's policy, whose resource is the queue": one("aws:sqs/queuePolicy:QueuePolicy", {
      policy: document({ Principal: root, Action: "sqs:SendMessage", Resource: "*" }),
    }),
    "a trust policy, which has no resource": one("aws:iam/role:Role", {
      assumeRolePolicy: document({
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      }),
      managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"],
    }),
    "a policy of AWS's without wildcards": one(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      { policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" },
    ),
    "a customer's policy that is not known yet": one(
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      { policyArn: from("command.stdout") },
    ),
  });

  violates({
    everything: [
      policy({ Action: "*", Resource: "*" }),
      "Policy 'it': 'policy' allows * in statement 1",
    ],
    "a whole service": [
      policy(read, {
        Sid: "Store",
        Action: ["s3:GetObject", "s3:*"],
        Resource: "arn:aws:s3:::a/*",
      }),
      "Policy 'it': 'policy' allows s3:* in statement \"Store\"",
    ],
    "a whole service in other letters": [
      policy({ Action: "S3:?*", Resource: "arn:aws:s3:::a/*" }),
      "Policy 'it': 'policy' allows S3:?* in statement 1",
    ],
    "everything but something": [
      policy({ NotAction: "iam:*", Resource: secretArn }),
      "Policy 'it': 'policy' allows everything but what statement 1 names (NotAction)",
    ],
    "every secret": [
      policy({ ...read, Resource: "*" }),
      "Policy 'it': 'policy' allows secretsmanager:GetSecretValue on every resource in statement 1",
    ],
    "every resource of every service": [
      policy({ ...read, Resource: [secretArn, "arn:aws:*:*:*:*"] }),
      "Policy 'it': 'policy' allows secretsmanager:GetSecretValue on every resource in statement 1",
    ],
    "every resource but one": [
      policy({ Action: read.Action, NotResource: secretArn }),
      "Policy 'it': 'policy' allows secretsmanager:GetSecretValue on every resource in statement 1",
    ],
    "many actions on every resource": [
      policy({
        Action: [
          "s3:GetObject",
          "s3:PutObject",
          "xray:PutTraceSegments",
          "kms:Decrypt",
          "sqs:Send*",
        ],
        Resource: "*",
      }),
      "Policy 'it': 'policy' allows s3:GetObject, s3:PutObject, kms:Decrypt and 1 more " +
        "on every resource in statement 1",
    ],
    "a role's own policy": [
      one("aws:iam/role:Role", {
        assumeRolePolicy: document({ Principal: root, Action: "sts:AssumeRole" }),
        inlinePolicies: [{ policy: JSON.stringify(document({ ...read, Resource: "*" })) }],
      }),
      "Role 'it': 'inlinePolicies[0].policy' allows secretsmanager:GetSecretValue on every resource in statement 1",
    ],
    "a policy of aws-native": [
      one("aws-native:iam:ManagedPolicy", {
        policyDocument: document({ Action: "*", Resource: "*" }),
      }),
      "ManagedPolicy 'it': 'policyDocument' allows * in statement 1",
    ],
    "a trust policy with every action of STS": [
      one("aws:iam/role:Role", {
        assumeRolePolicy: document({ Principal: root, Action: "sts:*" }),
      }),
      "Role 'it': 'assumeRolePolicy' allows sts:* in statement 1",
    ],
    "a bucket's policy with every action": [
      one("aws:s3/bucketPolicy:BucketPolicy", {
        policy: document({ Principal: root, Action: "s3:*", Resource: "arn:aws:s3:::a/*" }),
      }),
      "BucketPolicy 'it': 'policy' allows s3:* in statement 1",
    ],
    "a role that may do everything to a key": [
      key({
        Principal: { AWS: [root.AWS, "arn:aws:iam::111122223333:role/backend"] },
        Action: "kms:*",
        Resource: "*",
      }),
      "Key 'it': 'policy' allows kms:* in statement 1",
    ],
    "AWS's policy for administrators": [
      one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        policyArn: "arn:aws-cn:iam::aws:policy/AdministratorAccess",
      }),
      "RolePolicyAttachment 'it': 'policyArn' is AWS's AdministratorAccess, which is all wildcards",
    ],
    "AWS's policy for a whole service": [
      one("aws:iam/role:Role", {
        assumeRolePolicy: document({ Principal: root, Action: "sts:AssumeRole" }),
        managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonS3FullAccess"],
      }),
      "Role 'it': 'managedPolicyArns[0]' is AWS's AmazonS3FullAccess, which is all wildcards",
    ],
    "AWS's policy for the secrets of an account": [
      one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        policyArn: "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
      }),
      "RolePolicyAttachment 'it': 'policyArn' is AWS's SecretsManagerReadWrite, " +
        "which allows secretsmanager:* on every resource",
    ],
    "AWS's policy for the administrators of systems": [
      one("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", {
        managedPolicyArn: "arn:aws:iam::aws:policy/job-function/SystemAdministrator",
      }),
      "ManagedPolicyAttachment 'it': 'managedPolicyArn' is AWS's SystemAdministrator, " +
        "which allows autoscaling:*, cloudwatch:*, codedeploy:* and 13 more on every resource",
    ],
    "AWS's policy for the aliases of all keys": [
      one("aws-native:iam:User", {
        managedPolicyArns: ["arn:aws:iam::aws:policy/AWSKeyManagementServicePowerUser"],
      }),
      "User 'it': 'managedPolicyArns[0]' is AWS's AWSKeyManagementServicePowerUser, " +
        "which allows kms:DeleteAlias, kms:Get*, kms:TagResource on every resource",
    ],
    "a permission set of administrators": [
      one("aws-native:sso:PermissionSet", {
        managedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"],
      }),
      "PermissionSet 'it': 'managedPolicies[0]' is AWS's AdministratorAccess, which is all wildcards",
    ],
    "a permission set with a wildcard of its own": [
      one("aws-native:sso:PermissionSet", {
        inlinePolicy: document({ Action: "*", Resource: "*" }),
      }),
      "PermissionSet 'it': 'inlinePolicy' allows * in statement 1",
    ],
    "a permission set of aws with a wildcard": [
      one("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", {
        inlinePolicy: JSON.stringify(document({ Action: "iam:*", Resource: "*" })),
      }),
      "PermissionSetInlinePolicy 'it': 'inlinePolicy' allows iam:* in statement 1",
    ],
    "every secret of an account": [
      policy({
        ...read,
        Resource: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:*",
      }),
      "Policy 'it': 'policy' allows secretsmanager:GetSecretValue on every resource in statement 1",
    ],
    "sending mail as everybody": [
      policy({ Action: "ses:SendEmail", Resource: "*" }),
      "Policy 'it': 'policy' allows ses:SendEmail on every resource in statement 1",
    ],
  });

  undecided({
    "a policy about a resource that does not exist yet": [
      policy({ ...read, Resource: from("command.stdout") }),
      "Policy 'it': 'policy' is",
    ],
  });

  refused({
    "a policy that is not JSON": [
      one("aws:iam/policy:Policy", { policy: "{" }),
      "Policy 'it': 'policy'",
      "The policy is not JSON",
    ],
  });

  exempted({
    "a boundary, which only an administrator knows to be one": [
      policy({ Action: "*", Resource: "*" }),
      "*::it",
      "a boundary",
      "Policy 'it': 'policy' allows * in statement 1",
    ],
  });
});
