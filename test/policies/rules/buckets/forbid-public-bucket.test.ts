// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPublicBucket as rule } from "../../../../policies/rules/buckets/forbid-public-bucket";
import { allSwitchesOn, closed, nativeBucket } from "../../../support/components/closed-bucket";
import { kindOf, one, type ProgramResource } from "../../../support/pack/program";
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
const websites = ruleSpec(rule, {
  must: "a bucket must not be a website",
  fix: "Serve the files through something that authenticates its callers.",
});

describe("forbid-public-bucket", () => {
  notApplicable({ "the stack has no bucket": { key: { type: "aws:kms/key:Key" } } });

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
      "a directory bucket, which is never public": {
        files: bucket({ bucket: "a--euc1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket"),
      },
    });

    ruleSpec(rule, { configuration: { requireExplicitBlock: false } }).complies({
      "a bucket without switches, where the configuration allows that": { files: bucket() },
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

  describe("websites", () => {
    for (const type of [
      "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
      "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
    ]) {
      websites.violates({
        [`a ${kindOf(type)}`]: [
          closed({
            site: {
              type,
              properties: { bucket: from("files.id"), indexDocument: { suffix: "index.html" } },
            },
          }),
          `${kindOf(type)} 'site' of Bucket 'files': 'bucket' makes a public website`,
        ],
      });
    }

    const index = { indexDocument: "index.html" };

    websites.violates({
      "a website inside the bucket, in each spelling": [
        [closed({}, { website: index }), "Bucket 'files': 'website' makes a public website"],
        [
          { ...closed(), files: bucket({ websites: [index] }, "aws:s3/bucketV2:BucketV2") },
          "BucketV2 'files': 'websites[0]' makes a public website",
        ],
        [
          { files: nativeBucket({ websiteConfiguration: index }) },
          "Bucket 'files': 'websiteConfiguration' makes a public website",
        ],
      ],
    });

    websites.undecided({
      "a website that comes from outside the program": [
        closed({}, { website: from("elsewhere.website") }),
        "Bucket 'files': 'website' is",
      ],
    });
  });

  describe("what opens a bucket from outside it", () => {
    const acls = ruleSpec(rule, { must: "no access control list may let everyone in" });
    const everyone = "http://acs.amazonaws.com/groups/global/AllUsers";

    for (const type of [
      "aws:s3/bucketObject:BucketObject",
      "aws:s3/bucketObjectv2:BucketObjectv2",
      "aws:s3/objectCopy:ObjectCopy",
    ]) {
      acls.violates({
        [`a ${kindOf(type)} that everyone may read`]: [
          one(type, { acl: "public-read", grants: [{ uri: everyone }] }),
          `${kindOf(type)} 'it': 'acl' is public-read`,
          `${kindOf(type)} 'it': 'grants[0].uri' grants to AllUsers`,
        ],
      });
    }

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

    const lightsail = (getObject: string, allowPublicOverrides: boolean) =>
      one("aws-native:lightsail:Bucket", { accessRules: { getObject, allowPublicOverrides } });

    ruleSpec(rule, { must: "no object may be open to everyone" }).violates({
      "a bucket of Lightsail that everyone may read, or that lets each object say so": [
        lightsail("public", true),
        "Bucket 'it': 'accessRules.getObject' is public",
        "Bucket 'it': 'accessRules.allowPublicOverrides' is true",
      ],
    });

    complies({ "a bucket of Lightsail that lets nobody in": lightsail("private", false) });
  });

  exempted({
    "a bucket by its name": [
      closed({}, { acl: "public-read" }),
      "*::files",
      "public catalogue",
      "Bucket 'files': 'acl' is public-read",
    ],
  });
});
