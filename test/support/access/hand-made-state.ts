// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import type { Intent } from "../../../local/prove/configuration";
import { State, type StateResource } from "../../../local/prove/state";

/** One statement of a document. */
export type Statement = Record<string, unknown>;

/** The statements of each document of a data centre, to be broken one at a time. */
export type Documents = Record<string, Statement[]>;

/** A document's statement by its Sid. */
export function statement(documents: Documents, document: string, sid: string): Statement {
  const found = documents[document]?.find(({ Sid }) => Sid === sid);
  assert.ok(found, sid);
  return found;
}

const ACCOUNT = "123456789012";
export const BACKEND = "arn:aws:iam::111122223333:role/shop-backend";
export const ASIAN_BACKEND = "arn:aws:iam::111122223333:role/shop-backend-asia";

const REGIONS = { EU: "eu-west-1", AP: "ap-south-1" } as const;
type Name = keyof typeof REGIONS;

/** What the operator of the state below wants. */
export const intent: Intent = {
  dataCenters: [
    { name: "EU", awsRegion: REGIONS.EU, backendRoleArns: [BACKEND] },
    { name: "AP", awsRegion: REGIONS.AP, backendRoleArns: [ASIAN_BACKEND] },
  ],
  secretAdministratorArns: [],
  transfers: [],
};

/** A stack of two data centres whose resources and statements are not called as ours are. */
export function handMadeState({
  change = () => {},
  alter = (resources) => resources,
}: {
  readonly change?: (european: Documents) => void;
  readonly alter?: (resources: StateResource[]) => StateResource[];
} = {}): State {
  const european = documentsOf("EU");
  change(european);
  return new State(alter([...dataCenter("EU", european), ...dataCenter("AP", documentsOf("AP"))]));
}

const id = (name: Name) => name.toLowerCase();
const inRegion = (name: Name, service: string, rest: string) =>
  `arn:aws:${service}:${REGIONS[name]}:${ACCOUNT}:${rest}`;
const apiArn = (name: Name) => inRegion(name, "execute-api", `api${id(name)}`);
const secretArn = (name: Name) => inRegion(name, "secretsmanager", `secret:${id(name)}-AbCdEf`);
const keyArn = (name: Name) => inRegion(name, "kms", `key/${id(name)}`);
const bucketArn = (name: Name) => `arn:aws:s3:::shop-${id(name)}`;
const roleArn = (name: Name) => `arn:aws:iam::${ACCOUNT}:role/signer-${id(name)}`;
const policyArn = (what: string, name: Name) =>
  `arn:aws:iam::${ACCOUNT}:policy/${what}-${id(name)}`;
const backendOf = (name: Name) => ({ EU: BACKEND, AP: ASIAN_BACKEND })[name];

function documentsOf(name: Name): Documents {
  const everything = { Principal: "*", Resource: [bucketArn(name), `${bucketArn(name)}/*`] };
  const puts = { Principal: "*", Action: "s3:PutObject", Resource: `${bucketArn(name)}/*` };
  const account = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
  const algorithm = "s3:x-amz-server-side-encryption";
  const keyId = `${algorithm}-aws-kms-key-id`;
  const write = {
    Effect: "Allow",
    Action: ["s3:PutObject", "s3:AbortMultipartUpload"],
    Resource: `${bucketArn(name)}/lessons/*`,
  };
  const use = {
    Effect: "Allow",
    Action: ["kms:GenerateDataKey", "kms:Decrypt"],
    Resource: keyArn(name),
  };
  return {
    api: [
      {
        Sid: "Callers",
        Effect: "Allow",
        Principal: { AWS: backendOf(name) },
        Action: "execute-api:Invoke",
        Resource: "execute-api:/prod/POST/rooms/*/tokens",
      },
      {
        Sid: "NobodyElse",
        Effect: "Deny",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: "execute-api:/*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": backendOf(name) } },
      },
      {
        Sid: "NowhereElse",
        Effect: "Deny",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: "execute-api:/*",
        Condition: { StringNotEquals: { "aws:SourceVpce": `vpce-0${id(name)}` } },
      },
    ],
    secret: [
      {
        Sid: "NoOtherReader",
        Effect: "Deny",
        Principal: "*",
        Action: "secretsmanager:GetSecretValue",
        Resource: "*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": roleArn(name) } },
      },
    ],
    key: [{ Sid: "Account", Effect: "Allow", Principal: account, Action: "kms:*", Resource: "*" }],
    bucket: [
      {
        ...everything,
        Sid: "Tls",
        Effect: "Deny",
        Action: "s3:*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      {
        ...puts,
        Sid: "Algorithm",
        Effect: "Deny",
        Condition: {
          Null: { [algorithm]: "false" },
          StringNotEquals: { [algorithm]: "aws:kms" },
        },
      },
      {
        ...puts,
        Sid: "Key",
        Effect: "Deny",
        Condition: {
          Null: { [keyId]: "false" },
          StringNotEquals: { [keyId]: keyArn(name) },
        },
      },
      {
        ...puts,
        Sid: "KeyIsNamed",
        Effect: "Deny",
        Condition: {
          Null: { [algorithm]: "false", [keyId]: "true" },
        },
      },
      {
        ...puts,
        Sid: "KeyOfTheUploader",
        Effect: "Deny",
        Condition: { Null: { [`${algorithm}-customer-algorithm`]: "false" } },
      },
    ],
    writer: [{ ...write, Sid: "Write" }, use],
    boundary: [{ ...write, Sid: "AtMostWrite" }, use],
    reader: [
      { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: `${bucketArn(name)}/*` },
    ],
    signer: [
      {
        Sid: "ReadSecret",
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: secretArn(name),
      },
    ],
  };
}

function dataCenter(name: Name, documents: Documents): StateResource[] {
  const suffix = id(name);
  const provider = `urn:pulumi:live::shop::pulumi:providers:aws::${suffix}`;
  const of = (type: string, outputs: Record<string, unknown>, number = ""): StateResource => ({
    urn: `urn:pulumi:live::shop::${type}::${suffix}${number}`,
    type,
    id: String(outputs.id ?? outputs.arn),
    provider: `${provider}::1`,
    outputs,
  });
  const text = (document: string) =>
    JSON.stringify({ Version: "2012-10-17", Statement: documents[document] });
  const component = (type: string, outputs: Record<string, unknown>): StateResource => ({
    urn: `urn:pulumi:live::shop::${type}::${suffix}`,
    type,
    outputs,
  });
  const lambda = inRegion(name, "lambda", `function:signer-${suffix}`);
  const api = `api${suffix}`;
  const user = { name: `writer-${suffix}`, permissionsBoundary: policyArn("boundary", name) };
  return [
    { urn: provider, type: "pulumi:providers:aws", id: "1", inputs: { region: REGIONS[name] } },
    component("agora-classroom:index:TokenService", { apiId: api, secretArn: secretArn(name) }),
    component("agora-classroom:index:RecordingStorage", {
      bucketName: `shop-${suffix}`,
      bucketKeyArn: keyArn(name),
    }),
    of("aws:apigateway/restApi:RestApi", { id: api, executionArn: apiArn(name) }),
    of("aws:apigateway/restApiPolicy:RestApiPolicy", { restApiId: api, policy: text("api") }),
    of("aws:apigateway/resource:Resource", {
      id: "r1",
      restApi: api,
      path: "/rooms/{room}/tokens",
    }),
    of("aws:apigateway/method:Method", { restApi: api, resourceId: "r1", httpMethod: "POST" }),
    of("aws:apigateway/stage:Stage", { restApi: api, stageName: "prod" }),
    of("aws:apigateway/integration:Integration", {
      restApi: api,
      uri: `arn:aws:apigateway:${REGIONS[name]}:lambda:path/2015-03-31/functions/${lambda}/invocations`,
    }),
    of("aws:lambda/function:Function", { arn: lambda, role: roleArn(name) }),
    of("aws:ec2/vpcEndpoint:VpcEndpoint", {
      id: `vpce-0${suffix}`,
      serviceName: `com.amazonaws.${REGIONS[name]}.execute-api`,
    }),
    of("aws:secretsmanager/secret:Secret", { arn: secretArn(name) }),
    of("aws:secretsmanager/secretPolicy:SecretPolicy", {
      secretArn: secretArn(name),
      policy: text("secret"),
    }),
    of("aws:kms/key:Key", { arn: keyArn(name), keyId: suffix, policy: text("key") }),
    of("aws:s3/bucket:Bucket", { arn: bucketArn(name), bucket: `shop-${suffix}` }),
    of("aws:s3/bucketPolicy:BucketPolicy", { bucket: `shop-${suffix}`, policy: text("bucket") }),
    of("aws:iam/role:Role", { arn: roleArn(name), name: `signer-${suffix}` }),
    of("aws:iam/rolePolicy:RolePolicy", { role: `signer-${suffix}`, policy: text("signer") }),
    of("aws:iam/user:User", { ...user, arn: `arn:aws:iam::${ACCOUNT}:user/${user.name}` }),
    of("aws:iam/userPolicy:UserPolicy", { user: user.name, policy: text("writer") }),
    of("aws:iam/policy:Policy", { arn: policyArn("boundary", name), policy: text("boundary") }),
    of("aws:iam/policy:Policy", { arn: policyArn("reader", name), policy: text("reader") }, "-r"),
  ];
}
