// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireAuditTrail as rule } from "../../../../policies/rules/trails/require-audit-trail";
import { from, kindOf, type Program, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Properties = Readonly<Record<string, unknown>>;

const encrypted = "the trail must be encrypted with a customer-managed key";
const validated = "the log files of the trail must be validated";
const covered = "a trail must record what is done with the objects of the bucket";
const notCovered = "'bucket' is on no trail of the stack with the events of its objects";
const files: ProgramResource = { type: "aws:s3/bucket:Bucket" };
const everything = {
  advancedEventSelectors: [
    {
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::S3::Object"] },
      ],
    },
  ],
};
const withTrail = (changes: Properties = {}, type = "aws:cloudtrail/trail:Trail"): Program => ({
  key: { type: "aws:kms/key:Key" },
  trail: {
    type,
    properties: {
      s3BucketName: "audit",
      kmsKeyId: from("key.arn"),
      enableLogFileValidation: true,
      ...everything,
      ...changes,
    },
  },
});

const { notApplicable, complies, violates, exempted } = ruleSpec(rule);
const validation = ruleSpec(rule, { must: validated });
const coverage = ruleSpec(rule, { must: covered });

describe("require-audit-trail", () => {
  notApplicable({
    "the stack has neither a bucket nor a trail": { key: { type: "aws:kms/key:Key" } },
  });

  for (const type of ["aws:cloudtrail/trail:Trail", "aws-native:cloudtrail:Trail"]) {
    complies({
      [`a trail of type ${type} that records all buckets`]: { files, ...withTrail({}, type) },
    });

    violates({
      [`a trail of type ${type} without key and validation`]: [
        withTrail({ kmsKeyId: null, enableLogFileValidation: null }, type),
        `Trail 'trail': 'kmsKeyId' is missing; ${encrypted}`,
        `Trail 'trail': 'enableLogFileValidation' is missing, which means false; ${validated}`,
      ],
    });
  }

  violates({
    "the trail is off, so that the bucket is on no record": [
      { files, ...withTrail({ enableLogging: false }) },
      "Trail 'trail': 'enableLogging' is false; the trail must record",
      `Bucket 'files': ${notCovered}; ${covered}`,
    ],
    "a trail of aws-native is off": [
      withTrail({ isLogging: false }, "aws-native:cloudtrail:Trail"),
      "Trail 'trail': 'isLogging' is false; the trail must record",
    ],
  });

  validation.violates({
    "validation is switched off": [
      withTrail({ enableLogFileValidation: false }),
      "Trail 'trail': 'enableLogFileValidation' is false",
    ],
  });

  for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws-native:s3:Bucket"]) {
    coverage.violates({
      [`no trail records the objects of ${type}`]: [
        { files: { type } },
        `${kindOf(type)} 'files': ${notCovered}`,
      ],
    });
  }

  const recording = (value: string, changes: Properties = {}) =>
    withTrail({
      advancedEventSelectors: null,
      eventSelectors: [{ dataResources: [{ type: "AWS::S3::Object", values: [value] }] }],
      ...changes,
    });

  complies({
    "a literal key": withTrail({ kmsKeyId: "alias/audit" }),
    "neither the trail's own bucket nor one for access logs has to be recorded": {
      audit: files,
      logs: files,
      logging: {
        type: "aws:s3/bucketLogging:BucketLogging",
        properties: { bucket: "elsewhere", targetBucket: from("logs.id") },
      },
      ...recording("arn:aws:s3:::x/", { s3BucketName: from("audit.id") }),
    },
  });

  validation.undecided({
    "key and validation come from outside the program, which is reported once": [
      withTrail({
        kmsKeyId: from("elsewhere.key"),
        enableLogFileValidation: from("elsewhere.validation"),
      }),
      "Trail 'trail': 'kmsKeyId' and 'enableLogFileValidation' are",
    ],
  });

  coverage.undecidedUntilDeployed({
    "the trail quotes the bucket's ARN": [
      { files, ...recording(`${from("files.arn")}/`) },
      "Trail 'trail' of Bucket 'files': 'eventSelectors' is",
    ],
  });

  exempted({
    "the buckets of an organization that has a trail in another stack": [
      { files },
      "*",
      "the organization's trail",
      `Bucket 'files': ${notCovered}`,
    ],
  });
});
