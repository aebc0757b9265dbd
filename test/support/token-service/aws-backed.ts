// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { AwsJsonClient } from "../../../components/token-service/runtime/aws-json-client";
import { CertificateCache } from "../../../components/token-service/runtime/certificate-cache";
import { DynamoDbClassroomRecords } from "../../../components/token-service/runtime/dynamodb-classroom-records";
import { secretsManagerFetch } from "../../../components/token-service/runtime/secrets-manager";
import type { LoopbackAws } from "./loopback-aws";
import { credentials } from "./signature-v4";
import { ApiUnderTest } from "./token-api";

const shared = { awsRegion: "eu-central-1", credentials, clock: Date.now };

/** Records in the DynamoDB of a loopback AWS. */
export function recordsIn(aws: LoopbackAws): DynamoDbClassroomRecords {
  const client = new AwsJsonClient({
    ...shared,
    service: "dynamodb",
    target: "DynamoDB_20120810",
    protocol: "1.0",
    endpoint: aws.url,
  });
  return new DynamoDbClassroomRecords(client, "classrooms");
}

/** A token API whose certificate is in the Secrets Manager of a loopback AWS, put together as the handler does. */
export function apiBackedBy(aws: LoopbackAws): ApiUnderTest {
  const client = new AwsJsonClient({
    ...shared,
    service: "secretsmanager",
    target: "secretsmanager",
    protocol: "1.1",
    endpoint: aws.url,
  });
  const certificates = new CertificateCache({
    fetch: secretsManagerFetch(client, "arn:aws:secretsmanager:eu-central-1:123456789012:secret:x"),
    onFailure: (error) => api.log.certificateFailed(error),
    clock: Date.now,
  });
  const api = new ApiUnderTest({ certificates, clock: Date.now });
  return api;
}
