// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EnvHttpProxyAgent, request } from "undici";

/** What a download may use. */
export interface DownloadOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted on Ctrl-C. */
  readonly stop: AbortSignal;
  /** Called with the bytes that have arrived, and with all of them where the server says how many there are. */
  readonly onBytes: (received: number, total: number | undefined) => void;
  /** How long a server may send nothing. @default 30,000 */
  readonly patienceMilliseconds?: number;
}

const defaultPatienceMilliseconds = 30_000;
const mostRedirects = 5;

/** A download that did not work, with the reason as the message. */
export class DownloadError extends Error {
  public override readonly name = "DownloadError";
}

/** Downloads a file through the proxies that the environment names, and returns its SHA-256 in hexadecimal. */
export async function download(
  url: string,
  path: string,
  options: DownloadOptions,
): Promise<string> {
  const { environment, patienceMilliseconds = defaultPatienceMilliseconds } = options;
  const agent = new EnvHttpProxyAgent({
    httpProxy: environment.http_proxy ?? environment.HTTP_PROXY,
    httpsProxy: environment.https_proxy ?? environment.HTTPS_PROXY,
    noProxy: environment.no_proxy ?? environment.NO_PROXY,
    headersTimeout: patienceMilliseconds,
    bodyTimeout: patienceMilliseconds,
    connect: { timeout: patienceMilliseconds },
  });
  try {
    return await received(url, path, agent, options);
  } catch (error) {
    options.stop.throwIfAborted();
    throw error instanceof DownloadError
      ? error
      : new DownloadError(reasonOf(error), { cause: error });
  } finally {
    // Connections that a server holds open would keep the process alive.
    await agent.destroy();
  }
}

async function received(
  url: string,
  path: string,
  dispatcher: EnvHttpProxyAgent,
  { stop, onBytes }: DownloadOptions,
): Promise<string> {
  const response = await answerTo(url, dispatcher, stop);
  const length = Number(response.headers["content-length"]);
  const total = Number.isSafeInteger(length) && length > 0 ? length : undefined;
  const digest = createHash("sha256");
  let bytes = 0;
  async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      digest.update(chunk);
      onBytes(bytes, total);
      yield chunk;
    }
  }
  await pipeline(Readable.from(counted(response.body)), createWriteStream(path), { signal: stop });
  if (total !== undefined && bytes !== total) {
    throw new DownloadError(`it ended after ${bytes} of ${total} bytes`);
  }
  return digest.digest("hex");
}

/** Follows redirects, because Pulumi's site hands archives over to another host. */
async function answerTo(url: string, dispatcher: EnvHttpProxyAgent, stop: AbortSignal) {
  let target = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await request(target, { dispatcher, signal: stop });
    const { location } = response.headers;
    if (response.statusCode === 200) {
      return response;
    }
    await response.body.dump();
    if (response.statusCode < 300 || response.statusCode >= 400 || typeof location !== "string") {
      throw new DownloadError(`${target} answers with status ${response.statusCode}`);
    }
    target = new URL(location, target).href;
  }
  throw new DownloadError(`${url} redirects more than ${mostRedirects} times`);
}

/** The library's messages are for programmers; its codes tell the cases apart. */
function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    UND_ERR_HEADERS_TIMEOUT: "the server did not answer in time",
    UND_ERR_BODY_TIMEOUT: "the server stopped sending",
    UND_ERR_CONNECT_TIMEOUT: "the server cannot be reached in time",
    UND_ERR_SOCKET: "the connection was cut off",
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "the connection was cut off",
    ECONNRESET: "the connection was cut off",
    ENOTFOUND: "the name of the host cannot be resolved",
    EAI_AGAIN: "the name of the host cannot be resolved",
  };
  return reasons[code ?? ""] ?? message.split("\n")[0] ?? "";
}
