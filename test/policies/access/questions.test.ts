// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import {
  callsOf,
  check,
  confinedToEndpoint,
  type Document,
  notOpenThroughServices,
  notPublic,
  onBucket,
  onlyThesePrincipals,
  onlyThisAccount,
  type Property,
  tlsOnly,
} from "../../../policies/access";

const account = "111122223333";
const bucketArn = "arn:aws:s3:::box";
const apiArn = `arn:aws:execute-api:eu-central-1:${account}:a1b2c3`;
const backend = `arn:aws:iam::${account}:role/backend`;

function policy(...statements: object[]): Document {
  const Statement = statements.map((statement) => ({
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
    ...statement,
  }));
  return { name: "policy", kind: "resource", content: { Version: "2012-10-17", Statement } };
}

function holds(property: Property): boolean | undefined {
  return check(property).holds;
}

function sentence(property: Property): string {
  const { answer } = check(property);
  return answer.answer === "found" ? answer.sentence : answer.answer;
}

function openWith(...statements: object[]): boolean {
  return holds(notPublic({ documents: [policy(...statements)] })) === false;
}

const condition = (operator: string, key: string, ...values: string[]) => ({
  Condition: { [operator]: { [key]: values } },
});

describe("questions: strangers", () => {
  it("finds everyone in every spelling, and NotPrincipal", () => {
    for (const Principal of ["*", { AWS: "*" }, { AWS: [backend, "*"] }]) {
      assert.ok(openWith({ Principal }));
    }
    assert.ok(openWith({ Principal: undefined, NotPrincipal: { AWS: account } }));
    assert.ok(!openWith({ Principal: { AWS: account } }));
    assert.ok(!openWith({ Principal: { Service: "lambda.amazonaws.com" } }));
    assert.ok(!openWith({ Principal: { CanonicalUser: "79a59df9" } }));
    assert.ok(
      !openWith({
        Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" },
      }),
    );
  });

  const narrowing: readonly [string, string, string][] = [
    ["StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"],
    ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/r-ab12/*"],
    ["ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/r-ab12/ou-1/"],
    ["StringEquals", "aws:PrincipalAccount", account],
    ["ArnLike", "aws:PrincipalArn", `arn:aws:iam::${account}:role/*`],
    ["ArnEquals", "aws:PrincipalArn", backend],
    ["StringEquals", "kms:CallerAccount", account],
    ["StringEquals", "aws:SourceAccount", account],
    ["StringEquals", "aws:SourceOwner", account],
    ["StringEquals", "aws:userid", "AROAEXAMPLE:app"],
    ["StringEquals", "s3:DataAccessPointAccount", account],
    ["ArnLike", "s3:DataAccessPointArn", `arn:aws:s3:eu-central-1:${account}:accesspoint/*`],
    ["StringLike", "s3:DataAccessPointArn", `arn:aws:s3:eu-central-1:${account}:accesspoint/*`],
    ["StringEquals", "aws:SourceOrgID", "o-a1b2c3d4e5"],
    ["ForAnyValue:StringLike", "aws:SourceOrgPaths", "o-a1b2c3d4e5/*"],
    ["ArnLike", "aws:SourceArn", `arn:aws:sns:*:${account}:*`],
    ["ArnEquals", "aws:SourceArn", "arn:aws:s3:::box"],
    ["StringLike", "aws:SourceArn", `arn:aws:sns:eu-central-1:${account}:topic*`],
    ["StringEquals", "aws:SourceVpc", "vpc-1"],
    ["StringEquals", "aws:SourceVpce", "vpce-1"],
    ["StringLike", "aws:SourceVpce", "vpce-1"],
    ["IpAddress", "aws:SourceIp", "10.0.0.0/8"],
    ["IpAddress", "aws:SourceIp", "203.0.113.7"],
  ];
  for (const [operator, key, value] of narrowing) {
    it(`is narrowed by ${operator} of ${key} with ${value}`, () => {
      assert.ok(!openWith(condition(operator, key, value)));
    });
  }

  const open: readonly [string, string, ...string[]][] = [
    ["StringLike", "aws:PrincipalOrgID", "o-*"],
    ["StringLike", "aws:PrincipalOrgID", "*"],
    ["StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"],
    ["StringEqualsIfExists", "aws:PrincipalOrgID", "o-a1b2c3d4e5"],
    ["ForAllValues:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/*"],
    ["ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "*/r-ab12/*"],
    ["ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/backend"],
    ["StringLike", "aws:PrincipalAccount", "1111*"],
    ["ArnLike", "aws:SourceArn", "arn:aws:s3:::box-*"],
    ["ArnLike", "aws:SourceArn", "arn:aws:*:*:*:*"],
    ["StringLike", "aws:SourceVpce", "vpce-*"],
    ["StringEqualsIfExists", "aws:SourceVpce", "vpce-1"],
    ["Null", "aws:SourceVpce", "false"],
    ["StringEquals", "aws:ResourceOrgID", "o-a1b2c3d4e5"],
    ["StringEquals", "kms:ViaService", "s3.eu-central-1.amazonaws.com"],
    ["StringEquals", "aws:PrincipalTag/team", "red"],
    ["StringEquals", "aws:UserAgent", "secret"],
    ["IpAddress", "aws:SourceIp", "0.0.0.0/0"],
    ["IpAddress", "aws:SourceIp", "::/0"],
    ["IpAddress", "aws:SourceIp", "0.0.0.0/1", "128.0.0.0/1"],
    ["IpAddress", "aws:SourceIp", "64.0.0.0/7"],
    ["IpAddress", "aws:SourceIp", "2001:db8::/31"],
    ["StringLike", "aws:userid", "AROAEXAMPLE:*"],
    ["StringLike", "s3:DataAccessPointAccount", "1111*"],
    ["ArnLike", "s3:DataAccessPointArn", "arn:aws:s3:eu-central-1:*:accesspoint/*"],
    ["NotIpAddress", "aws:SourceIp", "10.0.0.0/8"],
    ["Bool", "aws:SecureTransport", "true"],
  ];
  for (const [operator, key, ...values] of open) {
    it(`is not narrowed by ${operator} of ${key} with ${values.join(" and ")}`, () => {
      assert.ok(openWith(condition(operator, key, ...values)));
    });
  }

  it("proves nothing of a pattern that AWS does not document", () => {
    for (const key of ["aws:SourceArn", "aws:PrincipalArn"]) {
      const documents = [policy(condition("ArnLike", key, "*"))];
      const { holds: isClosed, answer } = check(notPublic({ documents }));
      assert.equal(isClosed, undefined);
      assert.equal(answer.answer === "undecided" && answer.kind, "undecidable");
    }
  });

  it("sees a deny that shuts out strangers, and one that misses some", () => {
    const deny = (members: object) => ({ Effect: "Deny", Action: "s3:*", ...members });
    const others = condition("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5");
    const resources = { Resource: [bucketArn, `${bucketArn}/*`] };
    assert.ok(!openWith({}, deny({ ...resources, ...others })));
    assert.ok(openWith({}, deny({ Resource: bucketArn, ...others })));
    const ifExists = condition("StringNotEqualsIfExists", "aws:SourceVpce", "vpce-1");
    assert.ok(!openWith({}, deny({ ...resources, ...ifExists })));
    const present = condition("Null", "aws:SourceVpce", "false");
    assert.ok(openWith({}, deny({ ...resources, ...present })));
  });

  it("says how a stranger gets in", () => {
    const { Condition } = condition("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/backend*");
    assert.equal(
      sentence(notPublic({ documents: [policy({ Sid: "AllowBackend", Condition })] })),
      "the role arn:aws:iam::444455556666:role/backendexample does s3:GetObject on " +
        'arn:aws:s3:::box/example: allowed by statement "AllowBackend" of the policy, denied by ' +
        "none",
    );
  });

  it("asks whether a service acts for strangers apart from that", () => {
    const Principal = { Service: "sns.amazonaws.com" };
    const through = (...statements: object[]) =>
      holds(notOpenThroughServices({ documents: [policy(...statements)] }));
    assert.equal(through({ Principal }), false);
    assert.equal(
      through({ Principal, ...condition("ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:topic") }),
      false,
    );
    assert.equal(
      through({ Principal, ...condition("StringEquals", "aws:SourceAccount", account) }),
      true,
    );
    assert.equal(through({ Principal: { AWS: account } }), true);
  });
});

describe("questions: callers, endpoints and transport", () => {
  const among = callsOf(apiArn);
  const invoke = { Action: "execute-api:Invoke", Resource: `${apiArn}/*` };
  const allowBackend = { Sid: "AllowBackend", ...invoke, Principal: { AWS: backend } };
  const denyOthers = (...arns: string[]) => ({
    Effect: "Deny",
    ...invoke,
    ...condition("ArnNotLike", "aws:PrincipalArn", ...arns),
  });
  const only = (...statements: object[]) =>
    onlyThesePrincipals({
      documents: [policy(...statements)],
      principalArns: [backend],
      accountId: account,
      among,
    });

  it("proves that only the backend calls", () => {
    assert.deepEqual(check(only(allowBackend, denyOthers(backend))), {
      holds: true,
      answer: { answer: "none" },
    });
  });

  it("finds others of the account, whom nothing denies", () => {
    assert.equal(
      sentence(only(allowBackend)),
      `the role arn:aws:iam::${account}:role/example does execute-api:Invoke on ` +
        `${apiArn}/example: not denied by the policy`,
    );
  });

  it("finds the roles that a wildcard lets through besides", () => {
    assert.equal(
      sentence(only(allowBackend, denyOthers(backend, `${backend}-*`))),
      `the role ${backend}-example does execute-api:Invoke on ${apiArn}/example: not denied by the policy`,
    );
  });

  it("finds a grant to anyone else", () => {
    assert.equal(
      holds(
        only(
          allowBackend,
          { ...invoke, Principal: { AWS: account } },
          denyOthers(`arn:aws:iam::${account}:*`),
        ),
      ),
      false,
    );
  });

  it("asks for another account than the one that may", () => {
    const property = (...statements: object[]) =>
      onlyThisAccount({ documents: [policy(...statements)], accountId: account });
    assert.equal(holds(property({ Principal: { AWS: account } })), true);
    assert.equal(holds(property({ Principal: { AWS: [account, "123456789012"] } })), false);
  });

  it("asks for another endpoint, and for none", () => {
    const confined = (...statements: object[]) =>
      confinedToEndpoint({ documents: [policy(...statements)], vpcEndpointIds: ["vpce-1"], among });
    const deny = { Effect: "Deny", ...invoke };
    assert.equal(
      holds(confined({ ...deny, ...condition("StringNotEquals", "aws:SourceVpce", "vpce-1") })),
      true,
    );
    assert.equal(
      sentence(
        confined({
          ...deny,
          Action: "execute-api:*",
          ...condition("StringNotEqualsIfExists", "aws:SourceVpce", "vpce-1"),
          ...condition("Null", "aws:SourceVpce", "false"),
        }),
      ),
      `an anonymous caller does execute-api:Invoke on ${apiArn}/example without aws:SourceVpce: ` +
        "not denied by the policy",
    );
  });

  it("asks the bucket and what is in it for plain HTTP, each for its own actions", () => {
    const tls = (Resource: string[]) =>
      tlsOnly({
        documents: [
          policy({
            Effect: "Deny",
            Action: "s3:*",
            Resource,
            ...condition("Bool", "aws:SecureTransport", "false"),
          }),
        ],
        among: onBucket(bucketArn),
      });
    assert.equal(holds(tls([bucketArn, `${bucketArn}/*`])), true);
    assert.equal(
      sentence(tls([bucketArn])),
      `an anonymous caller does s3:AbortMultipartUpload on ${bucketArn}/example over plain ` +
        "HTTP: not denied by the policy",
    );
    assert.match(sentence(tls([`${bucketArn}/*`])), / on arn:aws:s3:::box over plain HTTP/);
  });
});
