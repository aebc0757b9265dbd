// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../runner/failure";
import { type AgoraProject, readProjects } from "./agora-project";
import type { ConsoleSettings } from "./settings";

/** Agora allows an account 10 requests a second, whoever sends them. */
const SPACING_MILLISECONDS = 100;
const ATTEMPTS = 4;
const ATTEMPT_MILLISECONDS = 10_000;
const FIRST_PAUSE_MILLISECONDS = 1_000;
/** A server that asks for more patience than this is told no, and so is the person who waits. */
const LONGEST_PAUSE_MILLISECONDS = 30_000;
/** An account has at most 20 projects, each of about 300 bytes. */
const LARGEST_ANSWER = 256 * 1024;

/** What can be replaced where time must not pass. */
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

/** The part of Agora's Console REST API that reads. Nothing that Agora answers is repeated: it holds certificates. */
export class ConsoleApi {
  readonly #settings: ConsoleSettings;
  readonly #options: ConsoleApiOptions;

  public constructor(settings: ConsoleSettings, options: ConsoleApiOptions) {
    this.#settings = settings;
    this.#options = options;
  }

  /** All projects of the account; there is no call that finds one by its App ID. */
  public async projects(): Promise<AgoraProject[]> {
    const { status, text } = await this.#get("/dev/v1/projects");
    // The page promises 201 for reads too, and a proxy or a later version may say 200.
    if (status !== 200 && status !== 201) {
      throw new Failure(refusal(status, this.#settings.url));
    }
    return readProjects(text, this.#settings.url);
  }

  /** Asks until there is an answer that another attempt would not change. */
  async #get(path: string): Promise<Answer> {
    const { stop, pause = (milliseconds) => sleep(milliseconds, undefined, { signal: stop }) } =
      this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#attempt(path);
      const mayChange = typeof answer === "string" || answer.status === 429 || answer.status >= 500;
      if (!mayChange) {
        return answer;
      }
      const milliseconds = pauseAfter(attempt, answer);
      if (attempt === ATTEMPTS || milliseconds > LONGEST_PAUSE_MILLISECONDS) {
        throw new Failure(this.#givingUp(answer, attempt));
      }
      await pause(milliseconds);
    }
  }

  /** One request: its answer, or why there is none, in words. */
  async #attempt(path: string): Promise<Answer | string> {
    const { url, customerId, customerSecret } = this.#settings;
    const { stop, attemptMilliseconds = ATTEMPT_MILLISECONDS } = this.#options;
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

  #givingUp(answer: Answer | string, attempts: number): string {
    const { url } = this.#settings;
    const times = `${attempts} attempt${attempts === 1 ? "" : "s"}`;
    return typeof answer === "string"
      ? `${url} cannot be asked after ${times}: ${answer}. Check the network, or name another host of Agora's with AGORA_API_URL.`
      : `${url} still answers with status ${answer.status} after ${times}. Try again later.`;
  }
}

/** What the server asks for, or ever longer; never less than Agora's limit allows. */
function pauseAfter(attempt: number, answer: Answer | string): number {
  const asked = typeof answer === "string" ? null : answer.retryAfter;
  const milliseconds = asked === null ? Number.NaN : millisecondsOf(asked);
  const own = FIRST_PAUSE_MILLISECONDS * 2 ** (attempt - 1);
  return Math.max(SPACING_MILLISECONDS, Number.isNaN(milliseconds) ? own : milliseconds);
}

/** `Retry-After` is a number of seconds or a date. */
function millisecondsOf(retryAfter: string): number {
  return /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
}

function refusal(status: number, url: string): string {
  return status === 401 || status === 403
    ? `${url} refuses the credentials (status ${status}). Check AGORA_CUSTOMER_ID and AGORA_CUSTOMER_SECRET in Agora Console under RESTful API.`
    : `${url} answers with status ${status}, which its documentation does not have. Check AGORA_API_URL.`;
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) {
      throw new TooLargeError();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

class TooLargeError extends Error {
  public override readonly name = "TooLargeError";
}

/** The error's own message may quote the answer, so only its kind is told. */
function reasonOf(error: unknown): string {
  if (error instanceof TooLargeError) {
    return `the answer is larger than ${LARGEST_ANSWER} bytes`;
  }
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return "it took too long";
  }
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return typeof code === "string" ? code : "the connection failed";
}
