// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/** Properties of our own documents, and of the kinds of documents that rules meet, with what must come out. */

import { bucketPolicy } from "../../../components/recording-storage/documents/bucket-policy";
import { readerPolicy } from "../../../components/recording-storage/documents/reader-policy";
import { storageKeyPolicy } from "../../../components/recording-storage/documents/storage-key-policy";
import { routesOf } from "../../../components/token-service/contract/routes";
import { apiEndpointPolicy } from "../../../components/token-service/documents/api-endpoint-policy";
import { apiPolicy } from "../../../components/token-service/documents/api-policy";
import { backendPolicy } from "../../../components/token-service/documents/backend-policy";
import { methodArns } from "../../../components/token-service/documents/method-arns";
import { secretPolicy } from "../../../components/token-service/documents/secret-policy";
import {
  acceptsUploadsWithoutHeaders,
  callsOf,
  confinedToEndpoint,
  type Document,
  manageable,
  notPublic,
  on,
  onBucket,
  onlyTheseActions,
  onlyThesePrincipals,
  onlyTheseResources,
  onlyThisAccount,
  type Property,
  refused,
  refusesOtherKeys,
  refusesUploadersOwnKeys,
  tlsOnly,
} from "../../../policies/access";

interface Place {
  readonly partition: string;
  readonly awsRegion: string;
}

const accountId = "111122223333";

/** What must be true of one data centre. */
export function platformProperties({ partition, awsRegion }: Place): readonly Property[] {
  const arn = (service: string, rest: string, region = awsRegion) =>
    `arn:${partition}:${service}:${region}:${accountId}:${rest}`;
  const role = (name: string) => arn("iam", `role/${name}`, "");
  const api = {
    executionArn: arn("execute-api", "a1b2c3d4e5"),
    stageName: "live",
    routes: routesOf("issued"),
  };
  const backends = [role("app-backend"), role("app-worker")];
  const bucketArn = `arn:${partition}:s3:::recordings-eu`;
  const keyArn = arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
  const secretArn = arn("secretsmanager", "secret:app-certificate-AbCdEf");
  const readers = [role("token-function"), role("security")];
  const resource = (name: string, content: string): Document => ({
    name,
    kind: "resource",
    content,
  });
  const identity = (name: string, content: string): Document => ({
    name,
    kind: "identity",
    content,
  });

  const apiDocument = resource(
    "API policy",
    apiPolicy({
      ...api,
      callerRoleArns: backends,
      temporaryCallers: [{ roleArn: backends[1] ?? "", until: "2027-01-31T23:59:59Z" }],
      vpcEndpointId: "vpce-0a1b2c3d4e5f60719",
    }),
  );
  const endpoint: Document = {
    name: "endpoint policy",
    kind: "endpoint",
    content: apiEndpointPolicy({ ...api, callerRoleArns: backends }),
  };
  const secret = resource(
    "secret's policy",
    secretPolicy({
      secretArn,
      functionRoleArn: readers[0] ?? "",
      administratorRoleArns: readers.slice(1),
    }),
  );
  const playback = { presignedReadSeconds: 900, coursewareRead: "none" } as const;
  const bucket = resource("bucket policy", bucketPolicy({ bucketArn, keyArn, ...playback }));
  const key = resource(
    "key policy",
    storageKeyPolicy({ awsRegion, accountId, bucketArns: [bucketArn] }),
  );
  const reader = identity(
    "reader policy",
    readerPolicy({ awsRegion, bucketArn, keyArn, ...playback }),
  );
  const calls = callsOf(api.executionArn);
  const reads = [{ actions: ["secretsmanager:GetSecretValue"], resources: [secretArn] }];
  return [
    onlyThesePrincipals({
      documents: [apiDocument],
      principalArns: backends,
      accountId,
      among: calls,
    }),
    onlyThesePrincipals({
      documents: [apiDocument, endpoint],
      principalArns: backends,
      among: calls,
    }),
    confinedToEndpoint({
      documents: [apiDocument],
      vpcEndpointIds: ["vpce-0a1b2c3d4e5f60719"],
      among: calls,
    }),
    onlyTheseResources({ documents: [apiDocument], resources: methodArns(api), among: calls }),
    onlyTheseResources({
      documents: [identity("backend policy", backendPolicy(api))],
      resources: methodArns(api),
    }),
    notPublic({ documents: [apiDocument], among: calls }),
    onlyThesePrincipals({ documents: [secret], principalArns: readers, accountId, among: reads }),
    notPublic({ documents: [secret] }),
    onlyThisAccount({ documents: [key], accountId, among: on("key", keyArn) }),
    manageable({ documents: [key], accountId, keyArn }),
    notPublic({ documents: [key] }),
    notPublic({ documents: [bucket], among: onBucket(bucketArn) }),
    tlsOnly({ documents: [bucket], among: onBucket(bucketArn) }),
    refusesOtherKeys({ documents: [bucket], bucketArn, keyArn }),
    refusesUploadersOwnKeys({ documents: [bucket], bucketArn }),
    ...bucketRefusals(bucketArn).map((refusal) => refused({ documents: [bucket], ...refusal })),
    acceptsUploadsWithoutHeaders({ documents: [bucket], bucketArn }),
    onlyTheseActions({
      documents: [reader],
      actions: ["s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "kms:Decrypt"],
    }),
    onlyTheseResources({ documents: [reader], resources: [bucketArn, `${bucketArn}/*`, keyArn] }),
  ];
}

/** What our bucket refuses besides: old TLS, old signatures, URLs for class files. */
function bucketRefusals(bucketArn: string) {
  const objects = (actions: readonly string[], folder = "") => [
    { actions, resources: [`${bucketArn}/${folder}*`] },
  ];
  const olderThan = (seconds: number) => [
    { Condition: { NumericGreaterThan: { "s3:signatureAge": `${seconds * 1000}` } } },
  ];
  return [
    {
      says: "not over TLS 1.1",
      where: [{ Condition: { NumericEquals: { "s3:TlsVersion": "1.1" } } }],
      among: onBucket(bucketArn),
    },
    {
      says: "no read with an old signature",
      where: olderThan(900),
      among: objects(["s3:GetObject", "s3:GetObjectVersion"]),
    },
    {
      says: "no upload with an old signature",
      where: olderThan(86_400),
      among: objects(["s3:PutObject"]),
    },
    {
      says: "no signed read of a class file",
      where: [{ Condition: { StringEquals: { "s3:authType": "REST-QUERY-STRING" } } }],
      among: objects(["s3:GetObject", "s3:GetObjectVersion"], "courseware/"),
    },
  ];
}
