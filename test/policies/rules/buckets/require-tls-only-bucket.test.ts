// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { requireTlsOnlyBucket as rule } from "../../../../policies/rules/buckets/require-tls-only-bucket";
import type { Program } from "../../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  unjudgeableOf,
  violationOf,
} from "../../../support/pack/verdicts";

type Statement = Readonly<Record<string, unknown>>;

const mustDeny = "the bucket policy must deny plain HTTP to everyone";
const violated = (what: string) => violationOf(rule, `${what}; ${mustDeny}`);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);

const arn = "arn:aws:s3:::class";
const deny = (changes: Statement = {}) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
      ...changes,
    },
  ],
});
const split = (policy: unknown, named = "class"): Program => ({
  files: { type: "aws:s3/bucket:Bucket", properties: { bucket: "class" } },
  policy: { type: "aws:s3/bucketPolicy:BucketPolicy", properties: { bucket: named, policy } },
});
const title = "BucketPolicy 'policy' of Bucket 'files': 'policy'";
const lets = (who: string, action: string, resource: string) =>
  `lets it in: ${who} does ${action} on ${resource} over plain HTTP: not denied by the bucket policy`;

describe("require-tls-only-bucket", () => {
  it("not applicable: the stack has no bucket", () =>
    assertNotApplicable(rule, { key: { type: "aws:kms/key:Key" } }));

  for (const [spelling, policy] of [
    ["an object", deny()],
    ["a text", JSON.stringify(deny())],
    ["everyone in a list", deny({ Principal: { AWS: ["*"] } })],
    ["a boolean", deny({ Condition: { Bool: { "aws:SecureTransport": false } } })],
    ["another case", deny({ Condition: { Bool: { "AWS:securetransport": "False" } } })],
    ["a pattern for both", deny({ Resource: `${arn}*` })],
    ["the denial of other methods too", deny({ Action: "*" })],
  ] as const) {
    it(`compliant: plain HTTP is denied, written as ${spelling}`, async () => {
      await assertCompliant(rule, split(policy));
      await assertCompliant(rule, split(policy, from("files.bucket")));
    });
  }

  it("compliant: the policy is inside the bucket, in both types", async () => {
    for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]) {
      const files = { type, properties: { bucket: "class", policy: deny() } };
      await assertCompliant(rule, { files });
    }
  });

  it("compliant: a bucket and a policy of aws-native", () =>
    assertCompliant(rule, {
      files: { type: "aws-native:s3:Bucket", properties: { bucketName: "class" } },
      policy: {
        type: "aws-native:s3:BucketPolicy",
        properties: { bucket: from("files.bucketName"), policyDocument: deny() },
      },
    }));

  it("compliant: a bucket in China", () => {
    const inChina = JSON.stringify(deny()).replaceAll("arn:aws:", "arn:aws-cn:");
    return assertCompliant(rule, split(inChina));
  });

  it("compliant: a directory bucket, whose policy speaks of other actions", async () => {
    const name = "class--euc1-az1--x-s3";
    await assertCompliant(rule, {
      files: { type: "aws:s3/directoryBucket:DirectoryBucket", properties: { bucket: name } },
    });
    const type = "aws-native:s3express:BucketPolicy";
    const policy = { type, properties: { bucket: name, policyDocument: deny() } };
    const files = {
      type: "aws-native:s3express:DirectoryBucket",
      properties: { bucketName: name },
    };
    await assertCompliant(rule, { policy });
    await assertCompliant(rule, { files, policy });
  });

  for (const type of ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2", "aws-native:s3:Bucket"]) {
    it(`violation: ${type} without a policy`, () =>
      says(
        { files: { type } },
        violated(
          `${type.split(":").at(-1)} 'files': 'policy' is missing: nothing denies plain HTTP`,
        ),
      ));
  }

  for (const [hole, changes, found] of [
    [
      "what is in the bucket",
      { Resource: arn },
      lets("an anonymous caller", "s3:GetObject", `${arn}/example`),
    ],
    [
      "the bucket itself",
      { Resource: `${arn}/*` },
      lets("an anonymous caller", "s3:AllowVendedLogDeliveryForResource", arn),
    ],
    [
      "reading alone",
      { Action: "s3:PutObject" },
      lets("an anonymous caller", "s3:GetObject", `${arn}/example`),
    ],
    [
      "everyone but a role",
      { Principal: { AWS: "arn:aws:iam::111122223333:role/reader" } },
      lets("an anonymous caller", "s3:GetObject", `${arn}/example`),
    ],
    [
      "another bucket",
      { Resource: [`${arn}-old`, `${arn}-old/*`] },
      lets("an anonymous caller", "s3:GetObject", `${arn}/example`),
    ],
    [
      "TLS, by mistake",
      { Condition: { Bool: { "aws:SecureTransport": "true" } } },
      lets("an anonymous caller", "s3:GetObject", `${arn}/example`),
    ],
  ] as const) {
    it(`violation: the denial leaves ${hole}`, () =>
      says(split(deny(changes)), violated(`${title} ${found}`)));
  }

  it("violation: the policy of a bucket that lives elsewhere denies nothing", () => {
    const { policy } = split(deny({ Effect: "Allow" }), "class");
    assert.ok(policy);
    return says(
      { policy },
      violated(
        `BucketPolicy 'policy': 'policy' ${lets("an anonymous caller", "s3:GetObject", `${arn}/example`)}`,
      ),
    );
  });

  it("undecidable: the policy quotes the bucket's ARN, until the bucket is there", async () => {
    const Resource = [from("files.arn"), `${from("files.arn")}/*`];
    const program = split(deny({ Resource }));
    await assertSays(rule, program, [undecidedOf(`${title} is`, mustDeny)]);
    await assertSays(rule, program, [], { phase: "deployed" });
  });

  it("undecidable: the policy is known and its bucket, elsewhere, is not", () => {
    const { policy } = split(deny(), from("elsewhere.bucket"));
    assert.ok(policy);
    return assertSays(
      rule,
      { elsewhere: { type: "pulumi:pulumi:StackReference", external: true }, policy },
      [undecidedOf("BucketPolicy 'policy': 'bucket' is", mustDeny)],
    );
  });

  it("undecidable: the policy is no policy", () =>
    says(split("{"), unjudgeableOf(title, "The bucket policy is not JSON", mustDeny)));

  it("exempts a policy by the name of its bucket", () => {
    const exemption = { urn: "*::files", reason: "old recorders", expires: "2026-12-31" };
    const message = `Exempted: ${title} ${lets("an anonymous caller", "s3:AllowVendedLogDeliveryForResource", arn)}; allowed until 2026-12-31 because: old recorders`;
    return assertAlwaysSays(rule, split(deny({ Resource: `${arn}/*` })), [message], {
      configuration: { exemptions: [exemption] },
    });
  });
});
