// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import type { Credentials } from "./settings";

/** Which AWS service to call, and how patiently. */
export interface AwsJsonClientOptions {
  /** Name of the service in hosts and signatures. */
  readonly service: "secretsmanager" | "dynamodb";
  /** What precedes the operation in `x-amz-target`. */
  readonly target: string;
  /** Version of AWS's JSON protocol. */
  readonly protocol: "1.0" | "1.1";
  readonly awsRegion: string;
  readonly credentials: Credentials;
  /** Where to call instead of AWS's own host. */
  readonly endpoint?: string;
  /** Milliseconds since 1970; what signatures are dated with. */
  readonly clock: () => number;
}

/** AWS refused the call or could not be reached. The message never holds what AWS answered, only its code. */
export class AwsCallError extends Error {
  public override readonly name = "AwsCallError";

  public constructor(
    operation: string,
    /** AWS's name for the error, or ours for a failure on the way. */
    public readonly code: string,
    /** Whether the same call may succeed a moment later. */
    public readonly isTransient: boolean,
    options?: ErrorOptions,
  ) {
    super(`${operation} failed: ${code}.`, options);
  }
}

/** An attempt that takes longer is given up: healthy answers take a tenth of it. */
const attemptMs = 900;
const attempts = 3;
const firstPauseMs = 50;
/** A secret is at most 64 KiB and an item of ours far less. */
const largestAnswer = 256 * 1024;
const transientCodes =
  /^(Throttling|ThrottlingException|ThrottledException|TooManyRequestsException|RequestLimitExceeded|ProvisionedThroughputExceededException|InternalServiceError|InternalServerError|InternalFailure|ServiceUnavailable|RequestTimeout|RequestTimeoutException)$/;

/**
 * Calls one AWS service over its JSON protocol, without an SDK client: loading one would take ten
 * times longer than the rest of the function. Attempts, pauses and the whole are bounded in time.
 */
export class AwsJsonClient {
  private readonly url: string;
  /** Signing keys of the day, so that they are derived once. */
  private readonly signingKeys = new Map<string, ArrayBuffer>();

  public constructor(private readonly options: AwsJsonClientOptions) {
    const { service, awsRegion, endpoint } = options;
    this.url = endpoint ?? `https://${service}.${awsRegion}.${dnsSuffixOf(awsRegion)}/`;
  }

  /** Answers with the decoded body, or throws an AwsCallError no later than the deadline (milliseconds since 1970). */
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
      status === 200 || status >= 500 || status === 429 || transientCodes.test(code),
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
      datetime: new Date(clock()).toISOString().replace(/[:-]|\.\d{3}/g, ""),
      cache: this.signingKeys,
    });
    return signer.sign();
  }

  private remainingMs(deadline: number): number {
    return deadline - this.options.clock();
  }
}

/** AWS's hosts in China end differently from those everywhere else. */
function dnsSuffixOf(awsRegion: string): string {
  return awsRegion.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}

function isTransient(error: unknown): boolean {
  return error instanceof AwsCallError && error.isTransient;
}

/** Reads an answer up to the largest that can be right. */
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

/** A parse error would quote the answer, and the answer may hold the secret: it is dropped here. */
function decoded(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}

/** TimeoutError, or the operating system's name for what went wrong, such as ECONNREFUSED. */
function networkCodeOf(error: unknown): string {
  if (error instanceof DOMException) {
    return error.name;
  }
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return typeof code === "string" ? code : "NetworkError";
}

/** The error's name, without the namespace that AWS's JSON 1.0 protocol puts before it. */
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
