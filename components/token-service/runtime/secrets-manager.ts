// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { AwsCallError, type AwsJsonClient } from "./aws-json-client";
import { type Certificate, parseSecret } from "./certificate";

/** Fetches the certificate from AWS Secrets Manager. */
export function secretsManagerFetch(
  client: AwsJsonClient,
  secretArn: string,
): (deadline: number) => Promise<Certificate> {
  return async (deadline) => {
    const operation = "GetSecretValue";
    const answer = await client.call(operation, { SecretId: secretArn }, deadline);
    const text = (answer as { SecretString?: unknown }).SecretString;
    if (typeof text !== "string") {
      throw new AwsCallError(operation, "NoSecretString", false);
    }
    return parseSecret(text);
  };
}
