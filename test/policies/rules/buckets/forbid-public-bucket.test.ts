// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicBucket as rule } from "../../../../policies/rules/buckets/forbid-public-bucket";
import { allSwitchesOn, closed, nativeBucket } from "../../../support/components/closed-bucket";
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
const { notApplicable, complies, exempted } = ruleSpec(rule);
const websites = ruleSpec(rule, {
  must: "a bucket must not be a website",
  fix: "Serve the files through something that authenticates its callers.",
});

describe("forbid-public-bucket", () => {
  notApplicable({ "the stack has no bucket": { key: { type: "aws:kms/key:Key" } } });

  describe("switches", () => {
    const acls = ruleSpec(rule, { must: "no access control list may let everyone in" });
    const policies = ruleSpec(rule, { must: "no policy may let everyone in" });
    const beside = (
      resources: Readonly<Record<string, ProgramResource>>,
      switches?: Properties,
    ) => ({
      files: bucket(),
      ...(switches && { block: blockOf(from("files.id"), switches) }),
      ...resources,
    });
    const acl = (value: string): ProgramResource => ({
      type: "aws:s3/bucketAcl:BucketAcl",
      properties: { bucket: from("files.id"), acl: value },
    });
    const policy = (value: string): ProgramResource => ({
      type: "aws:s3/bucketPolicy:BucketPolicy",
      properties: { bucket: from("files.id"), policy: value },
    });
    const threeSwitches = { ...allSwitchesOn, restrictPublicBuckets: false };

    complies({
      "a bucket without switches, on which nothing is written": beside({}),
    });

    ruleSpec(rule, { phase: "first preview" }).complies({
      "a list and a policy that are not known yet, on a bucket whose switches are on": [
        beside({ acl: acl(from("elsewhere.acl")) }, allSwitchesOn),
        beside({ policy: policy(from("elsewhere.policy")) }, allSwitchesOn),
        { ...beside({}, allSwitchesOn), files: bucket({ policy: from("elsewhere.policy") }) },
      ],
    });

    acls.violates({
      "a public list, also where the switches stop it today": [
        beside({ acl: acl("public-read") }, allSwitchesOn),
        "BucketAcl 'acl' of Bucket 'files': 'acl' is public-read",
      ],
    });

    acls.undecided({
      "a list that is not known yet, on a bucket without switches": [
        beside({ acl: acl(from("elsewhere.acl")) }),
        "BucketAcl 'acl' of Bucket 'files': 'acl' is",
      ],
    });

    policies.undecided({
      "a policy that is not known yet, on a bucket with a switch off": [
        beside({ policy: policy(from("elsewhere.policy")) }, threeSwitches),
        "BucketPolicy 'policy' of Bucket 'files': 'policy' is",
      ],
      "a policy inside the bucket that is not known yet": [
        { files: bucket({ policy: from("elsewhere.policy") }) },
        "Bucket 'files': 'policy' is",
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
