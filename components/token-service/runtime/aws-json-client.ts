// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { networkCodeOf, signatureTime } from "../../lambda/runtime/aws-call";
import { dnsSuffixOf } from "../../lambda/runtime/dns-suffix";
import type { Credentials } from "../../lambda/runtime/environment";

/** Which AWS service to call, and with whose credentials. */
export interface AwsJsonClientOptions {
  /** Name of the service in hosts and signatures. */
  readonly service: "secretsmanager" | "dynamodb";
  /** Prefix of the operation in `x-amz-target`. */
  readonly target: string;
  /** Version of AWS's JSON protocol. */
  readonly protocol: "1.0" | "1.1";
  readonly awsRegion: string;
  readonly credentials: Credentials;
  /** URL that replaces AWS's own host. */
  readonly endpoint?: string;
  /** Milliseconds since 1970; the time of the signatures. */
  readonly clock: () => number;
}

/** AWS refused the call or could not be reached. The message holds the code of the error, never the answer. */
export class AwsCallError extends Error {
  public override readonly name = "AwsCallError";

  public constructor(
    operation: string,
    /** AWS's name of the error, or ours when there was no answer. */
    public readonly code: string,
    /** Whether the same call may succeed later. */
    public readonly isTransient: boolean,
    options?: ErrorOptions,
  ) {
    super(`${operation} failed: ${code}.`, options);
  }
}

/** Time limit of one attempt, in milliseconds; a usual answer takes a tenth of it. */
const attemptMs = 900;
const attempts = 3;
const firstPauseMs = 50;
/** In bytes. A secret has at most 64 KiB, and our table items are far smaller. */
const largestAnswer = 256 * 1024;
/** AWS's error codes after which the same call may succeed. */
const transientCodes: readonly string[] = [
  "Throttling",
  "ThrottlingException",
  "ThrottledException",
  "TooManyRequestsException",
  "RequestLimitExceeded",
  "ProvisionedThroughputExceededException",
  "InternalServiceError",
  "InternalServerError",
  "InternalFailure",
  "ServiceUnavailable",
  "RequestTimeout",
  "RequestTimeoutException",
];

/**
 * Calls one AWS service over its JSON protocol. There is no SDK client, because loading one would take
 * ten times as long as loading the rest of the function. Each attempt, each pause and the whole call
 * have a time limit.
 */
export class AwsJsonClient {
  private readonly url: string;
  /** Signing keys by day, so that each is derived once. */
  private readonly signingKeys = new Map<string, ArrayBuffer>();

  public constructor(private readonly options: AwsJsonClientOptions) {
    const { service, awsRegion, endpoint } = options;
    this.url = endpoint ?? `https://${service}.${awsRegion}.${dnsSuffixOf(awsRegion)}/`;
  }

  /** Returns the decoded body, or throws an AwsCallError by the deadline (milliseconds since 1970). */
  public async call(operation: string, input: object, deadline: number): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(operation, input, deadline);
      } catch (error) {
        const pauseMs = firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random());
        if (!isTransient(error) || attempt === attempts || this.remainingMs(deadline) <= pauseMs) {
          throw error;
        }
        await sleep(pauseMs);
      }
    }
  }

  private async attempt(operation: string, input: object, deadline: number): Promise<unknown> {
    const patienceMs = Math.min(attemptMs, this.remainingMs(deadline));
    if (patienceMs <= 0) {
      throw new AwsCallError(operation, "DeadlineExceeded", true);
    }
    const { status, text } = await this.exchange(operation, input, patienceMs);
    const body = decoded(text);
    if (status === 200 && body !== undefined) {
      return body;
    }
    const code = codeOf(body) ?? (status === 200 ? "MalformedAnswer" : `Status${status}`);
    throw new AwsCallError(
      operation,
      code,
      status === 200 || status >= 500 || status === 429 || transientCodes.includes(code),
    );
  }

  private async exchange(
    operation: string,
    input: object,
    patienceMs: number,
  ): Promise<{ status: number; text: string }> {
    try {
      const { url, ...signed } = await this.signed(operation, JSON.stringify(input));
      const signal = AbortSignal.timeout(Math.ceil(patienceMs));
      const response = await fetch(url, { ...signed, redirect: "error", signal });
      return { status: response.status, text: await textOf(response) };
    } catch (error) {
      throw new AwsCallError(operation, networkCodeOf(error), true, { cause: error });
    }
  }

  private signed(operation: string, body: string): ReturnType<AwsV4Signer["sign"]> {
    const { service, target, protocol, awsRegion, credentials, clock } = this.options;
    const signer = new AwsV4Signer({
      ...credentials,
      service,
      region: awsRegion,
      url: this.url,
      headers: {
        "content-type": `application/x-amz-json-${protocol}`,
        "x-amz-target": `${target}.${operation}`,
      },
      body,
      datetime: signatureTime(clock()),
      cache: this.signingKeys,
    });
    return signer.sign();
  }

  private remainingMs(deadline: number): number {
    return deadline - this.options.clock();
  }
}

function isTransient(error: unknown): boolean {
  return error instanceof AwsCallError && error.isTransient;
}

/** Reads an answer and stops after the largest size that a valid answer can have. */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) {
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Drops the parse error, because it would quote the answer, which may hold the secret. */
function decoded(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The name of the error, without the namespace prefix of AWS's JSON 1.0 protocol. */
function codeOf(body: object | undefined): string | undefined {
  const type = (body as { __type?: unknown } | undefined)?.__type;
  return typeof type === "string"
    ? type
        .split("#")
        .pop()
        ?.replace(/[^A-Za-z]/g, "")
        .slice(0, 64)
    : undefined;
}
