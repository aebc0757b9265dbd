// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { requirePublicAccessBlock as rule } from "../../../../policies/rules/buckets/require-public-access-block";
import { allSwitchesOn, nativeBucket } from "../../../support/components/closed-bucket";
import { from, kindOf, one, type ProgramResource } from "../../../support/pack/program";
import { ruleSpec } from "../../../support/pack/rule-spec";

type Properties = Readonly<Record<string, unknown>>;

const bucket = (properties: Properties = {}, type = "aws:s3/bucket:Bucket"): ProgramResource => ({
  type,
  properties,
});
const blockOf = (named: string, properties: Properties = allSwitchesOn): ProgramResource => ({
  type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  properties: { bucket: named, ...properties },
});
const allSwitches = "all four switches against public access must be on";

const { notApplicable, complies, violates, undecided, exempted } = ruleSpec(rule, {
  must: allSwitches,
});

describe("require-public-access-block", () => {
  notApplicable({
    "the stack has no bucket": { key: { type: "aws:kms/key:Key" } },
    "a directory bucket, which is never public": {
      files: bucket({ bucket: "a--euc1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket"),
    },
  });

  describe("the four switches", () => {
    const isMissing = "is missing: nothing but a default closes the bucket";
    const title = "BucketPublicAccessBlock 'block' of Bucket 'files'";

    for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
      const kind = kindOf(type);

      complies({
        [`a ${kind} with all switches on`]: {
          files: bucket({}, type),
          block: blockOf(from("files.id")),
        },
      });

      violates({
        [`a ${kind} without switches`]: [
          { files: bucket({}, type) },
          `${kind} 'files': 'publicAccessBlock' ${isMissing}`,
        ],
      });
    }

    complies({
      "a bucket joined by a literal name": {
        files: bucket({ bucket: "class" }),
        block: blockOf("class"),
      },
      "a bucket of aws-native with all switches on": { files: nativeBucket({}) },
    });

    const { restrictPublicBuckets: _policy, ...threeSwitches } = allSwitchesOn;
    const { blockPublicAcls: _acls, ...accountSwitches } = allSwitchesOn;

    violates({
      "a bucket of aws-native without switches": [
        { files: bucket({}, "aws-native:s3:Bucket") },
        `Bucket 'files': 'publicAccessBlockConfiguration' ${isMissing}`,
      ],
      "a bucket with one switch off and one that is not set": [
        {
          files: bucket(),
          block: blockOf(from("files.id"), { ...threeSwitches, blockPublicPolicy: false }),
        },
        `${title}: 'blockPublicPolicy' is off`,
        `${title}: 'restrictPublicBuckets' is missing, which means off`,
      ],
      "a switch that is off for a bucket of another stack": [
        { block: blockOf("elsewhere", { ...allSwitchesOn, ignorePublicAcls: false }) },
        "BucketPublicAccessBlock 'block': 'ignorePublicAcls' is off",
      ],
      "a switch of the account that is not set": [
        one("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", accountSwitches),
        "AccountPublicAccessBlock 'it': 'blockPublicAcls' is missing, which means off",
      ],
    });

    undecided({
      "a switch that comes from outside the program": [
        {
          files: bucket(),
          block: blockOf(from("files.id"), {
            ...allSwitchesOn,
            blockPublicAcls: from("elsewhere.on"),
          }),
        },
        `${title}: 'blockPublicAcls' is`,
      ],
    });

    const either = (name: string) =>
      `BucketPublicAccessBlock 'block' of Bucket '${name}': 'bucket' is`;

    undecided({
      "switches that may be those of either of two buckets": [
        {
          one: bucket({ bucketPrefix: "one-" }),
          two: bucket({ bucketPrefix: "two-" }),
          block: blockOf(from("one.id") + from("two.id")),
        },
        either("one"),
        either("two"),
      ],
    });
  });

  describe("access points", () => {
    const block = "publicAccessBlockConfiguration";
    const inBlock = (switches: Properties) => ({ [block]: switches });

    for (const [type, path, inside] of [
      ["aws:s3/accessPoint:AccessPoint", block, inBlock],
      ["aws-native:s3:AccessPoint", block, inBlock],
      ["aws-native:s3:MultiRegionAccessPoint", block, inBlock],
      [
        "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint",
        "details.publicAccessBlock",
        (publicAccessBlock: Properties) => ({ details: { publicAccessBlock } }),
      ],
    ] as const) {
      complies({ [`a ${type} without switches, which are on by default`]: one(type, inside({})) });

      violates({
        [`a ${type} with a switch off`]: [
          one(type, inside({ blockPublicPolicy: false })),
          `${kindOf(type)} 'it': '${path}.blockPublicPolicy' is off`,
        ],
      });
    }
  });

  exempted({
    "a bucket by its name": [
      { files: bucket() },
      "*::files",
      "closed by the account",
      "Bucket 'files': 'publicAccessBlock' is missing: nothing but a default closes the bucket",
    ],
  });
});
