// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requireBucketOwnerEnforced as rule } from "../../../../policies/rules/buckets/require-bucket-owner-enforced";
import { from, type Program } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

const classic = (objectOwnership: string, named = from("files.id")): Program => ({
  files: { type: "aws:s3/bucket:Bucket" },
  ownership: {
    type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    properties: { bucket: named, rule: { objectOwnership } },
  },
});
const native = (objectOwnership: string): Program => ({
  files: {
    type: "aws-native:s3:Bucket",
    properties: { ownershipControls: { rules: [{ objectOwnership }] } },
  },
});
const split = "BucketOwnershipControls 'ownership': 'rule.objectOwnership'";

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: "it must be BucketOwnerEnforced",
});

describe("require-bucket-owner-enforced", () => {
  notApplicable({
    "the stack has no bucket": { key: { type: "aws:kms/key:Key" } },
    "a bucket without controls, where S3 itself enforces the owner": {
      files: { type: "aws:s3/bucket:Bucket" },
    },
  });

  complies({
    "a new bucket of aws-native without controls": { files: { type: "aws-native:s3:Bucket" } },
    "the owner is enforced explicitly": [
      classic("BucketOwnerEnforced"),
      native("BucketOwnerEnforced"),
    ],
  });

  for (const ownership of ["ObjectWriter", "BucketOwnerPreferred"]) {
    violates({
      [ownership]: [
        [classic(ownership), `${split} is ${ownership}`],
        [
          native(ownership),
          `Bucket 'files': 'ownershipControls.rules[0].objectOwnership' is ${ownership}`,
        ],
      ],
    });
  }

  violates({
    "an ownership that S3 does not have, which is not echoed": [
      classic("s3cr3t"),
      `${split} is no ownership that S3 has`,
    ],
    "the writer owns the objects in a bucket of another stack": [
      classic("ObjectWriter", "elsewhere"),
      "BucketOwnershipControls 'ownership': 'rule.objectOwnership' is ObjectWriter",
    ],
  });

  undecided({
    "the ownership comes from outside the program": [
      classic(from("elsewhere.ownership")),
      `${split} is`,
    ],
  });

  exempted({
    "the controls of a bucket until a day": [
      classic("ObjectWriter"),
      "*::ownership",
      "shared with a lab",
      `${split} is ObjectWriter`,
    ],
  });
});
