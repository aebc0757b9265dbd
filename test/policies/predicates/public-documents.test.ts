// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { forbidPublicBucket as rule } from "../../../policies/rules/buckets/forbid-public-bucket";
import { closed } from "../../support/components/closed-bucket";
import { judge } from "../../support/pack/judge";
import { from, type Program } from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  refusedOf,
  undecidedOf,
  violationOf,
} from "../../support/pack/verdicts";

type Properties = Readonly<Record<string, unknown>>;

const noPolicy = "no policy may let everyone in";
const violated = (what: string, must = noPolicy) => violationOf(rule, `${what}; ${must}`);
const saysAtFirst = (program: Program, ...expected: string[]) =>
  assertSays(rule, program, expected);
const says = (program: Program, ...expected: string[]) => assertAlwaysSays(rule, program, expected);
const complies = (program: Program) => assertCompliant(rule, program);

const reading = (statement: Properties = {}) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::class/*",
      ...statement,
    },
  ],
});
const anybody = (document: string) =>
  "is open to everyone: an anonymous caller does s3:GetObject on arn:aws:s3:::class/example: " +
  `allowed by statement 1 of the ${document}, denied by none`;

describe("public-documents", () => {
  const policyOf = (policy: unknown, type = "aws:s3/bucketPolicy:BucketPolicy"): Program => ({
    policy: {
      type,
      properties: {
        bucket: from("files.id"),
        [type.startsWith("aws:") ? "policy" : "policyDocument"]: policy,
      },
    },
  });

  for (const [spelling, principal] of [
    ["a star", "*"],
    ["a star in a list", { AWS: ["*"] }],
    ["a star for accounts", { AWS: "*" }],
  ] as const) {
    for (const form of ["text", "object"]) {
      it(`violation: ${spelling}, the document being written as ${form}`, () => {
        const document = reading({ Principal: principal });
        return says(
          closed(policyOf(form === "text" ? JSON.stringify(document) : document)),
          violated(`BucketPolicy 'policy' of Bucket 'files': 'policy' ${anybody("bucket policy")}`),
        );
      });
    }
  }

  it("violation: a policy inside the bucket", () =>
    says(
      closed({}, { policy: reading() }),
      violated(`Bucket 'files': 'policy' ${anybody("bucket policy")}`),
    ));

  it("violation: a policy inside a bucket in China", () =>
    says(
      closed({}, { policy: reading({ Resource: "arn:aws-cn:s3:::class/*" }) }),
      violated(
        `Bucket 'files': 'policy' ${anybody("bucket policy").replace("arn:aws:", "arn:aws-cn:")}`,
      ),
    ));

  it("violation: a policy of aws-native", () =>
    says(
      closed(policyOf(reading(), "aws-native:s3:BucketPolicy")),
      violated(
        `BucketPolicy 'policy' of Bucket 'files': 'policyDocument' ${anybody("bucket policy")}`,
      ),
    ));

  for (const [key, value] of [
    ["aws:PrincipalOrgID", "o-a1b2c3d4e5"],
    ["aws:SourceAccount", "111122223333"],
    ["aws:SourceVpce", "vpce-0123456789abcdef0"],
    ["aws:SourceVpc", "vpc-0123456789abcdef0"],
  ] as const) {
    it(`compliant: everyone, narrowed by ${key}`, () =>
      complies(closed(policyOf(reading({ Condition: { StringEquals: { [key]: value } } })))));
  }

  it("compliant: a policy for a role, and one that only denies", async () => {
    const role = { AWS: "arn:aws:iam::111122223333:role/reader" };
    await complies(closed(policyOf(reading({ Principal: role }))));
    await complies(closed(policyOf(reading({ Effect: "Deny" }))));
  });

  for (const [type, document] of [
    ["aws:s3/accessPoint:AccessPoint", "access point policy"],
    ["aws:s3control/accessPointPolicy:AccessPointPolicy", "policy"],
    [
      "aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy",
      "policy",
    ],
    ["aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy", "policy"],
  ] as const) {
    it(`violation: a public policy of type ${type}`, () =>
      says(
        { it: { type, properties: { policy: reading() } } },
        violated(`${type.split(":").at(-1)} 'it': 'policy' ${anybody(document)}`),
      ));
  }

  for (const [type, property, document] of [
    ["aws-native:s3:AccessPoint", "policy", "access point policy"],
    ["aws-native:s3:MultiRegionAccessPointPolicy", "policy", "policy"],
    ["aws-native:s3express:BucketPolicy", "policyDocument", "bucket policy"],
    ["aws-native:s3objectlambda:AccessPointPolicy", "policyDocument", "policy"],
    ["aws-native:s3outposts:BucketPolicy", "policyDocument", "policy"],
    ["aws-native:s3tables:TablePolicy", "resourcePolicy", "policy"],
    ["aws-native:s3vectors:VectorBucketPolicy", "policy", "policy"],
  ] as const) {
    it(`violation: a public policy of type ${type}`, () =>
      says(
        { it: { type, properties: { [property]: reading() } } },
        violated(`${type.split(":").at(-1)} 'it': '${property}' ${anybody(document)}`),
      ));
  }

  it("undecidable: the policy quotes the bucket's ARN, and no switches close it", async () => {
    const program = closed(policyOf(reading({ Resource: `${from("files.arn")}/*` })));
    const title = "BucketPolicy 'policy' of Bucket 'files': 'policy'";
    await saysAtFirst(withoutSwitches(program), undecidedOf(`${title} is`, noPolicy));
    const arn = "arn:aws:s3:::files-4f2c1d9";
    const found = anybody("bucket policy").replace("arn:aws:s3:::class", arn);
    for (const deployed of [program, withoutSwitches(program)]) {
      const phase = "deployed";
      await assertSays(rule, deployed, [violated(`${title} ${found}`)], { phase });
    }
  });

  it("violation: the access rules of a bucket of Lightsail let everyone in, or whoever uploads", async () => {
    const lightsail = (accessRules: unknown): Program => ({
      it: { type: "aws-native:lightsail:Bucket", properties: { accessRules } },
    });
    const must = "no object may be open to everyone";
    await says(
      lightsail({ getObject: "public", allowPublicOverrides: true }),
      violated("Bucket 'it': 'accessRules.getObject' is public", must),
      violated("Bucket 'it': 'accessRules.allowPublicOverrides' is true", must),
    );
    await complies(lightsail({ getObject: "private", allowPublicOverrides: false }));
    await complies({ it: { type: "aws-native:lightsail:Bucket" } });
    await saysAtFirst(
      {
        elsewhere: { type: "pulumi:pulumi:StackReference", external: true },
        ...lightsail({ getObject: from("elsewhere.rule") }),
      },
      undecidedOf("Bucket 'it': 'accessRules.getObject' is", must),
    );
  });

  it("refused by AWS: the policy is no policy, and in the worst reading lets everyone in", async () => {
    const title = "BucketPolicy 'policy' of Bucket 'files': 'policy'";
    const { reports } = await judge(rule, closed(policyOf("{")));
    const [refusal, worst] = reports.map(({ message }) => message);
    assert.equal(refusal, refusedOf(rule, title, "The bucket policy is not JSON", noPolicy));
    assert.match(worst ?? "", /'policy' is open to everyone: an anonymous caller does s3:/);
    assert.equal(reports.length, 2);
  });
});

function withoutSwitches({ block: _block, ...rest }: Program): Program {
  return rest;
}
