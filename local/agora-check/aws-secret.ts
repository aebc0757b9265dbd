// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import {
  AwsCallError,
  AwsJsonClient,
} from "../../components/token-service/runtime/aws-json-client";
import { parseSecret, SecretFormatError } from "../../components/token-service/runtime/certificate";
import { Failure } from "../runner/failure";
import type { AwsSettings } from "./settings";

/** The content of a secret in AWS, or why it cannot be read. */
export type SecretReading =
  | { readonly arn: string; readonly certificates: StoredCertificates }
  | { readonly arn: string; readonly unread: string };

export interface StoredCertificates {
  /** The one that the token service signs with. */
  readonly signing: string;
  /** The other one, during a rotation. */
  readonly other: string | undefined;
}

const patienceMilliseconds = 10_000;
const arnShape = /^arn:(?:aws|aws-cn):secretsmanager:([a-z0-9-]+):\d{12}:secret:[\w/+=.@-]+$/;

/** Splits the option's value, and refuses what cannot be a secret's ARN before anything is asked. */
export function readSecretArns(text: string | undefined): string[] {
  const arns = text === undefined ? [] : text.split(",").map((arn) => arn.trim());
  for (const arn of arns) {
    if (!arnShape.test(arn)) {
      throw new Failure(
        "'--secret' must be the ARN of a secret, or several separated by commas, got " +
          `${JSON.stringify(arn)}. The stack output dataCenters.<name>.secretArn has it.`,
      );
    }
  }
  return arns;
}

/** Reads the certificates of one secret, where the caller may. */
export async function readSecret(arn: string, settings: AwsSettings): Promise<SecretReading> {
  const client = new AwsJsonClient({
    ...settings,
    service: "secretsmanager",
    target: "secretsmanager",
    protocol: "1.1",
    awsRegion: arnShape.exec(arn)?.[1] ?? "",
    clock: Date.now,
  });
  try {
    const answer = await client.call(
      "GetSecretValue",
      { SecretId: arn },
      Date.now() + patienceMilliseconds,
    );
    return {
      arn,
      certificates: certificatesOf((answer as { SecretString?: unknown }).SecretString),
    };
  } catch (error) {
    return { arn, unread: reasonOf(error) };
  }
}

function certificatesOf(text: unknown): StoredCertificates {
  const { value: signing } = parseSecret(String(text));
  const { primary, secondary } = JSON.parse(String(text)) as Record<string, string | undefined>;
  return { signing, other: signing === primary ? secondary : primary };
}

/** Quotes nothing of the answer. */
function reasonOf(error: unknown): string {
  if (error instanceof SecretFormatError) {
    return error.message;
  }
  if (!(error instanceof AwsCallError)) {
    throw error;
  }
  const reasons: Readonly<Record<string, string>> = {
    AccessDeniedException:
      "The caller may not read it: name its role in 'classroom:secretAdministratorArns'.",
    ResourceNotFoundException: "It has no value yet, or does not exist: fill it first.",
  };
  return reasons[error.code] ?? `AWS does not let it be read (${error.code}).`;
}
