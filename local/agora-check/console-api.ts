// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../runner/failure";
import { type AgoraProject, readProjects } from "./agora-project";
import type { ConsoleSettings } from "./settings";

/** Agora allows an account 10 requests per second, over all callers. */
const spacingMilliseconds = 100;
const mostAttempts = 4;
const defaultAttemptMilliseconds = 10_000;
const firstPauseMilliseconds = 1_000;
/** A `Retry-After` above this ends the command. */
const longestPauseMilliseconds = 30_000;
/** An account has at most 20 projects, each of about 300 bytes. */
const largestAnswer = 256 * 1024;

/** Tests replace the pause and the timeout. */
export interface ConsoleApiOptions {
  /** Aborted when the person wants to stop. */
  readonly stop: AbortSignal;
  /** @default - waits */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
  /** @default 10,000 */
  readonly attemptMilliseconds?: number;
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

/** Reads from Agora's Console REST API. Answers hold certificates, so no error quotes one. */
export class ConsoleApi {
  private readonly settings: ConsoleSettings;
  private readonly options: ConsoleApiOptions;

  public constructor(settings: ConsoleSettings, options: ConsoleApiOptions) {
    this.settings = settings;
    this.options = options;
  }

  /** All projects of the account; there is no call that finds one by its App ID. */
  public async projects(): Promise<AgoraProject[]> {
    const { status, text } = await this.get("/dev/v1/projects");
    // The page promises 201 for reads too, and a proxy or a later version may say 200.
    if (status !== 200 && status !== 201) {
      throw new Failure(refusal(status, this.settings.url));
    }
    return readProjects(text, this.settings.url);
  }

  /** Retries until the answer is one that a retry would not change. */
  private async get(path: string): Promise<Answer> {
    const { stop, pause = (milliseconds) => sleep(milliseconds, undefined, { signal: stop }) } =
      this.options;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.attempt(path);
      const mayChange = typeof answer === "string" || answer.status === 429 || answer.status >= 500;
      if (!mayChange) {
        return answer;
      }
      const milliseconds = pauseAfter(attempt, answer);
      if (attempt === mostAttempts || milliseconds > longestPauseMilliseconds) {
        throw new Failure(this.givingUp(answer, attempt));
      }
      await pause(milliseconds);
    }
  }

  /** Sends one request; the result is its answer, or the reason why there is none. */
  private async attempt(path: string): Promise<Answer | string> {
    const { url, customerId, customerSecret } = this.settings;
    const { stop, attemptMilliseconds = defaultAttemptMilliseconds } = this.options;
    stop.throwIfAborted();
    const credentials = Buffer.from(`${customerId}:${customerSecret}`).toString("base64");
    try {
      const response = await fetch(`${url}${path}`, {
        headers: { authorization: `Basic ${credentials}`, "content-type": "application/json" },
        // A redirect would take the credentials along.
        redirect: "manual",
        signal: AbortSignal.any([stop, AbortSignal.timeout(attemptMilliseconds)]),
      });
      const text = await textOf(response);
      return { status: response.status, text, retryAfter: response.headers.get("retry-after") };
    } catch (error) {
      stop.throwIfAborted();
      return reasonOf(error);
    }
  }

  private givingUp(answer: Answer | string, attempts: number): string {
    const { url } = this.settings;
    const times = `${attempts} attempt${attempts === 1 ? "" : "s"}`;
    return typeof answer === "string"
      ? `${url} cannot be asked after ${times}: ${answer}. Check the network, or name another ` +
          "host of Agora's with AGORA_API_URL."
      : `${url} still answers with status ${answer.status} after ${times}. Try again later.`;
  }
}

/** The server's `Retry-After`, else exponential backoff; never below Agora's rate limit. */
function pauseAfter(attempt: number, answer: Answer | string): number {
  const asked = typeof answer === "string" ? null : answer.retryAfter;
  const milliseconds = asked === null ? Number.NaN : millisecondsOf(asked);
  const own = firstPauseMilliseconds * 2 ** (attempt - 1);
  return Math.max(spacingMilliseconds, Number.isNaN(milliseconds) ? own : milliseconds);
}

/** `Retry-After` is a number of seconds or a date. */
function millisecondsOf(retryAfter: string): number {
  return /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
}

function refusal(status: number, url: string): string {
  return status === 401 || status === 403
    ? `${url} refuses the credentials (status ${status}). Check AGORA_CUSTOMER_ID and ` +
        "AGORA_CUSTOMER_SECRET in Agora Console under RESTful API."
    : `${url} answers with status ${status}, which its documentation does not have. Check AGORA_API_URL.`;
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestAnswer) {
      throw new TooLargeError();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

class TooLargeError extends Error {
  public override readonly name = "TooLargeError";
}

/** Names the kind of error only, because the message may quote the answer. */
function reasonOf(error: unknown): string {
  if (error instanceof TooLargeError) {
    return `the answer is larger than ${largestAnswer} bytes`;
  }
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return "it took too long";
  }
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return typeof code === "string" ? code : "the connection failed";
}
