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

/** Lambda's entry point: answers one REST proxy event of API Gateway. */
export async function handler(
  event: ProxyEvent,
  context: { readonly awsRequestId: string },
): Promise<ProxyResult> {
  return resultOf(await api.respond(requestOf(event, context.awsRequestId)));
}

function createApi(settings: Settings): TokenApi {
  const clock = Date.now;
  const certificates = new CertificateCache({
    fetch: secretsManagerFetch(secretsManager(settings), settings.certificateSecretArn),
    onFailure: (error) => log.certificateFailed(error),
    clock,
  });
  const log = new RequestLog({
    functionName: settings.functionName,
    certificates,
    clock,
    write: (line) => process.stdout.write(`${line}\n`),
  });
  // Waits until this module has loaded, because loading the network stack would delay the first request.
  setImmediate(() => certificates.prefetch());
  const records =
    settings.identityMode === "issued"
      ? new DynamoDbClassroomRecords(dynamoDb(settings), settings.classroomTableName)
      : undefined;
  return new TokenApi({ routes: tokenRoutes({ ...settings, certificates, records }), log, clock });
}

function secretsManager({ awsRegion, credentials, endpoints }: Settings): AwsJsonClient {
  return new AwsJsonClient({
    service: "secretsmanager",
    target: "secretsmanager",
    protocol: "1.1",
    endpoint: endpoints.secretsManager,
    awsRegion,
    credentials,
    clock: Date.now,
  });
}

function dynamoDb({ awsRegion, credentials, endpoints }: Settings): AwsJsonClient {
  return new AwsJsonClient({
    service: "dynamodb",
    target: "DynamoDB_20120810",
    protocol: "1.0",
    endpoint: endpoints.dynamoDb,
    awsRegion,
    credentials,
    clock: Date.now,
  });
}
