// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { forbidEdgeService as rule } from "../../../../policies/rules/regions/forbid-edge-service";
import { from, kindOf, one, type ProgramResource } from "../../../support/pack/program";
import { providerTypes } from "../../../support/pack/provider";
import { ruleSpec } from "../../../support/pack/rule-spec";

/** A type, its properties and the value that is judged. */
type Located = readonly [string, ProgramResource["properties"], string];

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

const { notApplicable, complies, violates, undecided } = ruleSpec(rule, {
  must: "data must stay in the region of the resource",
});
const functions = ruleSpec(rule, { must: "functions must run in the region of the resource" });

describe("forbid-edge-service", () => {
  notApplicable({
    "a cache policy, which serves nothing itself": one("aws:cloudfront/cachePolicy:CachePolicy"),
  });

  const keepsCopies = "CloudFront keeps copies in points of presence all over the world";
  const runs = "CloudFront runs it in points of presence all over the world";

  for (const [type, because] of Object.entries({
    "aws:cloudfront/distribution:Distribution": keepsCopies,
    "aws:cloudfront/function:Function": runs,
    "aws:lightsail/distribution:Distribution": keepsCopies,
    "aws:globalaccelerator/accelerator:Accelerator":
      "Global Accelerator takes traffic in wherever it arises",
    "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint":
      "a multi-region access point sends requests to whichever region is nearest",
    "aws-native:cloudfront:ConnectionGroup": keepsCopies,
    "aws-native:cloudfront:DistributionTenant": keepsCopies,
    "aws-native:cloudfront:ConnectionFunction": runs,
    "aws-native:cloudfront:Distribution": keepsCopies,
  })) {
    violates({ [type]: [one(type), `${kindOf(type)} 'it': 'type' is at the edge: ${because}`] });
  }

  for (const [type, properties, where] of [
    [
      "aws:cognito/userPoolDomain:UserPoolDomain",
      (certificateArn: unknown) => ({ domain: "sign-in.example.org", certificateArn }),
      "UserPoolDomain 'it': 'certificateArn'",
    ],
    [
      "aws-native:cognito:UserPoolDomain",
      (certificateArn: unknown) => ({
        domain: "sign-in.example.org",
        customDomainConfig: { certificateArn },
      }),
      "UserPoolDomain 'it': 'customDomainConfig.certificateArn'",
    ],
  ] as const) {
    const what = `${where} is set, and CloudFront serves sign-ins at a domain with a certificate`;

    for (const arn of [
      "arn:aws:acm:us-east-1:111122223333:certificate/1",
      from("certificate.arn"),
    ]) {
      violates({
        [`${type} with a domain name of its own, ${arn}`]: [
          {
            certificate: { type: "aws:acm/certificate:Certificate" },
            ...one(type, properties(arn)),
          },
          what,
        ],
      });
    }

    for (const properties of [{ domain: "classroom" }, { certificateArn: "" }]) {
      complies({
        [`${type} with a domain name of Cognito, ${JSON.stringify(properties)}`]: one(
          type,
          properties,
        ),
      });
    }
  }

  for (const [type, properties, where] of [
    [
      "aws:s3/bucket:Bucket",
      (accelerationStatus: unknown) => ({ accelerationStatus }),
      "Bucket 'it': 'accelerationStatus'",
    ],
    [
      "aws:s3/bucketV2:BucketV2",
      (accelerationStatus: unknown) => ({ accelerationStatus }),
      "BucketV2 'it': 'accelerationStatus'",
    ],
    [
      "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration",
      (status: unknown) => ({ bucket: "recordings", status }),
      "BucketAccelerateConfiguration 'it': 'status'",
    ],
    [
      "aws:s3/bucketAccelerateConfigurationV2:BucketAccelerateConfigurationV2",
      (status: unknown) => ({ bucket: "recordings", status }),
      "BucketAccelerateConfigurationV2 'it': 'status'",
    ],
    [
      "aws-native:s3:Bucket",
      (accelerationStatus: unknown) => ({ accelerateConfiguration: { accelerationStatus } }),
      "Bucket 'it': 'accelerateConfiguration.accelerationStatus'",
    ],
  ] as const) {
    const what = `${where} is Enabled, which takes uploads in at points of presence`;

    violates({ [`${type} accelerates transfers`]: [one(type, properties("Enabled")), what] });

    complies({
      [`${type} has acceleration suspended`]: one(type, properties("Suspended")),
      [`${type} without a setting`]: one(type),
    });

    undecided({
      [`${type} has a status that is not known`]: [
        one(type, properties(from("command.stdout"))),
        `${where} is`,
      ],
    });
  }

  for (const [shape, [type, properties, where]] of Object.entries<Located>({
    "a role's trust policy as text": [
      "aws:iam/role:Role",
      { assumeRolePolicy: JSON.stringify(trust(edge)) },
      "Role 'it': 'assumeRolePolicy'",
    ],
    "a role's trust policy as an object": [
      "aws:iam/role:Role",
      { assumeRolePolicy: trust(edge) },
      "Role 'it': 'assumeRolePolicy'",
    ],
    "a permission's principal": [
      "aws:lambda/permission:Permission",
      { principal: edge },
      "Permission 'it': 'principal'",
    ],
    "a permission's principal in another letter case": [
      "aws:lambda/permission:Permission",
      { principal: "EdgeLambda.amazonaws.com" },
      "Permission 'it': 'principal'",
    ],
    "a role of aws-native": [
      "aws-native:iam:Role",
      { assumeRolePolicyDocument: trust(edge) },
      "Role 'it': 'assumeRolePolicyDocument'",
    ],
  })) {
    functions.violates({
      [`Lambda@Edge in ${shape}`]: [
        one(type, properties),
        `${where} names ${edge}, which runs functions in points of presence`,
      ],
    });
  }

  complies({
    "a role that functions of a region assume": one("aws:iam/role:Role", {
      assumeRolePolicy: trust("states.amazonaws.com"),
    }),
  });

  const trustOfSibling = (Principal: unknown) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal }],
  });
  for (const [whom, assumeRolePolicy] of Object.entries({
    "an identity provider of the stack, in an object": trustOfSibling({
      Federated: from("provider.arn"),
    }),
    "an identity provider of the stack, in a text, which limit-role-trust judges": JSON.stringify(
      trustOfSibling({ Federated: from("provider.arn") }),
    ),
    "everybody, which limit-role-trust judges": trustOfSibling("*"),
    "an account, in a text": JSON.stringify(trustOfSibling({ AWS: "111122223333" })),
    "nobody at the edge, by a Deny": {
      Statement: [{ Effect: "Deny", Action: "sts:AssumeRole", Principal: { Service: edge } }],
    },
    "nobody, in a text that is not a policy": "edgelambda.amazonaws.com",
  })) {
    complies({
      [`a role that trusts ${whom}`]: {
        provider: { type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider" },
        ...one("aws:iam/role:Role", { assumeRolePolicy }),
      },
    });
  }

  for (const [what, [type, properties, where]] of Object.entries<Located>({
    "a role that trusts a service": [
      "aws:iam/role:Role",
      { assumeRolePolicy: trust(from("command.stdout")) },
      "Role 'it': 'assumeRolePolicy.Statement[0].Principal.Service[1]' is",
    ],
    "a role of aws-native that trusts somebody": [
      "aws-native:iam:Role",
      { assumeRolePolicyDocument: trustOfSibling(from("command.stdout")) },
      "Role 'it': 'assumeRolePolicyDocument.Statement[0].Principal' is",
    ],
    "a permission of somebody": [
      "aws:lambda/permission:Permission",
      { principal: from("command.stdout") },
      "Permission 'it': 'principal' is",
    ],
  })) {
    functions.undecided({ [`${what} who is not known`]: [one(type, properties), where] });
  }

  it("leaves out no type of CloudFront and Global Accelerator that the installed provider has", () => {
    const judged = Object.keys(rule.validator.resource ?? {});
    const rest = providerTypes(/^(cloudfront|globalaccelerator)$/)
      .map(({ token }) => token)
      .filter((token) => !judged.includes(token));
    assert.deepEqual(
      rest.map(kindOf).sort(),
      // Settings and keys of resources that are judged themselves.
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
