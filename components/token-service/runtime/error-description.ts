// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { AwsCallError } from "./aws-json-client";
import { SecretFormatError } from "./certificate";
import { ProblemError } from "./problems";

/** Field names that may be logged. A name from the caller could be anything. */
const fieldNames = ["roomUuid", "userUuid", "role", "lifetimeSeconds", "startsAt", "endsAt"];

/**
 * Describes an error for the log. It includes only our own messages: any other message may quote a body, a
 * secret or an id.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) {
    return error === undefined ? {} : { error_name: typeof error };
  }
  if (error instanceof ProblemError) {
    const field = fieldNames.find((name) => name === error.field);
    return { error_name: error.name, field, ...reasonOf(error.cause) };
  }
  return { error_name: error.name, ...(reasonOf(error) ?? { stack: framesOf(error) }) };
}

function reasonOf(error: unknown): { reason: string } | undefined {
  const isOurs = error instanceof AwsCallError || error instanceof SecretFormatError;
  return isOurs ? { reason: error.message } : undefined;
}

/** The stack frames, without the first lines, which repeat the message. */
function framesOf(error: Error): string[] {
  return (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
}
