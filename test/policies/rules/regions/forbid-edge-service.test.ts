// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { from } from "../../../../policies/framework/rule";
import { forbidEdgeService as rule } from "../../../../policies/rules/regions/forbid-edge-service";
import type { Program, ProgramResource } from "../../../support/pack/program";
import { providerTypes } from "../../../support/pack/provider";
import {
  assertAlwaysSays,
  assertCompliant,
  assertNotApplicable,
  assertSays,
  undecidedOf,
  violationOf,
} from "../../../support/pack/verdicts";

const must = "data must stay in the region of the resource";
const mustRun = "functions must run in the region of the resource";
const isAtTheEdge = (what: string) => violationOf(rule, `${what}; ${must}`);
const one = (type: string, properties: ProgramResource["properties"] = {}): Program => ({
  thing: { type, properties },
});

const trust = (service: string) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: ["lambda.amazonaws.com", service] },
    },
  ],
});
const edge = "edgelambda.amazonaws.com";

describe("forbid-edge-service", () => {
  it("not applicable: a cache policy, which serves nothing by itself", () =>
    assertNotApplicable(rule, one("aws:cloudfront/cachePolicy:CachePolicy")));

  const services: Record<string, string> = {
    "aws:cloudfront/distribution:Distribution":
      "Distribution 'thing': 'type' is at the edge: CloudFront keeps copies in points of presence all over the world",
    "aws:cloudfront/function:Function":
      "Function 'thing': 'type' is at the edge: CloudFront runs it in points of presence all over the world",
    "aws:lightsail/distribution:Distribution":
      "Distribution 'thing': 'type' is at the edge: CloudFront keeps copies in points of presence all over the world",
    "aws:globalaccelerator/accelerator:Accelerator":
      "Accelerator 'thing': 'type' is at the edge: Global Accelerator takes traffic in wherever it arises",
    "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint":
      "MultiRegionAccessPoint 'thing': 'type' is at the edge: a multi-region access point sends requests to whichever region is nearest",
    "aws-native:cloudfront:ConnectionGroup":
      "ConnectionGroup 'thing': 'type' is at the edge: CloudFront keeps copies in points of presence all over the world",
    "aws-native:cloudfront:DistributionTenant":
      "DistributionTenant 'thing': 'type' is at the edge: CloudFront keeps copies in points of presence all over the world",
    "aws-native:cloudfront:ConnectionFunction":
      "ConnectionFunction 'thing': 'type' is at the edge: CloudFront runs it in points of presence all over the world",
    "aws-native:cloudfront:Distribution":
      "Distribution 'thing': 'type' is at the edge: CloudFront keeps copies in points of presence all over the world",
  };
  for (const [type, what] of Object.entries(services)) {
    it(`violation: ${type}`, () => assertAlwaysSays(rule, one(type), [isAtTheEdge(what)]));
  }

  const domains: [string, (certificateArn: unknown) => ProgramResource["properties"], string][] = [
    [
      "aws:cognito/userPoolDomain:UserPoolDomain",
      (certificateArn) => ({ domain: "sign-in.example.org", certificateArn }),
      "UserPoolDomain 'thing': 'certificateArn'",
    ],
    [
      "aws-native:cognito:UserPoolDomain",
      (certificateArn) => ({
        domain: "sign-in.example.org",
        customDomainConfig: { certificateArn },
      }),
      "UserPoolDomain 'thing': 'customDomainConfig.certificateArn'",
    ],
  ];
  for (const [type, properties, where] of domains) {
    const what = `${where} is set, and CloudFront serves sign-ins at a domain with a certificate`;
    for (const arn of [
      "arn:aws:acm:us-east-1:111122223333:certificate/1",
      from("certificate.arn"),
    ]) {
      it(`violation: ${type} with a name of its own, ${arn}`, () =>
        assertAlwaysSays(
          rule,
          {
            certificate: { type: "aws:acm/certificate:Certificate" },
            ...one(type, properties(arn)),
          },
          [isAtTheEdge(what)],
        ));
    }
    for (const properties of [{ domain: "classroom" }, { certificateArn: "" }]) {
      it(`compliant: ${type} with a name of Cognito's, ${JSON.stringify(properties)}`, () =>
        assertCompliant(rule, one(type, properties)));
    }
  }

  const accelerated: [string, (status: unknown) => ProgramResource["properties"], string][] = [
    [
      "aws:s3/bucket:Bucket",
      (accelerationStatus) => ({ accelerationStatus }),
      "Bucket 'thing': 'accelerationStatus'",
    ],
    [
      "aws:s3/bucketV2:BucketV2",
      (accelerationStatus) => ({ accelerationStatus }),
      "BucketV2 'thing': 'accelerationStatus'",
    ],
    [
      "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration",
      (status) => ({ bucket: "recordings", status }),
      "BucketAccelerateConfiguration 'thing': 'status'",
    ],
    [
      "aws:s3/bucketAccelerateConfigurationV2:BucketAccelerateConfigurationV2",
      (status) => ({ bucket: "recordings", status }),
      "BucketAccelerateConfigurationV2 'thing': 'status'",
    ],
    [
      "aws-native:s3:Bucket",
      (accelerationStatus) => ({ accelerateConfiguration: { accelerationStatus } }),
      "Bucket 'thing': 'accelerateConfiguration.accelerationStatus'",
    ],
  ];
  for (const [type, properties, where] of accelerated) {
    const what = `${where} is Enabled, which takes uploads in at points of presence`;
    it(`violation: ${type} accelerates transfers`, () =>
      assertAlwaysSays(rule, one(type, properties("Enabled")), [isAtTheEdge(what)]));
    it(`compliant: ${type} has acceleration suspended`, () =>
      assertCompliant(rule, one(type, properties("Suspended"))));
    it(`compliant: ${type} says nothing`, () => assertCompliant(rule, one(type)));
    it(`undecidable: ${type} has a status that is not known`, () =>
      assertSays(
        rule,
        {
          command: { type: "command:local:Command" },
          ...one(type, properties(from("command.stdout"))),
        },
        [undecidedOf(`${where} is`, must)],
      ));
  }

  const functions: Record<string, [string, ProgramResource["properties"], string]> = {
    "a role's trust policy as text": [
      "aws:iam/role:Role",
      { assumeRolePolicy: JSON.stringify(trust(edge)) },
      "Role 'thing': 'assumeRolePolicy'",
    ],
    "a role's trust policy as an object": [
      "aws:iam/role:Role",
      { assumeRolePolicy: trust(edge) },
      "Role 'thing': 'assumeRolePolicy'",
    ],
    "a permission's principal": [
      "aws:lambda/permission:Permission",
      { principal: edge },
      "Permission 'thing': 'principal'",
    ],
    "a permission's principal in other letters": [
      "aws:lambda/permission:Permission",
      { principal: "EdgeLambda.amazonaws.com" },
      "Permission 'thing': 'principal'",
    ],
    "a role of aws-native": [
      "aws-native:iam:Role",
      { assumeRolePolicyDocument: trust(edge) },
      "Role 'thing': 'assumeRolePolicyDocument'",
    ],
  };
  for (const [shape, [type, properties, where]] of Object.entries(functions)) {
    it(`violation: Lambda@Edge in ${shape}`, () =>
      assertAlwaysSays(rule, one(type, properties), [
        violationOf(
          rule,
          `${where} names ${edge}, which runs functions in points of presence; ${mustRun}`,
        ),
      ]));
  }

  it("compliant: a role that functions in a region take on", () =>
    assertCompliant(
      rule,
      one("aws:iam/role:Role", { assumeRolePolicy: trust("states.amazonaws.com") }),
    ));

  const trustOfSibling = (Principal: unknown) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal }],
  });
  const roles: Record<string, unknown> = {
    "an identity provider of the stack, in an object": trustOfSibling({
      Federated: from("provider.arn"),
    }),
    "an identity provider of the stack, in a text, which limit-role-trust asks about":
      JSON.stringify(trustOfSibling({ Federated: from("provider.arn") })),
    "everybody, which limit-role-trust judges": trustOfSibling("*"),
    "an account, in a text": JSON.stringify(trustOfSibling({ AWS: "111122223333" })),
    "nobody at the edge, by a Deny": {
      Statement: [{ Effect: "Deny", Action: "sts:AssumeRole", Principal: { Service: edge } }],
    },
    "nobody, in a text that is no policy": "edgelambda.amazonaws.com",
  };
  for (const [whom, assumeRolePolicy] of Object.entries(roles)) {
    it(`compliant: a role that trusts ${whom}`, () =>
      assertCompliant(rule, {
        provider: { type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider" },
        ...one("aws:iam/role:Role", { assumeRolePolicy }),
      }));
  }

  const unknownPrincipals: Record<string, [string, ProgramResource["properties"], string]> = {
    "a role that trusts a service": [
      "aws:iam/role:Role",
      { assumeRolePolicy: trust(from("command.stdout")) },
      "Role 'thing': 'assumeRolePolicy.Statement[0].Principal.Service[1]' is",
    ],
    "a role of aws-native that trusts somebody": [
      "aws-native:iam:Role",
      { assumeRolePolicyDocument: trustOfSibling(from("command.stdout")) },
      "Role 'thing': 'assumeRolePolicyDocument.Statement[0].Principal' is",
    ],
    "a permission of somebody": [
      "aws:lambda/permission:Permission",
      { principal: from("command.stdout") },
      "Permission 'thing': 'principal' is",
    ],
  };
  for (const [what, [type, properties, where]] of Object.entries(unknownPrincipals)) {
    it(`undecidable: ${what} who is not known`, () =>
      assertSays(rule, { command: { type: "command:local:Command" }, ...one(type, properties) }, [
        undecidedOf(where, mustRun),
      ]));
  }

  it("leaves out nothing in CloudFront and Global Accelerator that the installed provider has", () => {
    const judged = Object.keys(rule.validator.resource ?? {});
    const rest = providerTypes(/^(cloudfront|globalaccelerator)$/)
      .map(({ token }) => token)
      .filter((token) => !judged.includes(token));
    assert.deepEqual(
      rest.map((token) => token.split(":").at(-1)).sort(),
      // Settings and keys for a service that is judged itself.
      [
        "AnycastIpList",
        "CachePolicy",
        "ContinuousDeploymentPolicy",
        "CrossAccountAttachment",
        "CustomRoutingListener",
        "FieldLevelEncryptionConfig",
        "FieldLevelEncryptionProfile",
        "KeyGroup",
        "KeyvaluestoreKey",
        "KeyvaluestoreKeysExclusive",
        "Listener",
        "MonitoringSubscription",
        "OriginAccessControl",
        "OriginAccessIdentity",
        "OriginRequestPolicy",
        "PublicKey",
        "RealtimeLogConfig",
        "ResponseHeadersPolicy",
        "TrustStore",
        "VpcOrigin",
      ],
    );
  });
});
