// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { europe, role, roleRule } from "./right-configuration";

/** Changes to the regions of a valid configuration, and the sentences that refuse them. */
export const wrongRegions: Record<string, [Record<string, unknown>, string[]]> = {
  "no regions": [
    { regions: undefined },
    ["'classroom:regions' is missing; it must be a list of at least 1."],
  ],
  "an empty list of regions": [
    { regions: [] },
    ["'classroom:regions' must be a list of at least 1, got []."],
  ],
  "a region that is no map": [
    { regions: ["EU"] },
    ["'classroom:regions[0]' must be a map, got \"EU\"."],
  ],
  "an unknown data centre": [
    { regions: [{ ...europe, dataCenter: "eu" }] },
    ["'classroom:regions[0].dataCenter' must be one of CN, AP, EU, NA, got \"eu\"."],
  ],
  "a region that does not serve the data centre": [
    { regions: [{ ...europe, awsRegion: "us-east-1" }] },
    [
      "'classroom:regions[0].awsRegion' must be a region of Europe (eu-…) to serve data centre EU, got \"us-east-1\".",
    ],
  ],
  "China without a choice between its two regions": [
    { regions: [{ dataCenter: "CN", backendRoleArns: [role] }] },
    [
      "'classroom:regions[0].awsRegion' is missing; it must be cn-north-1 or " +
        "cn-northwest-1. Neither is in Shanghai, where Agora's data centre is, so the choice " +
        "is yours.",
    ],
  ],
  "a backend role of another partition": [
    {
      regions: [{ dataCenter: "CN", awsRegion: "cn-north-1", backendRoleArns: [role] }],
    },
    [
      "'classroom:regions[0].backendRoleArns' must be the ARN of an IAM role in partition " +
        `aws-cn without wildcards, got "${role}". Write arn:aws-cn:iam::<account ` +
        "id>:role/<name>.",
    ],
  ],
  "a data centre twice": [
    { regions: [europe, europe] },
    [
      "'classroom:regions' must name each data centre once, got EU more than once. Remove one of its entries.",
    ],
  ],
  "China beside another data centre": [
    {
      regions: [
        europe,
        {
          dataCenter: "CN",
          awsRegion: "cn-north-1",
          backendRoleArns: ["arn:aws-cn:iam::444455556666:role/backend"],
        },
      ],
    },
    [
      "'classroom:regions' must not name CN beside another data centre, got EU, CN. AWS's " +
        "regions in China take an account of their own: give CN a stack of its own.",
    ],
  ],
  "no backend roles": [
    { regions: [{ dataCenter: "EU" }] },
    ["'classroom:regions[0].backendRoleArns' is missing; it must be a list of at least 1."],
  ],
  "a backend role with a wildcard": [
    { regions: [{ ...europe, backendRoleArns: ["arn:aws:iam::111122223333:role/*"] }] },
    [roleRule("classroom:regions[0].backendRoleArns[0]", "arn:aws:iam::111122223333:role/*")],
  ],
  "an account id that YAML made a number": [
    { regions: [{ ...europe, accountId: 111122223333 }] },
    ["'classroom:regions[0].accountId' must be 12 digits in quotes, got 111122223333."],
  ],
  "a recording where Agora has no storage number": [
    { regions: [{ ...europe, awsRegion: "eu-south-2", recording: { retentionDays: 30 } }] },
    [
      "'classroom:regions[0].awsRegion' must be a region that Agora's recorder has a " +
        'storage number for, got "eu-south-2". Take another region, or no recording.',
    ],
  ],
  "a retention of no days": [
    { regions: [{ ...europe, recording: { retentionDays: 0 } }] },
    ["'classroom:regions[0].recording.retentionDays' must be a whole number of at least 1, got 0."],
  ],
  "an origin with a path": [
    {
      regions: [
        {
          ...europe,
          recording: {
            retentionDays: 30,
            courseware: { retentionDays: 30, corsOrigins: ["https://classroom.example.com/"] },
          },
        },
      ],
    },
    [
      "'classroom:regions[0].recording.courseware.corsOrigins[0]' must be an exact origin " +
        'like https://classroom.example.com, got "https://classroom.example.com/".',
    ],
  ],
  "class files that are read without storage": [
    { regions: [{ ...europe, recording: { retentionDays: 30, coursewareRead: "presigned" } }] },
    [
      "'classroom:regions[0].recording.coursewareRead' must be none without 'courseware', " +
        "got \"presigned\". Configure 'courseware' too.",
    ],
  ],
  "a lock that S3 does not have": [
    {
      regions: [
        {
          ...europe,
          recording: { retentionDays: 30, vault: { mode: "LEGAL", retentionDays: 30 } },
        },
      ],
    },
    [
      "'classroom:regions[0].recording.vault.mode' must be one of COMPLIANCE, GOVERNANCE, got \"LEGAL\".",
    ],
  ],
  "a bucket's name with a dot": [
    { regions: [{ ...europe, recording: { retentionDays: 30, importBucketName: "my.bucket" } }] },
    [
      "'classroom:regions[0].recording.importBucketName' must be the name of a bucket, 3 " +
        'to 63 lower-case letters, digits and hyphens, got "my.bucket".',
    ],
  ],
  "a misspelt key inside a region": [
    { regions: [{ ...europe, record: { retentionDays: 30 } }] },
    [
      "'classroom:regions[0].record' is not a key of this configuration; use one of " +
        "dataCenter, awsRegion, backendRoleArns, accountId, assumeRoleArn, alarmTopicArn, " +
        "deletionProtection, network, recording, or remove it.",
    ],
  ],
  "a misspelt endpoint of a network": [
    {
      regions: [
        {
          ...europe,
          network: {
            vpcId: "vpc-0123456789abcdef0",
            subnetIds: ["subnet-0123456789abcdef0"],
            backendSecurityGroupIds: ["sg-0123456789abcdef0"],
            endpoints: { executeAPI: "vpce-0123456789abcdef0" },
          },
        },
      ],
    },
    [
      "'classroom:regions[0].network.endpoints.executeAPI' is not a key of this " +
        "configuration; use one of executeApi, secretsManager, dynamodb, s3, or remove it.",
    ],
  ],
  "a VPC's name instead of its id": [
    {
      regions: [
        {
          ...europe,
          network: {
            vpcId: "main",
            subnetIds: ["subnet-0123456789abcdef0"],
            backendSecurityGroupIds: ["sg-0123456789abcdef0"],
          },
        },
      ],
    },
    [
      "'classroom:regions[0].network.vpcId' must be an id like vpc-0123456789abcdef0, got \"main\".",
    ],
  ],
  "a role of another account than the region's": [
    {
      regions: [
        {
          ...europe,
          accountId: "111122223333",
          assumeRoleArn: "arn:aws:iam::999999999999:role/deploy",
        },
      ],
    },
    [
      "'classroom:regions[0].assumeRoleArn' must be a role of account 111122223333, which " +
        "'accountId' names, got one of 999999999999. Correct either.",
    ],
  ],
};
