// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import type { Rule } from "../../../policies/framework/rule";
import { forbidPublicBucket } from "../../../policies/rules/buckets/forbid-public-bucket";
import { forbidPublicResourcePolicy } from "../../../policies/rules/stores/forbid-public-resource-policy";
import { from, type Program, type ProgramResource } from "../../support/pack/program";
import {
  assertAlwaysSays,
  assertCompliant,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../support/pack/verdicts";

const must = "no policy may let everyone in";
const anybody = (action: string, resource: string, document: string) =>
  `is open to everyone: an anonymous caller does ${action} on ${resource}: ` +
  `allowed by statement 1 of the ${document}, denied by none; ${must}`;
const policy = (Action: string, Resource = "*") => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action, Resource }],
});

const vpc: ProgramResource = { type: "aws:ec2/vpc:Vpc" };
const elsewhere: ProgramResource = { type: "pulumi:pulumi:StackReference", external: true };
const arn = "arn:aws:s3:eu-central-1:111122223333:accesspoint/class/object/*";
const point = (vpcConfiguration?: unknown, more: object = {}): ProgramResource => ({
  type: "aws:s3/accessPoint:AccessPoint",
  properties: { bucket: "class", vpcConfiguration, ...more },
});
const split: ProgramResource = {
  type: "aws:s3control/accessPointPolicy:AccessPointPolicy",
  properties: { accessPointArn: from("it.arn"), policy: policy("s3:GetObject", arn) },
};
const onPoint = anybody("s3:GetObject", arn.replace("*", "example"), "access point policy");
const onDomain = anybody("es:ESHttpGet", "arn:aws:es:example:example:example", "policy");

const domainTypes = [
  "aws:opensearch/domain:Domain",
  "aws:elasticsearch/domain:Domain",
  "aws-native:opensearchservice:Domain",
] as const;
const domain = (type: string, vpcOptions?: unknown): Program => ({
  it: {
    type,
    properties: {
      accessPolicies: policy("es:ESHttpGet"),
      ...(vpcOptions === undefined ? {} : { vpcOptions }),
    },
  },
});
const says = (rule: Rule, program: Program, what: string, fix?: string) =>
  assertAlwaysSays(rule, program, [violationOf(rule, what, fix)]);

describe("networks", () => {
  for (const type of domainTypes) {
    it(`lets the policy of ${type} in a VPC be for everyone in there`, async () => {
      const known = { subnetIds: ["subnet-0123456789abcdef0"] };
      await assertCompliant(forbidPublicResourcePolicy, domain(type, known));
      const subnet = { type: "aws:ec2/subnet:Subnet" };
      const made = domain(type, { subnetIds: [from("subnet.id")] });
      await assertCompliant(forbidPublicResourcePolicy, { subnet, ...made });
    });

    it(`takes ${type} for one outside that says nothing of a subnet`, async () => {
      const what = `Domain 'it': 'accessPolicies' ${onDomain}`;
      await says(forbidPublicResourcePolicy, domain(type), what);
      await says(forbidPublicResourcePolicy, domain(type, {}), what);
      await says(forbidPublicResourcePolicy, domain(type, { subnetIds: [] }), what);
      const groups = { securityGroupIds: ["sg-0123456789abcdef0"] };
      await says(forbidPublicResourcePolicy, domain(type, groups), what);
    });
  }

  it("leaves a domain open of which the subnets come from outside the program", () =>
    assertSays(
      forbidPublicResourcePolicy,
      { elsewhere, ...domain(domainTypes[0], { subnetIds: from("elsewhere.subnets") }) },
      [undecidedOf("Domain 'it': 'vpcOptions.subnetIds' is", must)],
    ));

  it("tells the policy of a domain elsewhere to stand in the domain, if that is in a VPC", () =>
    says(
      forbidPublicResourcePolicy,
      {
        it: {
          type: "aws:opensearch/domainPolicy:DomainPolicy",
          properties: { domainName: "class", accessPolicies: policy("es:ESHttpGet") },
        },
      },
      `DomainPolicy 'it': 'accessPolicies' ${onDomain}`,
      "Name accounts and roles in Principal; or, if the domain lies in a VPC, write the policy in its accessPolicies.",
    ));

  it("lets the policy of an access point in a VPC be for everyone in there, wherever it stands", async () => {
    const inside = { vpcId: "vpc-0123456789abcdef0" };
    const own = point(inside, { policy: policy("s3:GetObject", arn) });
    await assertCompliant(forbidPublicBucket, { it: own });
    await assertCompliant(forbidPublicBucket, {
      it: { ...own, type: "aws-native:s3:AccessPoint" },
    });
    await assertCompliant(forbidPublicBucket, { it: point(inside) });
    await assertSays(forbidPublicBucket, { it: point(inside), split }, [], { phase: "deployed" });
  });

  it("takes an access point for one outside that says nothing of a VPC", async () => {
    for (const vpcConfiguration of [{}, { vpcId: "" }]) {
      const own = point(vpcConfiguration, { policy: policy("s3:GetObject", arn) });
      await says(forbidPublicBucket, { it: own }, `AccessPoint 'it': 'policy' ${onPoint}`);
    }
    await says(
      forbidPublicBucket,
      { it: point({}), split },
      `AccessPointPolicy 'split': 'policy' ${onPoint.replace("access point policy", "policy")}`,
    );
  });

  it("leaves an access point open whose VPC is not there yet, until it is", async () => {
    const own = point({ vpcId: from("vpc.id") }, { policy: policy("s3:GetObject", arn) });
    await assertSays(forbidPublicBucket, { vpc, it: own }, [
      undecidedOf("AccessPoint 'it': 'vpcConfiguration.vpcId' is", must),
    ]);
    await assertSays(forbidPublicBucket, { vpc, it: own }, [], { phase: "deployed" });
  });
});
