// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { forbidPublicBucket as rule } from "../../../policies/rules/buckets/forbid-public-bucket";
import { closed, nativeBucket } from "../../support/components/closed-bucket";
import { from, type Program } from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const noAcl = "no access control list may let everyone in";
const violated = (what: string) => violationOf(rule, `${what}; ${noAcl}`);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);
const saysAtFirst = (program: Program, ...expected: string[]) =>
  assertSays(rule, program, expected);
const complies = (program: Program) => assertCompliant(rule, program);

describe("acls", () => {
  const allUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
  const aclOf = (properties: Properties, type = "aws:s3/bucketAcl:BucketAcl"): Program => ({
    acl: { type, properties: { bucket: from("files.id"), ...properties } },
  });

  for (const type of ["aws:s3/bucketAcl:BucketAcl", "aws:s3/bucketAclV2:BucketAclV2"]) {
    const kind = type.split(":").at(-1);

    it(`compliant: a ${kind} for the owner, and for the group that delivers logs`, async () => {
      await complies(closed(aclOf({ acl: "private" }, type)));
      await complies(closed(aclOf({ acl: "log-delivery-write" }, type)));
    });

    for (const acl of ["public-read", "public-read-write", "authenticated-read"]) {
      it(`violation: a ${kind} with ${acl}`, () =>
        says(
          closed(aclOf({ acl }, type)),
          violated(`${kind} 'acl' of Bucket 'files': 'acl' is ${acl}`),
        ));
    }

    it(`violation: a ${kind} that grants to a group of everyone`, () => {
      const grants = [
        { grantee: { type: "CanonicalUser", id: "owner" }, permission: "FULL_CONTROL" },
        { grantee: { type: "Group", uri: allUsers }, permission: "READ" },
      ];
      return says(
        closed(aclOf({ accessControlPolicy: { grants, owner: { id: "owner" } } }, type)),
        violated(
          `${kind} 'acl' of Bucket 'files': 'accessControlPolicy.grants[1].grantee.uri' grants to AllUsers`,
        ),
      );
    });
  }

  it("violation: an inline acl, and an inline grant to all accounts", async () => {
    await says(
      closed({}, { acl: "public-read" }),
      violated("Bucket 'files': 'acl' is public-read"),
    );
    const uri = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    await says(
      closed({}, { grants: [{ type: "Group", permissions: ["READ"], uri }] }),
      violated("Bucket 'files': 'grants[0].uri' grants to AuthenticatedUsers"),
    );
  });

  it("violation: what is inside a bucket, whatever is said beside it", async () => {
    const beside = {
      ...aclOf({ acl: "private", accessControlPolicy: { owner: { id: "owner" } } }),
      logging: {
        type: "aws:s3/bucketLogging:BucketLogging",
        properties: { bucket: from("files.id"), targetBucket: "logs" },
      },
    };
    const grants = [{ type: "Group", permissions: ["READ"], uri: allUsers }];
    await says(
      closed(beside, { grants }),
      violated("Bucket 'files': 'grants[0].uri' grants to AllUsers"),
    );
    await says(
      closed(beside, { acl: "public-read" }),
      violated("Bucket 'files': 'acl' is public-read"),
    );
  });

  it("violation: a bucket of aws-native with a public acl", () =>
    says(
      { files: nativeBucket({ accessControl: "PublicRead" }) },
      violated("Bucket 'files': 'accessControl' is PublicRead"),
    ));

  it("violation: logs that are granted to everyone", () =>
    says(
      closed({
        logging: {
          type: "aws:s3/bucketLogging:BucketLogging",
          properties: {
            bucket: from("files.id"),
            targetBucket: "logs",
            targetGrants: [{ grantee: { type: "Group", uri: allUsers }, permission: "READ" }],
          },
        },
      }),
      violated(
        "BucketLogging 'logging' of Bucket 'files': 'targetGrants[0].grantee.uri' grants to AllUsers",
      ),
    ));

  for (const type of [
    "aws:s3/bucketObject:BucketObject",
    "aws:s3/bucketObjectv2:BucketObjectv2",
    "aws:s3/objectCopy:ObjectCopy",
  ]) {
    it(`violation: a public object of type ${type}`, () =>
      says(
        { it: { type, properties: { bucket: "class", acl: "public-read" } } },
        violated(`${type.split(":").at(-1)} 'it': 'acl' is public-read`),
      ));

    it(`compliant: an object of type ${type} that says nothing`, () =>
      complies({ it: { type, properties: { bucket: "class" } } }));
  }

  it("undecidable: an acl comes from outside the program, and no switches close the bucket", () =>
    saysAtFirst(
      {
        elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
        files: { type: "aws:s3/bucket:Bucket" },
        ...aclOf({ acl: from("elsewhere.acl") }),
      },
      undecidedOf("BucketAcl 'acl' of Bucket 'files': 'acl' is", noAcl),
    ));
});
