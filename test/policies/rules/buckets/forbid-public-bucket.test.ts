// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { from } from "../../../../policies/framework/rule";
import { forbidPublicBucket as rule } from "../../../../policies/rules/buckets/forbid-public-bucket";
import { allSwitchesOn, closed, nativeBucket } from "../../../support/components/closed-bucket";
import type { Program, ProgramResource } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

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
const noWebsite = "a bucket must not be a website";
const authenticate = "Serve the files through something that authenticates its callers.";

const violated = (what: string, must: string, fix?: string) =>
  violationOf(rule, `${what}; ${must}`, fix);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);
const saysAtFirst = (program: Program, ...expected: string[]) =>
  assertSays(rule, program, expected);
const complies = (program: Program, configuration = {}) =>
  assertCompliant(rule, program, { configuration });

describe("forbid-public-bucket", () => {
  it("not applicable: the stack has no bucket", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  describe("the four switches", () => {
    for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
      const kind = type.split(":").at(-1);

      it(`compliant: a ${kind} with all switches on`, () =>
        complies({ files: bucket({}, type), block: blockOf(from("files.id")) }));

      it(`violation: a ${kind} without switches`, () =>
        says(
          { files: bucket({}, type) },
          violated(
            `${kind} 'files': 'publicAccessBlock' is missing: nothing but a default closes the bucket`,
            allSwitches,
          ),
        ));
    }

    it("compliant: a bucket joined by a literal name", () =>
      complies({ files: bucket({ bucket: "class" }), block: blockOf("class") }));

    it("compliant: nothing is said and configuration allows that", () =>
      complies({ files: bucket() }, { requireExplicitBlock: false }));

    it("compliant: a bucket of aws-native with all switches on", () =>
      complies({ files: nativeBucket({}) }));

    it("violation: a bucket of aws-native without switches", () =>
      says(
        { files: bucket({}, "aws-native:s3:Bucket") },
        violated(
          "Bucket 'files': 'publicAccessBlockConfiguration' is missing: nothing but a default closes the bucket",
          allSwitches,
        ),
      ));

    it("violation: one switch is off and one is not set", () => {
      const { restrictPublicBuckets: _, ...others } = allSwitchesOn;
      const block = blockOf(from("files.id"), { ...others, blockPublicPolicy: false });
      const title = "BucketPublicAccessBlock 'block' of Bucket 'files'";
      return says(
        { files: bucket(), block },
        violated(`${title}: 'blockPublicPolicy' is off`, allSwitches),
        violated(`${title}: 'restrictPublicBuckets' is missing, which means off`, allSwitches),
      );
    });

    it("violation: a switch is off for a bucket that lives elsewhere", () =>
      says(
        { block: blockOf("elsewhere", { ...allSwitchesOn, ignorePublicAcls: false }) },
        violated("BucketPublicAccessBlock 'block': 'ignorePublicAcls' is off", allSwitches),
      ));

    it("violation: a switch of the account is not set", () => {
      const { blockPublicAcls: _, ...properties } = allSwitchesOn;
      return says(
        {
          account: { type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", properties },
        },
        violated(
          "AccountPublicAccessBlock 'account': 'blockPublicAcls' is missing, which means off",
          allSwitches,
        ),
      );
    });

    it("undecidable: a switch comes from outside the program", () => {
      const elsewhere = { type: "pulumi:pulumi:StackReference", external: true };
      const block = blockOf(from("files.id"), {
        ...allSwitchesOn,
        blockPublicAcls: from("elsewhere.on"),
      });
      return assertSays(rule, { elsewhere, files: bucket(), block }, [
        undecidedOf(
          "BucketPublicAccessBlock 'block' of Bucket 'files': 'blockPublicAcls' is",
          allSwitches,
        ),
      ]);
    });

    it("undecidable: the switches may be those of either of two buckets", () =>
      saysAtFirst(
        {
          one: bucket({ bucketPrefix: "one-" }),
          two: bucket({ bucketPrefix: "two-" }),
          block: blockOf(from("one.id") + from("two.id")),
        },
        ...["one", "two"].map((name) =>
          undecidedOf(
            `BucketPublicAccessBlock 'block' of Bucket '${name}': 'bucket' is`,
            allSwitches,
          ),
        ),
      ));

    it("compliant: a directory bucket, which is never public", () =>
      complies({
        files: bucket({ bucket: "a--euc1-az1--x-s3" }, "aws:s3/directoryBucket:DirectoryBucket"),
      }));
  });

  describe("websites", () => {
    for (const type of [
      "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
      "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2",
    ]) {
      const kind = type.split(":").at(-1);
      it(`violation: a ${kind}`, () =>
        says(
          closed({
            site: {
              type,
              properties: { bucket: from("files.id"), indexDocument: { suffix: "index.html" } },
            },
          }),
          violated(
            `${kind} 'site' of Bucket 'files': 'bucket' makes a public website`,
            noWebsite,
            authenticate,
          ),
        ));
    }

    it("violation: a website inside the bucket, in each spelling", async () => {
      const index = { indexDocument: "index.html" };
      for (const [type, property, value, path] of [
        ["aws:s3/bucket:Bucket", "website", index, "website"],
        ["aws:s3/bucketV2:BucketV2", "websites", [index], "websites[0]"],
      ] as const) {
        const program = { ...closed(), files: bucket({ [property]: value }, type) };
        const title = `${type.split(":").at(-1)} 'files': '${path}'`;
        await says(program, violated(`${title} makes a public website`, noWebsite, authenticate));
      }
      await says(
        { files: nativeBucket({ websiteConfiguration: index }) },
        violated(
          "Bucket 'files': 'websiteConfiguration' makes a public website",
          noWebsite,
          authenticate,
        ),
      );
    });

    it("undecidable: the website comes from outside the program", () =>
      saysAtFirst(
        {
          elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
          ...closed({}, { website: from("elsewhere.website") }),
        },
        undecidedOf("Bucket 'files': 'website' is", noWebsite),
      ));
  });

  describe("what opens buckets from beside them", () => {
    const noAcl = "no access control list may let everyone in";
    const everyone = "http://acs.amazonaws.com/groups/global/AllUsers";

    for (const type of [
      "aws:s3/bucketObject:BucketObject",
      "aws:s3/bucketObjectv2:BucketObjectv2",
      "aws:s3/objectCopy:ObjectCopy",
    ]) {
      const kind = type.split(":").at(-1);

      it(`violation: a ${kind} that everyone may read`, () =>
        says(
          { it: { type, properties: { acl: "public-read", grants: [{ uri: everyone }] } } },
          violated(`${kind} 'it': 'acl' is public-read`, noAcl),
          violated(`${kind} 'it': 'grants[0].uri' grants to AllUsers`, noAcl),
        ));
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
      const kind = type.split(":").at(-1);
      const point = (switches: Properties): Program => ({
        it: { type, properties: inside(switches) },
      });

      it(`compliant: switches of a ${type} that nobody sets are on`, () => complies(point({})));

      it(`violation: a switch of a ${type} is off`, () =>
        says(
          point({ blockPublicPolicy: false }),
          violated(`${kind} 'it': '${path}.blockPublicPolicy' is off`, allSwitches),
        ));
    }

    it("violation: Lightsail lets everyone read, or lets each object say so", () => {
      const must = "no object may be open to everyone";
      const accessRules = { getObject: "public", allowPublicOverrides: true };
      return says(
        { it: { type: "aws-native:lightsail:Bucket", properties: { accessRules } } },
        violated("Bucket 'it': 'accessRules.getObject' is public", must),
        violated("Bucket 'it': 'accessRules.allowPublicOverrides' is true", must),
      );
    });

    it("compliant: Lightsail lets nobody in", () =>
      complies({
        it: {
          type: "aws-native:lightsail:Bucket",
          properties: { accessRules: { getObject: "private", allowPublicOverrides: false } },
        },
      }));
  });

  it("exempts a policy by the name of its bucket", () => {
    const exemption = { urn: "*::files", reason: "public catalogue", expires: "2026-12-31" };
    const program = closed({}, { acl: "public-read" });
    const message =
      "Exempted: Bucket 'files': 'acl' is public-read; allowed until 2026-12-31 because: public catalogue";
    return assertAlwaysSays(rule, program, [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
