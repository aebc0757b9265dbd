// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { AwsJsonClient } from "./aws-json-client";
import { CertificateCache } from "./certificate-cache";
import { DynamoDbClassroomRecords } from "./dynamodb-classroom-records";
import { type ProxyEvent, type ProxyResult, requestOf, resultOf } from "./proxy-event";
import { RequestLog } from "./request-log";
import { secretsManagerFetch } from "./secrets-manager";
import { readSettings, type Settings } from "./settings";
import { TokenApi } from "./token-api";
import { tokenRoutes } from "./token-routes";

const api = createApi(readSettings());

/** Lambda's entry point: one API Gateway REST proxy event in, one response out. */
export async function handler(
  event: ProxyEvent,
  context: { readonly awsRequestId: string },
): Promise<ProxyResult> {
  return resultOf(await api.respond(requestOf(event, context.awsRequestId)));
}

function createApi(settings: Settings): TokenApi {
  const { awsRegion, credentials, endpoints } = settings;
  const clock = Date.now;
  const secretsManager = new AwsJsonClient({
    service: "secretsmanager",
    target: "secretsmanager",
    protocol: "1.1",
    endpoint: endpoints.secretsManager,
    awsRegion,
    credentials,
    clock,
  });
  const certificates = new CertificateCache({
    fetch: secretsManagerFetch(secretsManager, settings.certificateSecretArn),
    onFailure: (error) => log.certificateFailed(error),
    clock,
  });
  const log = new RequestLog({
    functionName: settings.functionName,
    certificates,
    clock,
    write: (line) => process.stdout.write(`${line}\n`),
  });
  // After this module has loaded, so that loading the network stack does not delay the first request.
  setImmediate(() => certificates.prefetch());
  const routes = tokenRoutes({ ...settings, certificates, records: recordsOf(settings) });
  return new TokenApi({ routes, log, clock });
}

function recordsOf(settings: Settings): DynamoDbClassroomRecords | undefined {
  const { identityMode, classroomTableName, awsRegion, credentials, endpoints } = settings;
  const client = new AwsJsonClient({
    service: "dynamodb",
    target: "DynamoDB_20120810",
    protocol: "1.0",
    endpoint: endpoints.dynamoDb,
    awsRegion,
    credentials,
    clock: Date.now,
  });
  return identityMode === "issued"
    ? new DynamoDbClassroomRecords(client, classroomTableName)
    : undefined;
}
